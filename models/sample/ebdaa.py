"""Ebdaa: handmade crafts."""

from models.products.tables import Audience
from models.sample.things import SampleOption, Thing

EBDAA = (
    Thing(
        brand="hibr",
        audience=Audience.everyone,
        ar="لوحة خط عربي",
        en="Calligraphy panel",
        about_ar="لوحة بعبارة «ما شاء الله» بخط الثلث، بالحبر وماء الذهب على ورق فاخر.",
        about_en="The words Ma sha Allah in Thuluth script, in ink and gold on fine paper.",
        also="تابلوه، برواز، لوحة جدارية، آية، ديكور، ديكور جدار، wall art, islamic art, painting",
        ways=(
            SampleOption(200, 0, "30 × 40 سم", "30 × 40 cm"),
            SampleOption(320, 0, "50 × 70 سم", "50 × 70 cm"),
        ),
        lead=4,
        most=2,
    ),
    Thing(
        brand="shamaa",
        audience=Audience.everyone,
        ar="شمعة منحوتة",
        en="Sculpted candle",
        about_ar="شمعة من شمع الصويا منحوتة على هيئة دلّة أو وردة، برائحة العود الخفيفة.",
        about_en="Soy wax carved as a coffee pot or a rose, with a light scent of oud.",
        also="شموع معطرة، شمع، ديكور، توزيعات، scented candle, soy candle",
        ways=(
            SampleOption(45, 13, "دلّة", "Coffee pot"),
            SampleOption(45, 11, "وردة", "Rose"),
        ),
    ),
    Thing(
        brand="farah",
        audience=Audience.everyone,
        ar="علبة هدايا مطبوعة",
        en="Printed gift box",
        about_ar="علبة متينة بنقوش إماراتية وشريط ساتان، تجعل من أي هدية ذكرى جميلة.",
        about_en="A sturdy box with Emirati patterns and a satin ribbon, for a gift to remember.",
        also="بوكس هدية، علبة تغليف، توزيعات، صندوق هدايا، كيس هدية، gift packaging, present box",
        ways=(SampleOption(55, 20),),
    ),
    Thing(
        brand="ghurza",
        audience=Audience.child,
        ar="دمية كروشيه",
        en="Crochet doll",
        about_ar="دمية من خيوط قطنية آمنة للأطفال، بثوب إماراتي صغير.",
        about_en="A doll of child-safe cotton yarn, in a little Emirati dress.",
        also="لعبة، عروسة، دبدوب، ألعاب أطفال، هدية مولود، toy, amigurumi, soft toy",
        ways=(
            SampleOption(75, 7, "بنت", "Girl"),
            SampleOption(75, 6, "ولد", "Boy"),
            SampleOption(85, 2, "جمل", "Camel"),
        ),
    ),
    Thing(
        brand="farah",
        audience=Audience.everyone,
        ar="ميدالية مفاتيح محفورة بالليزر",
        en="Laser-engraved key ring",
        about_ar="ميدالية خشبية تُحفر عليها نخلة بالليزر بعد الطلب، هدية صغيرة تبقى.",
        about_en="A wooden key ring with a palm engraved by laser to order: small, and it lasts.",
        also="تعليقة مفاتيح، سلسلة مفاتيح، علاقة مفاتيح، ميدالية خشب، توزيعات، "
        "keychain, key holder",
        ways=(SampleOption(30),),
        lead=2,
        most=20,
    ),
    Thing(
        brand="ghurza",
        audience=Audience.child,
        ar="شارة مطرّزة آلياً",
        en="Digital-embroidery badge",
        about_ar="شارة مطرزة للحقائب والملابس: الصقر والنخلة وعلم الإمارات.",
        about_en="An embroidered badge for bags and clothes: falcon, palm or the UAE flag.",
        also="باج، بروش، رقعة ملابس، ستيكر قماش، patch, pin, iron-on",
        ways=(
            SampleOption(40, 18, "صقر", "Falcon"),
            SampleOption(40, 18, "نخلة", "Palm"),
            SampleOption(40, 18, "علم الإمارات", "UAE flag"),
        ),
    ),
    Thing(
        brand="hibr",
        audience=Audience.everyone,
        ar="دفتر مصنوع يدوياً",
        en="Handmade notebook",
        about_ar="دفتر بورق معاد تدويره وغلاف من القماش، خياطته يدوية وصفحاته مئة وعشرون.",
        about_en="Recycled paper in a cloth cover, sewn by hand; 120 pages.",
        also="مفكرة، كراسة، كشكول، نوت بوك، مذكرات، journal, diary, notepad",
        ways=(SampleOption(50, 17),),
    ),
)

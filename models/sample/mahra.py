"""Mahra: heritage crafts and popular dishes."""

from models.products.tables import Audience
from models.sample.things import SampleOption, Thing

MAHRA = (
    Thing(
        brand="talli",
        audience=Audience.woman,
        ar="تلي (بالمتر)",
        en="Talli braid, per metre",
        about_ar="تلي مجدول على الكاجوجة بخيوط القطن والفضة، لأكمام الجلابيات وياقاتها.",
        about_en="Braid of cotton and silver thread, woven on the kajoojah for cuffs and collars.",
        ways=(
            SampleOption(60, 30, "فضي", "Silver"),
            SampleOption(60, 24, "ذهبي", "Gold"),
        ),
    ),
    Thing(
        brand="sadu",
        audience=Audience.family,
        ar="وسادة سدو",
        en="Sadu cushion",
        about_ar="وسادة من نسيج السدو بألوان البادية، حشوتها قطنية وغطاؤها يُفك للغسل.",
        about_en="A cushion of Sadu weave in desert colours; the cover comes off for washing.",
        ways=(
            SampleOption(140, 9, "أحمر وأسود", "Red and black"),
            SampleOption(140, 6, "بيج وبني", "Beige and brown"),
        ),
    ),
    Thing(
        brand="teen",
        audience=Audience.everyone,
        ar="مدخن فخاري يدوي الصنع",
        en="Handmade clay incense burner",
        about_ar="مدخن من الطين المحلي، شُكّل ونُقش باليد، للبخور والدخون.",
        about_en="A burner of local clay, shaped and carved by hand, for bakhoor and dukhoon.",
        ways=(
            SampleOption(70, 12, "صغير", "Small"),
            SampleOption(110, 6, "كبير", "Large"),
        ),
    ),
    Thing(
        brand="talli",
        audience=Audience.woman,
        ar="برقع",
        en="Burqa",
        about_ar="برقع إماراتي تقليدي من قماش الشيل الذهبي، للعرض وليوم التراث.",
        about_en="A traditional Emirati face mask of golden cloth, to display or for Heritage Day.",
        ways=(SampleOption(50, 16),),
    ),
    Thing(
        brand="saaf",
        audience=Audience.family,
        ar="سلة خوص",
        en="Palm-leaf basket",
        about_ar="سلة مجدولة من سعف النخيل، للتمر والخبز وترتيب البيت.",
        about_en="A basket woven of palm leaf, for dates, bread and a tidy home.",
        ways=(
            SampleOption(65, 14, "صغيرة", "Small"),
            SampleOption(95, 8, "كبيرة بغطاء", "Large, with a lid"),
        ),
    ),
    Thing(
        brand="qidr",
        audience=Audience.family,
        ar="هريس (طبق عائلي)",
        en="Harees, family dish",
        about_ar="قمح ولحم على نار هادئة ساعات طويلة، بالسمن البلدي، ويكفي خمسة أشخاص.",
        about_en="Wheat and meat simmered for hours and topped with ghee; serves five.",
        ways=(SampleOption(80),),
        lead=1,
        most=10,
    ),
    Thing(
        brand="qidr",
        audience=Audience.family,
        ar="بلاليط",
        en="Balaleet",
        about_ar="شعيرية محلّاة بالهيل والزعفران وماء الورد، وفوقها عجة بيض.",
        about_en="Sweet vermicelli with cardamom, saffron and rose water under a thin omelette.",
        ways=(SampleOption(35),),
        lead=1,
        most=12,
    ),
    Thing(
        brand="qidr",
        audience=Audience.family,
        ar="عرسية",
        en="Arseeya",
        about_ar="أرز ودجاج مضروبان حتى ينعما، مع السمن والهيل، طبق الأعياد والأفراح.",
        about_en="Rice and chicken beaten until silky, with ghee and cardamom: a dish for feasts.",
        ways=(SampleOption(90),),
        lead=1,
        most=8,
    ),
)

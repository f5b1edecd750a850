"""Anaqa: accessories, clothes and household products."""

from models.products.tables import Audience
from models.sample.things import SampleOption, Thing

ANAQA = (
    Thing(
        brand="shams",
        audience=Audience.woman,
        ar="جلابية",
        en="Jalabiya",
        about_ar="جلابية قطنية واسعة بتطريز ناعم على الصدر والأكمام، مريحة وأنيقة لكل مناسبة.",
        about_en="A roomy cotton jalabiya, finely embroidered, easy to wear on any occasion.",
        also="فستان، دراعة، قفطان، لبس البيت، لبس رمضان، dress, kaftan, gown",
        ways=(
            SampleOption(220, 6, "مقاس S", "Size S"),
            SampleOption(220, 8, "مقاس M", "Size M"),
            SampleOption(220, 5, "مقاس L", "Size L"),
            SampleOption(240, 3, "مقاس XL", "Size XL"),
        ),
    ),
    Thing(
        brand="shams",
        audience=Audience.woman,
        ar="مخوّر إماراتي",
        en="Emirati mukhawwar",
        about_ar="مخوّر مطرز بخيوط الزري، يُفصّل بعد الطلب ويصل جاهزاً للعيد والأعراس.",
        about_en="A mukhawwar with zari embroidery, sewn when ordered, ready for Eid and weddings.",
        also="فستان عيد، ثوب مخور، فستان حنة، قفطان مطرز، embroidered dress, party dress",
        ways=(
            SampleOption(380, 0, "عنّابي", "Burgundy"),
            SampleOption(380, 0, "أخضر زمردي", "Emerald green"),
            SampleOption(410, 0, "كحلي مذهّب", "Navy and gold"),
        ),
        lead=7,
        most=2,
    ),
    Thing(
        brand="ward",
        audience=Audience.woman,
        ar="شيلة مطرزة",
        en="Embroidered shaila",
        about_ar="شيلة خفيفة بأطراف مطرزة باليد، تنسدل بنعومة وتزيّن العباية.",
        about_en="A light shaila with hand-embroidered edges that drapes softly over the abaya.",
        also="طرحة، حجاب، وقاية، ملفع، شال، scarf, hijab, head cover",
        ways=(
            SampleOption(130, 9, "أسود وذهبي", "Black and gold"),
            SampleOption(130, 5, "أسود وفضي", "Black and silver"),
            SampleOption(145, 0, "وردي", "Rose"),
        ),
    ),
    Thing(
        brand="eyal",
        audience=Audience.child,
        ar="كندورة أطفال",
        en="Child's kandura",
        about_ar="كندورة بيضاء من قطن ناعم مع طربوشة، لصباح العيد ويوم العلم.",
        about_en="A soft white cotton kandura with its tassel, for Eid morning and Flag Day.",
        also="دشداشة، ثوب ولد، لبس العيد للأولاد، ملابس أطفال، boys thobe, kids dishdasha",
        ways=(
            SampleOption(95, 10, "2 – 3 سنوات", "2–3 years"),
            SampleOption(95, 12, "4 – 6 سنوات", "4–6 years"),
            SampleOption(110, 8, "7 – 9 سنوات", "7–9 years"),
        ),
    ),
    Thing(
        brand="cotton",
        audience=Audience.family,
        ar="طقم مفارش سرير",
        en="Bed-linen set",
        about_ar="طقم من القطن المصري بحواف مطرزة: شرشف ولحاف وأربعة أكياس مخدات.",
        about_en="Egyptian cotton with embroidered hems: sheet, cover and four pillowcases.",
        also="شراشف، لحاف، مفرش سرير، غطاء سرير، ملايات، أكياس مخدات، "
        "bedding, bed sheets, duvet cover",
        ways=(
            SampleOption(260, 6, "مفرد", "Single"),
            SampleOption(340, 5, "مزدوج", "Double"),
        ),
    ),
    Thing(
        brand="cotton",
        audience=Audience.family,
        ar="مفرش طاولة",
        en="Tablecloth",
        about_ar="مفرش بنقوش مستوحاة من الأبواب القديمة في الشارقة، سهل الغسل والكي.",
        about_en="A tablecloth with motifs of Sharjah's old doors, easy to wash and iron.",
        also="سفرة، شرشف طاولة، غطاء طاولة، سماط، table cover, dining cloth",
        ways=(SampleOption(85, 14),),
    ),
    Thing(
        brand="kharaz",
        audience=Audience.woman,
        ar="سوار خرز",
        en="Bead bracelet",
        about_ar="سوار من الخرز الملوّن ولآلئ المياه العذبة، كل قطعة منه لا تشبه الأخرى.",
        about_en="Coloured beads and freshwater pearls; no two bracelets are alike.",
        also="أسوارة، بنجري، إكسسوار، لؤلؤ، خرز ملون، bangle, beads, pearl jewellery",
        ways=(
            SampleOption(40, 15, "فيروزي", "Turquoise"),
            SampleOption(40, 12, "مرجاني", "Coral"),
            SampleOption(40, 3, "عاجي", "Ivory"),
        ),
    ),
)

"""Teeb: perfumes and incense."""

from models.products.tables import Audience
from models.sample.things import SampleOption, Thing

TEEB = (
    Thing(
        brand="liwan",
        audience=Audience.family,
        ar="دخون عود",
        en="Oud dukhoon",
        about_ar="دخون معتّق من دقة العود والمسك، يفوح في المجلس ويبقى في الثياب.",
        about_en="Aged incense of oud and musk that fills the majlis and stays in the clothes.",
        also="بخور عود، طيب المجلس، دقة عود، incense, oud chips",
        ways=(
            SampleOption(120, 18, "علبة 100 غرام", "100 g jar"),
            SampleOption(220, 8, "علبة 200 غرام", "200 g jar"),
        ),
    ),
    Thing(
        brand="liwan",
        audience=Audience.family,
        ar="بخور معمول",
        en="Bakhoor maamoul",
        about_ar="أقراص بخور معجونة بدهن العود والعنبر، قطعة واحدة تكفي البيت كله.",
        about_en="Incense discs kneaded with oud oil and amber; one scents the whole house.",
        also="بخور أقراص، بخور البيت، دقة، incense discs, bukhoor tablets",
        ways=(SampleOption(90, 22),),
    ),
    Thing(
        brand="misk",
        audience=Audience.woman,
        ar="مخمرية",
        en="Makhmariya",
        about_ar="مخمرية للشعر بالزعفران والعنبر والورد، على طريقة أهل أول.",
        about_en="Traditional hair perfume of saffron, amber and rose, made the way it used to be.",
        also="عطر الشعر، معطر شعر، خمرية، زيت عطري للشعر، hair perfume, hair mist",
        ways=(SampleOption(75, 20),),
    ),
    Thing(
        brand="nasma",
        audience=Audience.everyone,
        ar="دهن عود (ربع تولة)",
        en="Oud oil, quarter tola",
        about_ar="دهن عود نقي برائحة خشبية دافئة، قطرة منه تدوم يوماً كاملاً.",
        about_en="Pure oud oil, woody and warm; a single drop lasts all day.",
        also="دهن العود، عطر زيتي، عطر رجالي، عود كمبودي، attar, oud perfume oil",
        ways=(
            SampleOption(350, 7, "كمبودي", "Cambodian"),
            SampleOption(420, 4, "هندي معتّق", "Aged Indian"),
        ),
    ),
    Thing(
        brand="nasma",
        audience=Audience.woman,
        ar="عطر مخلط",
        en="Blended perfume",
        about_ar="مخلط عربي من الورد الطائفي والصندل والمسك، خُلط باليد وعُتّق ثلاثة أشهر.",
        about_en="An Arabian blend of Taif rose, sandalwood and musk, mixed by hand and aged.",
        also="عطر نسائي، برفان، برفيوم، ريحة، عطر عربي، parfum, mukhallat, rose perfume",
        ways=(
            SampleOption(180, 14, "50 مل", "50 ml"),
            SampleOption(320, 6, "100 مل", "100 ml"),
        ),
    ),
    Thing(
        brand="misk",
        audience=Audience.family,
        ar="معطّر مفارش",
        en="Linen mist",
        about_ar="رذاذ منعش للمفارش والستائر بالمسك الأبيض واللافندر.",
        about_en="A fresh mist of white musk and lavender for bed linen and curtains.",
        also="معطر جو، معطر غرف، بخاخ المفارش، فريشنر، pillow mist, room spray, air freshener",
        ways=(
            SampleOption(55, 25, "مسك أبيض", "White musk"),
            SampleOption(55, 19, "لافندر", "Lavender"),
        ),
    ),
    Thing(
        brand="misk",
        audience=Audience.woman,
        ar="كريم معطر",
        en="Perfumed cream",
        about_ar="كريم للجسم بزبدة الشيا ورائحة المسك، يرطّب البشرة ويعطّرها.",
        about_en="Shea-butter body cream with musk: it softens the skin and scents it.",
        also="لوشن، مرطب الجسم، كريم اليدين، body lotion, hand cream, moisturizer",
        ways=(SampleOption(48, 26),),
    ),
)

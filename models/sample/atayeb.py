"""Atayeb: home-made food and sweets, and spices."""

from models.products.tables import Audience
from models.sample.things import SampleOption, Thing

ATAYEB = (
    Thing(
        brand="luqma",
        audience=Audience.family,
        ar="لقيمات",
        en="Luqaimat",
        about_ar="كرات ذهبية مقرمشة من الخارج وطرية من الداخل، مع دبس التمر والسمسم.",
        about_en="Golden dumplings, crisp outside and soft within, with date syrup and sesame.",
        ways=(
            SampleOption(25, 40, "علبة صغيرة، 20 حبة", "Small box, 20 pieces"),
            SampleOption(45, 25, "علبة كبيرة، 40 حبة", "Large box, 40 pieces"),
        ),
    ),
    Thing(
        brand="luqma",
        audience=Audience.family,
        ar="خنفروش",
        en="Khanfaroush",
        about_ar="أقراص هشّة بالزعفران والهيل على الطريقة الإماراتية، تحلو مع فنجان قهوة.",
        about_en="Tender Emirati saffron and cardamom cakes, at their best with a cup of coffee.",
        ways=(SampleOption(30, 24),),
    ),
    Thing(
        brand="tamra",
        audience=Audience.family,
        ar="معمول بالتمر",
        en="Date maamoul",
        about_ar="معمول بالسمن البلدي محشو بتمر خلاص، يذوب في الفم.",
        about_en="Melt-in-the-mouth ghee shortbread filled with Khalas dates.",
        ways=(
            SampleOption(45, 30, "نصف كيلو", "Half a kilo"),
            SampleOption(85, 15, "كيلو", "One kilo"),
        ),
    ),
    Thing(
        brand="tamra",
        audience=Audience.everyone,
        ar="بثيث",
        en="Batheeth",
        about_ar="تمر وطحين محمّص وسمن وهيل، حلوى البيت الإماراتي كما عرفناها.",
        about_en="Dates, toasted flour, ghee and cardamom: the sweet of every Emirati home.",
        ways=(SampleOption(40, 20),),
    ),
    Thing(
        brand="fereej",
        audience=Audience.family,
        ar="بزار إماراتي",
        en="Emirati bzar spice mix",
        about_ar="خلطة بهارات محمّصة ومطحونة في البيت، تعطي المجبوس والصالونة طعمهما الأصيل.",
        about_en="Spices roasted and ground at home, for machboos and stews as they should taste.",
        ways=(
            SampleOption(35, 36, "250 غراماً", "250 g"),
            SampleOption(65, 18, "500 غرام", "500 g"),
        ),
    ),
    Thing(
        brand="fereej",
        audience=Audience.family,
        ar="مخلل ليمون",
        en="Lemon pickle",
        about_ar="ليمون بلدي مخلل بالفلفل والكركم، حموضته موزونة وحرارته خفيفة.",
        about_en="Local lemons pickled with chilli and turmeric: tangy, with a gentle heat.",
        ways=(SampleOption(20, 30),),
    ),
    Thing(
        brand="tamra",
        audience=Audience.everyone,
        ar="دبس تمر",
        en="Date syrup",
        about_ar="دبس صافٍ من تمر الإمارات من غير سكر مضاف، للّقيمات والفطور.",
        about_en="Pure syrup of Emirati dates, no sugar added, for luqaimat and breakfast.",
        ways=(SampleOption(28, 32),),
    ),
    Thing(
        brand="sukkar",
        audience=Audience.family,
        ar="كيكة العسل",
        en="Honey cake",
        about_ar="طبقات رقيقة من كيك العسل والكريمة، تُخبز بعد الطلب وتكفي ثمانية أشخاص.",
        about_en="Thin layers of honey cake and cream, baked when ordered; serves eight.",
        ways=(SampleOption(60),),
        lead=2,
        most=6,
    ),
    Thing(
        brand="sukkar",
        audience=Audience.everyone,
        ar="قهوة عربية بالهيل والزعفران",
        en="Arabic coffee with cardamom and saffron",
        about_ar="بنّ أشقر محمّص على نار هادئة، مطحون مع الهيل والزعفران وجاهز للدلّة.",
        about_en="Light-roasted beans ground with cardamom and saffron, ready for the dallah.",
        ways=(
            SampleOption(50, 28, "250 غراماً", "250 g"),
            SampleOption(95, 12, "500 غرام", "500 g"),
        ),
    ),
)

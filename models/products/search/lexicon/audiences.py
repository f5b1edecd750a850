"""What people write when they say for whom a thing is."""

from models.products.tables import Audience

WOMEN = (
    "نسائي نسائية نساء نسا نسوان حريم حريمي حرمة للحريم ستاتي بناتي بنات بنت سيدات"
    " women woman womens ladies lady female girls girl her"
)
CHILDREN = (
    "اطفال طفل طفلة يهال ياهل جهال عيال اولاد ولاد ولادي ولد صغار بيبي صبيان"
    " kids kid kid's children childrens child baby boys boy girls girl toddler"
)
MEN = "رجالي رجالية رجال ريال رياييل شباب شبابي men mens man male guys him"
EVERYONE = f"الكل الجميع للكل everyone all unisex {MEN}"
FAMILY = f"عائلة عائلي عائلية اسرة اهل بيت family families {MEN}"

AUDIENCE_WORDS = {
    Audience.woman: WOMEN,
    Audience.man: MEN,
    Audience.child: CHILDREN,
    Audience.everyone: EVERYONE,
    Audience.family: FAMILY,
}

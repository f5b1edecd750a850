"""Words that say little of a thing: they count, but no result comes first by them alone."""

from models.products.search.lexicon.audiences import CHILDREN, MEN, WOMEN

# Occasions, recipients and what any good thing is; where nothing else is written they are sought.
LIGHT = f"""
{WOMEN} {CHILDREN} {MEN}
عيد اعياد رمضان رمضاني مناسبة مناسبات عرس اعراس زواج تخرج نجاح مولود ولادة ميلاد حفلة ضيوف يوم وطني
اتحاد
ام امي الام والدة والدتي ماما ابو ابوي والدي بابا اختي اخوي زوجي زوجتي حرمتي ريلي صديقتي ربيعتي
معلمة معلم مدرسة بنتي ولدي
يدتي جدتي عروس
eid ramadan birthday wedding party graduation newborn anniversary national day mother mom mum
mothers father
dad wife husband sister brother friend teacher teachers bride guests him her
اماراتي اماراتية امارات خليجي عربي عربية تراثي تراثية تقليدي تقليدية يدوي يدوية شعبي شعبية منزلي
بيتي بيت
فاخر فاخرة اصلي اصلية طبيعي طبيعية خالص فخم فخمة ملكي كشخة
emirati uae arabic arabian gulf traditional handmade homemade home natural luxury original pure
كبير كبيرة صغير صغيرة وسط large big small medium size مقاس لون الوان ابيض اسود احمر اخضر ازرق ذهبي
فضي وردي
white black red green blue gold golden silver pink colour color
طقم set كيلو kilo kg غرام gram حبة حبات قطعة piece pieces علبة box دزينة درزن dozen
"""
# They say nothing of a thing: left out beside other words.
NOTHING = """
كم بكم سعر السعر اسعار سعره سعرها قيمة ثمن قديش شقد بجم جم شكثر وين اين متى شو شنو وش ايش ماذا كيف
هل
ابا ابغا ابغى ابغي ابي نبي نبغي نبا تبي بغيت بغينا اريد نريد عايز عايزة بدي ودي اطلب طلب اشتري شراء
ادور ادور دور احتاج محتاج محتاجة
ممكن لو سمحت سمحتي سمحتوا فضلك رجاء الله يعطيك العافية مرحبا هلا السلام عليكم شكرا
عندكم عندكن عندج عندك عندچ لديكم فيه في موجود موجودة متوفر متوفرة متوفره يتوفر تبيعون تبيع تبيعين
بيع للبيع تسوون
حق حقي مال تبع مالت لي لنا هذا هذي هاي هاذي ذاك اللي الي هو هي انا نحن انتو شي شيء حاجة كل بعض مع من
على عن الى او و يا بس al el
زين زينة اوكي ارخص رخيص رخيصة غالي احلى افضل احسن جميل جميلة جديد جديدة
how much price prices cost costs what which where when is are there do does you sell selling buy
order
get give looking look want need would like can could please pls plz show me some any the a an of for
with my our your i we us it this that these to in on from have has got hi hello thanks thank best
good
nice cheap cheapest new available availability stuff something thing things item items product
products
"""

"""Broken plurals of what is sold in the Gulf, each line the forms of one word.

Regular plurals are met by their endings, and unknown broken ones by their consonants.
"""

from __future__ import annotations

from models.kernel.folding import words_of

FORMS = """
كندورة كندوره كنادير كندورات
سوار اسوارة اسورة اساور اسوار اساوير
وسادة وسايد وسائد وسادات
مخدة مخاد مخدات مخاديد
مخور مخاوير مخورات
شيلة شيل شيلات
برقع براقع براقيع
مدخن مداخن مدخنة
مبخرة مباخر مبخر
دفتر دفاتر
دمية دمى دميات
لوحة لوحات الواح لوح
سلة سلال سلات
شمعة شموع شمع شمعات
عطر عطور عطورات اعطار
ثوب ثياب اثواب
فستان فساتين
دشداشة دشاديش
قفطان قفاطين
عباية عبايات عبي
مفرش مفارش
شرشف شراشف
لحاف لحف
هدية هدايا هديات
علبة علب
صندوق صناديق
لعبة العاب لعب
عروسة عرايس عرائس
مفتاح مفاتيح
ميدالية ميداليات مداليات
شارة شارات
حلوى حلويات حلاوة
كعكة كعك كعكات
كيكة كيك كيكات
طبق اطباق
اكلة اكلات
بهار بهارات
مخلل مخللات
تمرة تمر تمور
قهوة قهاوي
بخور بخورات ابخرة
ريحة روايح روائح ارياح رائحة رايحة
دهن ادهان دهون
كريم كريمات
معطر معطرات
شريط شرايط شرائط اشرطة
خرزة خرز
لؤلؤة لؤلؤ لآلئ لولو
خاتم خواتم
حقيبة حقائب حقايب
شنطة شنط
غطاء اغطية غطا
طاولة طاولات
سفرة سفر
مسند مساند
تكية تكايا
فخار فخاريات
سعفة سعف سعفيات
نخلة نخل نخيل
صينية صواني
فنجان فناجين
دلة دلال
كوب اكواب
كتاب كتب
رسمة رسومات رسم
برواز براويز
طفل اطفال
ولد اولاد
رجل رجال رجاجيل
امراة نساء نسوان
بنت بنات
عمل اعمال
حرفة حرف
زهرة زهور ازهار
وردة ورد ورود
ليمونة ليمون
معمولة معمول معاميل
لون الوان
لبس ملابس ملبس
زي ازياء
قميص قمصان
نعال نعل
قناع اقنعة
بيت بيوت
colour color
flavour flavor
jewellery jewelry
moisturiser moisturizer
child children
woman women
man men
leaf leaves
scarf scarves
dish dishes
box boxes
brush brushes
favour favor favours favors
cosy cozy
grey gray
odour odor
centre center
perfumed scented
"""


def forms_of_each(table: str) -> dict[str, list[str]]:
    """Each form of a word of the table, folded, with all of its forms."""
    met: dict[str, list[str]] = {}
    for line in table.strip().split("\n"):
        forms = list(dict.fromkeys(word for word, _ in words_of(line)))
        for form in forms:
            met[form] = list(dict.fromkeys([*met.get(form, []), *forms]))
    return met


PLURALS = forms_of_each(FORMS)

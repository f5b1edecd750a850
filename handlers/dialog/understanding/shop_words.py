"""What people ask a shop about: the bazaar, delivery, paying, the goods and the people."""

from __future__ import annotations

SHOP_WORDS = {
    "you": """
الصفحة / هالصفحة / هالحساب / this page / page
مشروع / المشروع / مشروعكم / هالمشروع / الفكرة / فكرتكم / هالبوت / project / your project
المحل / محلكم / متجركم / متجر / مركز / مركزكم / فرع / فروع / فرعكم / معرضكم / صالة / مقر
مركز انتاج / انتاج / بازار انتاج / دكان / دكانكم / جناح / جناحكم / ستاند / بوث / كشك / مكتب
مكتبكم / مبنى / قاعة / عندكم محل / عندكم فرع / عندكم مكان / عندكم مقر
shop / store / branch / branches / centre / center / showroom / office / booth / stall / stand
entaj / intaj / hall / entaj center / entaj bazaar / outlet / physical store / physical shop
physical / real shop / m7l / mahal / ma7al / have a shop / have a store
""",
    "bazaar": """
بازار / بازاركم / معرض / معارض / معارضكم / السوق / فعالية / مهرجان / مهرجانات / بازارات / معرضكم
سوقكم / اكسبو / البازر / بزار انتاج / فعاليتكم
bazaar / exhibition / market / event / events / fair / expo / festival / exhibitions / popup
pop up / albazar
""",
    "open": """
موجودين / متواجدين / تكونون / تكونوا
تفتحون / تفتح / يفتح / نفتح / فاتحين / فاتح / مفتوح / مفتوحين / فتح / افتتاح / تسكرون / تسكر
يسكر / مسكرين / مسكر / تقفلون / يقفل / تقفل / قافلين / مغلق / مغلقين / اغلاق / دوام / دوامكم
ساعات العمل / اوقات العمل / وقت العمل / اوقات الدوام / ساعات الدوام / مداومين / تداومون / يبدا
تبدا / بداية / ينتهي / تنتهي / يخلص / نهاية / يستمر / تفتحوا / تسكروا / تشتغلون / شغالين
تستقبلون / استقبال / زيارة / نزور / نزوركم / ازوركم / اجيكم / نجيكم / ازور / اييكم / اوصلكم
اوصل لكم / اروح / نروح / احضر / مستمر / نييكم / القاكم / القى / الاقي / الاقيكم / احصلكم / احصل
open / opens / opening / opened / close / closes / closing / closed / hours / timing / timings
working hours / opening hours / work / working / start / starts / begin / begins / end / ends
opening times / visit / visiting / come / go / business hours / ttf7on / tefta7on / tifta7oon
tft7on / tft7oon / tftahon / tftahoon / teftahon / tftaho / tfta7on / tfta7oon / tefta7oon / tft7o
yefta7 / dawam / dawamkom / tsakron / fatheen / open now / still open / over / running / find you
""",
    "deliver": """
توصيل / توصيله / توصيلكم / توصلون / توصلوا / توصلو / توصلونه / توصلونها / توصلي / توصلين / نوصل
موصل / المندوب / شحن / تشحنون / شحنكم / دليفري / دلفري / ديليفري / ديلفري / دليڤري / توصلولي
توصلوني / توصلونا / تسليم / توصيلات / مواصلات التوصيل / خدمة التوصيل / تدلفرون / توزعون / تيبون
تجيبون / ارسال / ترسلون / تغطون / وقت التوصيل / موعد التوصيل / مدة التوصيل / يوم التوصيل
رسوم التوصيل / سعر التوصيل / توصيل لين البيت / يوصلكم / توصلنا
deliver / delivers / delivery / deliveries / delivering / delivered to / ship / ships / shipping
shipment / courier / dlivery / delivry / home delivery / tawseel / tawsil / taw9eel / taw9il
tousil / tawseelah / tawsloon / twsloon / toslon / taw9loon / delevery / delivary / twseel / tw9il
tws9l / get it delivered / be delivered / delivered / tawseel le / delivery time / delivery date
delivery day / delivery charge / delivery charges / delivery fee / delivery fees / delivery cost
drop off / dropoff / send to
""",
    "pay": """
مكينة / مكينة بطاقة / ماكينة بطاقة / مكينة فيزا / جهاز دفع / card machine / pos
دفع / ادفع / ندفع / تدفع / تدفعون / المبلغ / ادفعلكم / كاش / نقد / نقدا / نقدي / كاش عند الاستلام
الدفع عند الاستلام / فيزا / ماستركارد / ماستر كارد / ماستر / ابل بي / آبل باي / ابل بيه / ايبل بي
سامسونج باي / تحويل / احول / تحويل بنكي / حوالة / حساب بنكي / رقم الحساب / ايبان / تابي / تمارا
تقسيط / اقساط / قسط / بطاقة ائتمان / بطاقة بنكية / شبكة / مدى / رابط دفع / لينك دفع / دفعات
اونلاين دفع / دفع الكتروني / دفع اونلاين / كريدت / كريديت / الفلوس / طرق الدفع / وسائل الدفع
pay / paying / payment / payments / payed / paid / cash / cod / cash on delivery / visa
mastercard / master card / apple pay / applepay / google pay / samsung pay / bank transfer
transfer / credit card / debit card / credit / debit / tabby / tamara / installment
installments / payment link / pay link / pay online / iban / invoice / pay later / cards accepted
adfa3 / dafa3 / dafe3 / adf3 / df3 / eldafe3 / addaf3 / kash / dfa3 / el daf3
""",
    "card": """
بطاقة / بطاقات / كرت / كارت / لينك / رابط / اونلاين / الكتروني
card / cards / link / online / electronic
""",
    "accept": """
تقبلون / يقبل / تقبل / تقبلوا / تاخذون / تاخذو / متاح / متاحة / ينفع / وسائل / طرق
accept / accepts / accepted / accepting / take / allow / allowed / tqblon / ta2balon / method
methods / option / options
""",
    "person": """
موظف / موظفة / موظفين / خدمة العملاء / خدمة الزبائن / الدعم / الدعم الفني / مسؤول / مسؤولة / مدير
احد / حد / شخص / انسان / بشر / الفريق / فريقكم / حدا / الادارة / وكيل / ممثل / موظفكم / احد منكم
حد منكم / حد يرد / احد يرد / صاحب المحل / صاحبة المحل / مندوبكم / كول سنتر
agent / human / person / somebody / someone / anyone / anybody / representative / rep / manager
customer service / customer care / support / call center / call centre / staff / team / operator
real person / admin / owner / supervisor / assistant / live agent / live chat / employee
muwazaf / mowathaf / mwthf / 7ad / ahad / a7ad / customer support / people
""",
    "talk": """
اكلم / اتكلم / نكلم / اكلمكم / اتواصل / تواصل / نتواصل / احاكي / احكي / تكلم / ارمس / ارمسكم
رمس / يكلمني / يتواصل / يتواصلون / تتصلون / اتصل / اتصلوا / الاتصال / تتواصلون / ردوا / ردو / رد
يرد / تردون / رد علي / ردوا علي / كلموني / كلمني / كلمونا / راسلكم / ارسلكم / اراسلكم / مراسلة
اكتب لكم / اتصلوا علي / يتصل فيني / يتصل علي / يتصلون فيني / اتصلوا فيني
رنوا علي / دقوا / دقولي / ترد / ما تردون / ماتردون / محد يرد / ليش ما تردون / رقمكم
ارقامكم / رقم هاتفكم / رقم التواصل / ارقام التواصل / واتساب / واتس / واتسكم / وتساب / واتس اب
تلفون / تلفونكم / هاتف / هاتفكم / رقم واتساب / رقم تلفون / ايميل / ايميلكم / البريد / رقم هاتف
انستا / انستقرام / انستغرام / حسابكم
call me back / call back / ring me / speak / speaking / talk / talking / contact / call / call me
chat / reach / reach you
whatsapp / whats app / watsapp / phone / telephone / phone number / your number / contact number
mobile / email / e mail / contact details / contact you / reply / respond / answer / answer me
message / connect / get in touch / hotline / number / instagram / insta / your instagram / akalem
atkalam / a7achi / atwasal / rqmkm / raqamkom / raqmkom / watsab / atasel / kallim / kalmoni
""",
    "language": """
عربي / عربية / انجليزي / انقليزي / الانجليزية / انجلش / اللغة / لغات / اوردو / هندي / انكليزي
انغليزي
english / arabic / language / languages / lang / in english / in arabic / urdu / hindi
malayalam / tagalog / french / inglizi / englizi / 3arabi / arabi / bil3arabi / bel3arabi
""",
    "speak": """
ارجع / رجع / رجعوا / رجعوه / رجعوها / back to
تتكلمون / تتكلم / تكلموا / تكلموني / حول / حولوا / حوله / حولوه / حولها / تحويل / غير / غيروا
غيره / تغيير / ابدل / ترجم / ترجموا / ترجمة / خلوه / خله / خلها / اختيار / الى / رد بال / كلمني
افهم / ما افهم / مافهم / اعرف / خلي
speak / talk / change / switch / translate / translation / set / reply / write / understand
dont understand / do not understand / turn / use / prefer / choose / select / version / only / no
not / dont
""",
    "good": """
سكري / السكري / diabetic / diabetes / diabetics
كحول / جيلاتين / خنزير / شحم / alcohol / gelatin / gelatine / pork / lard
قلوتين / قلوتن / حلال / طازج / طازة / طازجة / فريش / مضمون / مضمونة / نظيف / نظيفة / صحي / صحية
مرخص / مرخصة
ترخيص / رخصة / مكونات / مكوناتها / مكوناته / حساسية / مواد حافظة / مكسرات / جلوتين / غلوتين
صلاحية
تاريخ الصلاحية / تاريخ الانتهاء / الجودة / اصلي / اصلية / بيتي / بيتية / شغل بيت / شغل بيوت
صنع يدوي / شغل يدوي / من صنع / منو يسويه / منو يطبخ / مين يسويها / منو يسوي / نوعية / سكر / خالي
طبيعي / طبيعية / عضوي / مواد طبيعية / ملونات / الوان صناعية / اضافات / مضمونين / كم يوم تتم / تتم
يخترب / تخترب / يخيس / تخيس / محفوظ / مغلف
halal / fresh / ingredients / ingredient / allergy / allergies / allergens / allergen / allergic
gluten / nuts / preservatives / expiry / expiration / shelf life / licensed / licence / license
hygiene / clean / quality / homemade / home made / handmade / genuine / sugar free / vegan
vegetarian / organic / safe / 7alal / 6aza / taza / tazij / preservative / made of / contain
contains / who makes / who made / authentic / original / natural / additives / colouring / coloring
artificial / egg / eggs / dairy / lactose / sugar / go bad / good quality / pure / hygienic
original or copy / refrigerate / keep
صنع منو / منو يصنعها / منو صنعها / من اللي يسويها
""",
    "thing": """
الاكل / أكلكم / منتجاتكم / المنتجات / منتجكم / المنتج / اغراضكم / الاغراض / حلوياتكم / الطبخ
كلها / كله / كلش / اللحم / البضاعة / بضاعتكم / اشياء / اشيائكم / كل شي / طعام / الاطباق / شغلكم
شغل
food / foods / meat / products / product / items / item / everything / all / things / stuff
goods / meals / dishes / they / it / ingredients list
الاغذية / مأكولات
""",
    "dish": """
حلويات / حلو / حلا / كيك / كيكة / قهوة / معمول / لقيمات / هريس / بهارات / مخلل / خنفروش / بثيث
دبس
sweets / sweet / cake / cakes / coffee / spices / luqaimat / harees / maamoul / pickle
""",
    "sell": """
تبيعون / تبيع / تبيعوا / يباع / تبيعو / المتوفر / المتوفرة / اصناف / اصنافكم / منيو / منيوكم
مينيو / كتالوج / كتلوج / كاتالوج / قائمة / البيت الرئيسي / الرئيسية / تصفح / اتصفح / التسوق
المعروض / الباقات / الاقسام / فئات / منتجاتكم / المنتجات / البضاعة / بضاعتكم / شو عندكم
وش عندكم / ايش عندكم / شعندكم / شو تبيعون / شو تسوون / شو الموجود / شو عندكم جديد / الجديد
جديدكم / قائمة المنتجات / قائمة الاسعار
sell / selling / sold / menu / catalog / catalogue / browse / shopping / products / categories
category / packages / what do you sell / what do you have / what have you got / collection
رجعني للقائمة / رجوع للقائمة / ارجع للقائمة / ودني للقائمة / رجعني للرئيسية / ارجع للرئيسية
main menu / home page / start / restart / new arrivals / whats new / price list / product list
tbi3on / tabee3on / tbe3on / shu 3ndkm / shu 3ndkom / sho 3ndkom / shu 3indkum / menyu
""",
    "what-is": """
ولا شخص / ولا انسان / ولا بشر / او شخص / or human / or person / or a person / or a human
ناس حقيقيين / حقيقيين / حقيقي / real people / real
مساعدة / ساعدوني / ساعدني / ساعدونا / هلب / منو انتم / منو انتو / منو انت / مين انت / منو وياي
مين معاي / منو معاي / رد آلي / الرد الآلي
الي / كمبيوتر / آلة / من انتم / مين انتم / منو انتوا / مين انتو
من انتو / منو معي / من معي / مين معي / بوت / روبوت / انت بوت / انت روبوت / ذكاء اصطناعي
كيف تشتغلون / كيف يشتغل / كيف استخدم / تعليمات / ارشادات / شو هذا / وش هذا / ايش هذا / شو هالبوت
مو فاهم / مب فاهم / ما فهمت / مافهمت / ما افهم / مش فاهم / نبذة / عنكم / عن المركز / عن المشروع
شو تسوون انتوا / مين انتوا / شو انتوا
are you real / automated / automatic / machine / auto reply / help / help me / who are you
who is this / are you a bot / are you human / bot / robot
what is this / what can you do / how does it work / how does this work / instructions / guide
about you / about us / i dont understand / confused / ai / info about you / what do you do
whats this / assist / assistance / musa3ada / sa3doni / mosa3ada / lost
how this works / how it works / how to use
""",
    "discount": """
خصم / خصومات / كوبون / كود خصم / تخفيض / تخفيضات / عروض / عرض / عروضكم
discount / discounts / coupon / promo / promo code / offers / sale / sales / deals / voucher
""",
    "within": """
فيها / فيه / فيهم / يحتوي / تحتوي / يحتوون / تحتوون / داخلها
contain / contains / made of / made from / made with
""",
}

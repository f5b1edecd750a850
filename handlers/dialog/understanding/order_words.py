"""What people say of an order: that there is one, where it is, that it is to be another."""

from __future__ import annotations

ORDER_WORDS = {
    "buy": """
اطلب / نطلب / تطلب / اشتري / نشتري / اسوي طلب / اسوي اوردر / نسوي طلب / الشراء / الطلب / اعمل طلب
عمل طلب / تقديم طلب / اخذ / احجز / حجز / اقدم طلب / اشري / اوصي / اسوي طلبية / اعمل اوردر
سوي طلب / انزل طلب / اطلب منكم / نطلب منكم / اطلب اونلاين / اشتري منكم / اطلبه / نشري / اشري منكم
طريقة الطلب / طريقة الشراء / اطلب من عندكم / اطلب من وين / ابدا الطلب
الطلبات تكون / الطلب يكون
order / place order / place an order / make an order / make order / buy / purchase / ordering
buying / order from you / buy from you / put an order / order online / order something / 6lb
a6lb / atlob / atlub / a6lub / a6lib / ashtri / a6lab / work / ordering work
""",
    "order": """
طلب / طلبي / طلبية / طلبيتي / طلبيتنا / طلبنا / اوردر / اوردري / طلبات / طلباتي / طلبيات / طلبتي
شحنتي / الشحنة / طلبيتكم / طلبتها / طلبته / غرضي / اغراضي / الاغراض / طلب رقم / الحجز / حجزي
رقم الطلب / مشترياتي / الاوردرات / شريته / شريتها / اشتريته / اشتريتها / شريت / اشتريت
فاتورة / فاتورتي / فاتورة الطلب / ايصال / ايصالي / فواتيري
receipt / my receipt / invoice / my invoice / fatora / fatoora / fatorati
order / orders / my order / my orders / parcel / shipment / my package / my parcel / my stuff
my items / my things / purchase / ordr / oder / talabi / 6alabi / talabya / 6alabiya / talabiti
6alabiti / 6alabiyti / al6alab / eltalab / talabiyti / 6lbi / tlbi / talabiyah / 6lby
ordr number / order number / order no / my purchase / delivery order
وين المندوب / وين السائق / وين الدريول / المندوب وين / مندوبي / توصيلتي / where is the driver
where is driver / where is my driver / where is my delivery / where is delivery
where is the delivery / where is delivery boy / where is rider / my delivery where
""",
    "number": """
رقم / رقمي
number / no / num / nr
""",
    "arrive": """
يوصل / يوصلني / بيوصل / توصل / بتوصل / توصلني / وصلت / وصل / وصلني / وصلتني / يوصلون / وصول / يجي
بيجي / ييي / تجي / يصل / تصل / استلم / استلام / أستلمه / بستلم / يجيني / توصله / تيي / بتيي / ايي
بيي / يطلع / طلع / يوصلني الطلب / المندوب / السائق / الدريول
arrive / arrives / arriving / arrived / receive / received / come / comes / coming / reach
reached / reaches / yosal / ywsl / be delivered / delivered / came / yewsal / beyoosal / driver
courier / the driver / rider / on the way / on its way / on the road / out for delivery
twsl / tosal / tousal / tewsal / twasal
بالطريق / في الطريق / فالطريق / عالطريق / بالدرب / في الدرب / bel6areeg / biltareeq
""",
    "not-arrived": """
ما وصل / ما وصلت / ماوصل / ماوصلت / ما وصلني / ماوصلني / ما وصلتني / لم يصل / لم تصل / ما استلمت
ماستلمت / ما جا / ما جاني / مايا / ما ياني / ما يا / تاخر / متاخر / تاخرت / تأخرتوا / متاخرة
تأخير / لم استلم / ماجاني / ماياني / مب واصل / مو واصل / ماوصلتني / ماوصلنا / ما وصلنا / ما وصلكم
متاخرين / ما طلع / مستني / منتظر / منتظرة / انتظر / انطر / ناطر / ناطرة / ناطرين
nothing arrived / nothing came / nothing has arrived / nothing received / nobody came
no one came / no delivery yet / still nothing / nothing yet
لا شي وصل / ولا شي وصل / ما شفت شي / محد جا / محد وصل / ما حد جا / محد يا / ما في شي وصل
late / delayed / delay / not arrived / hasnt arrived / havent received / didnt receive
not received / didnt arrive / waiting / has not arrived / have not received / did not receive
did not arrive / not delivered / hasnt come / didnt come / not come / still waiting / overdue
never arrived / not here / ma wesal / ma wsl / mawsal / ma wasal / ma we9al / t2khar / m2akhar
ta2akhar
""",
    "cancel": """
الغولي / الغوه لي / الغي / الغاء / ألغيه / الغوا / الغو / تلغون / تلغوا / يلغي / نلغي / ملغي
كنسل / كانسل / اكنسل
كنسلوا / كنسلوه / كنسله / الغوه / الغيت / بطلت / ما ابيه / ما ابيها / ما اباه / ماابيه / ما اريده
ماباه / اكنسله / ما عاد ابيه / مابغيه / الغه / الغ / الغيها / بكنسل / بالغي / تكنسلون / شيلوا
لا ترسلون / لا ترسلونه / ما اباها / ماريده / مابا / ما ابغاه / ابطل / هونت / هونت عن / ما بغيت
مابغيت / ما ابغي / ماابغى / ما ابا / ما ابي / ما اريد / ما نبي / مانبي / نكنسل / خلاص / ماني
تراجعت / عدلت عن / نهون
i dont want / i do not want / cancel / canceling / cancellation / cancelled / dont want
do not want / dont need
no longer need / no longer want / call off / cancl / alghi / el3'i / al3'i / kansil / cancle
cansel / scrap / i changed my mind / changed my mind / stop
""",
    "change": """
بدال / بدل / instead of / instead
نسيت اكتب / نسيت احط / نسيت اضيف / زيدولي / زودولي / forgot to add / forgot to write
forgot to put
اغير / تغيير / غيروا / غير / تغيرون / نغير / بغير / اعدل / تعديل / عدلوا / عدل / تعدلون / نعدل
ابدل / بدلوا / تبديل / اضيف / نضيف / اضافة / اجل / تأجيل / أجلوا / تاجلون / احذف / حذف / ازيد
ازود / زيدوا / انقص / انقل / نقل / اصحح / تصحيح / تحديث / احدث / بعدل / يعدل / ضيفوا / تزيدون
غيري / عدلي / بدلي / تضيفون / غيرت / قدموا / اقدم موعد / تقديم / نأجل / اقدم / نأخر
change / changing / changed / edit / editing / modify / modification / update / updating / amend
reschedule / rescheduling / postpone / delay my / add / adding / remove / move / correct / fix my
switch / agayer / aghayer / a3adel / ta3deel / agheer / 3dl / 3addel / agayir / extend
""",
    "of-order": """
رقم تلفوني / تلفوني / رقم جوالي / جوالي / رقم موبايلي / موبايلي / رقم الفيلا / رقم البيت
رقم الشقة
عنوان / عنواني / موعد / موعدي / وقت التوصيل / موعد التوصيل / يوم التوصيل / رقمي / رقم الهاتف
الهاتف / هاتفي / رقم التلفون / التاريخ / الكمية / اللون / المقاس / ملاحظة / الاسم / اسمي
مكان التوصيل / موقعي / مكاني / عنوان التوصيل / لوكيشني / قطعة / قطع / شي / شيء / منتج / منتجات
غرض / حبة / صنف / اصناف / الوقت / يوم
address / my address / delivery address / delivery time / delivery date / time / date / slot
day / phone / phone number / my number / my phone / quantity / size / color / colour / note
name / location / item / items / something / product / products / time slot / my location
3nwani / 3inwan / mobile number
""",
    "status": """
hows / hows my / how is my / doing / شخبار / شو اخبار / وين صار / وين وصلتوا
حالة / تتبع / اتتبع / متابعة / اتابع / تابع / تتبعون / وصل لوين / لوين وصل / وين وصل / شو صار
شو صار على / شو صار ب / شصار / شو وضع / وضع / وش صار / اخبار / شو استوى / طلع ولا لا / جاهز / جهز
جهزتوه / شو استوى ب / شو سويتوا / جهزتوا / شصار على
status / track / tracking / trace / follow up / follow / update on / any update / update
updates / whats happening / what happened / progress / ready / shipped / dispatched / state
news / 7alat / halat / ttba3 / shu sar / shsar
""",
    "see": """
اشوف / شوف / عرض / اعرض / وروني / افتح / اظهر / قائمة / جميع / كل / السابقة / القديمة / الحالية
آخر
view / open / list / all / previous / old / past / history / current / last / latest / recent
""",
    "wrong": """
ناقص / ناقصة / غلط / خطأ / غلطان / خربان / خربانة / مكسور / مكسورة / مكسر / تالف / تالفة / معيوب
عيب / فاسد / خايس / مب نفس / غير اللي طلبته / مشكلة / شكوى / اشتكي / شكوه / بشتكي / اقدم شكوى
سيء / سيئة / زعلان / منزعج / ما عجبني / ارجع / ارجاع / استرجاع / ارجعه / مرتجع / استبدال / ابدله
استبدل / ترجيع / ارجعها / استرداد / فلوسي / استرد / ارد / ارده / اردها / نرد / رجع / رجعوا لي
رجعولي / يرجعون / استرجع / استرجاعه / مصاري
مصاريي / مصرياتي / نقص / نقصت / تضررت / ضرر / بايظ / راجع
ترجعون / تستبدلون / ترجعونه / سياسة / ضمان
غير مقاسي / مب مقاسي / مو مقاسي / غير المقاس / مقاس ثاني / لون ثاني / غير اللون / غير اللي طلبت
missing / wrong / incorrect / broken / damaged / defective / spoiled / bad / rotten / problem
issue / complaint / complain / complaining / return / returns / returning / refund / refunds
exchange / exchanging / replace / replacement / money back / refunded / not happy / disappointed
mushkila / mshkla / mushkla / shakwa / ghalat / 3'la6 / na8is / na2es / expired / return policy
exchange policy / policy / warranty / guarantee
ممزق / ممزقة / مقطوع / مقطوعة / مشقوق / منتهي / محروق / محروقة / وسخ / وسخة
torn / ripped / burnt / burned / stained / leaking / melted / crushed / cracked
""",
    "favourites": """
مفضلة / المفضلة / مفضلتي / مفضلاتي / المفضلات / المحفوظات / محفوظاتي / قائمة المفضلة
قائمة الامنيات / قائمة امنياتي / الويش لست / ويش ليست
favourites / favorites / my favourites / my favorites / favourite / favorite / wishlist / faves
wish list / my wishlist / my wish list / saved items / my saved items / favs / mufaddala
""",
    "cart": """
سلتي / السلة مالتي / سلة التسوق / سلة المشتريات / عربة التسوق / السلة مالي / اكمل الطلب
إكمال الطلب / اتمام الطلب / اتمم الطلب / انهي الطلب / وين السلة / السلة وين / شو في السلة
شو فالسلة / افتح السلة / افتحوا السلة / عرض السلة / شوف السلة / اشوف السلة / ابي السلة / ابا السلة
ابغي السلة / السلة مالتي وين / فضي السلة / وين سلتي
my cart / my basket / cart / shopping cart / shopping basket / show cart / view cart / sallati
salti / checkout / check out / basket items / open cart / open my cart / see my cart / go to cart
where is cart / where is my cart / where is my basket / what is in my cart / whats in my cart
check my cart / empty cart / empty my cart / clear cart / shopping bag / my bag
افتحوا سلتي / افتح سلتي / شوف سلتي / اعرض سلتي / عرض سلتي
""",
    "courier": """
المندوب / مندوب / مندوبكم / السائق / السايق / الدريول / الموصل / راعي التوصيل / عامل التوصيل
courier / driver / rider / delivery boy / delivery guy / delivery man / delivery person
""",
}

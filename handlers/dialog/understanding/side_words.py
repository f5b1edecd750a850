"""What is said beside anything that is asked: politeness, question words, places and days."""

from __future__ import annotations

SIDE_WORDS = {
    "may": """
ممكن / اقدر / نقدر / تقدرون / يمكن
do / does / did / can / could / would
""",
    "vocative": """
يا / ya
""",
    "ask": """
متى / امتى / متا / كيف / شلون / اشلون / ازاي / وين / فين / اين / ليش / ليه / لماذا / لماذ / هل
منو / مين / من اللي
when / whens / how / where / wheres / why / who / whose / mta / meta / kaif / shlon / wain / wen
lesh / leish
""",
    "please": """
لو سمحت / لو سمحتم / لو سمحتوا / لو سمحتو / لو سمحتي / لوسمحت / لوسمحتوا / من فضلك / من فضلكم
فضلا / رجاء / بليز / اخوي / اختي / حبيبي / حبيبتي / الغالي / الغالية / والله / الحين / الان / يلا
يالله / خلاص / ان شاء الله / باذن الله / انا / عليه / عليها / هذا / كذا / كذي / جذي
please / pls / plz / kindly / now / dear / sir / madam / bro / habibi / walla / wallah / wallahi
it / i / that / this
then / yalla
""",
    "polite": """
امي / ابوي / خالتي / عمتي / بنتي / ولدي / زوجي / زوجتي / جدتي / يدتي / ربيعتي / صديقتي / اهلي
عيالي / له / لها / لهم
عنده / عندها / عندهم / اسر / الاسر / هالاسر / امهات / اياه / اياها / اياهم / اللي / ما عليكم امر
عليكم امر / بصراحة
mother / mom / mum / father / daughter / son / wife / husband / aunt / grandma / grandmother
ladies / girls / my family
دورت / بحثت / وما / وياي / وياه / مالكم / ترى / طيب / زين عيل / عيل / انزين
لو سمحت / لو سمحتم / لو سمحتوا / لو سمحتو / لو سمحتي / لوسمحت / لوسمحتوا / لوسمحتو / لو تكرمتم
لو تكرمت / من فضلك / من فضلكم / فضلا / رجاء / ارجو / بليز / اذا ممكن / اذا سمحتوا / إذا سمحت / عفوا
المعذرة / اسف / آسفة / ممكن / يمكن / اقدر / نقدر / استطيع / تقدرون / يصير / بامكاني / هل / يا
اخوي
اختي / خيتي / الغالي / الغالية / الغاليين / حبيبي / حبيبتي / بس / انا / نحن / احنا / حنا / انتم
انتوا / انتو / انت / انتي / هذا / هذي / هاي / هذه / هاذا / ذا / هنا / هني / بعد / يعني / والله
ترا
عن / على / ع / ب / في / فيه / فيها / مع / من / الى / لين / لي / لنا / لكم / عندي / عشان / علشان
حق
مال / مالي / مالتي / مالت / مالتكم / مب / مش / مو / ان / إنه / او / ولا / و / اذا / اي
الذي / التي / كل / غير ذلك / ابي / ابغي / ابا / بغيت / بغينا / نبي / نبغي / اريد / نريد / ودي
ودنا
حاب / حابة / حابين / احتاج / عايز / عاوز / بدي / بدنا / اود / اعرف / نعرف / اعرفه / اسال / اسألكم
استفسر / استفسار / سؤال / عندي سؤال / عندي استفسار / معلومات / تفاصيل / تفاصيل اكثر / خبروني
خبرني
علموني / قولوا لي / قولولي / وضحوا / تفيدوني / افيدوني / تخبرني / تخبروني / تشرحون / توضيح / شرح
اشرحوا / بخصوص / بالنسبة / محتاج / محتاجة / بسرعة / ضروري / مستعجل / مستعجلة / الحين / حاليا
اليوم
باجر / بكرا / بكرة / غدا / امس / لسه / لين الحين / حتى الان / الى الان / الى الحين / صار لي / صارلي
صاير / من زمان / يومين / ايام / ساعتين / اسبوع / نص ساعة / من ساعة / من ساعتين / من الصبح / من امس
جدا / وايد / كثير / كتير / اوي / قوي / مرة / خالص / اكثر / بالضبط / بالزبط / تقريبا / عادة / نفسي
حبيت / ابيكم / اباكم / ابغاكم / ليش / ليه / لماذا / why
جميعا / للجميع / يا جماعة / جماعة / شباب / بنات / اخواتي / اخوان / كلكم / عطوني / اعطوني / عطني
اعطني / تعطوني
ارسلوا / ارسل / دزوا / دز / طرشوا / طرش / ارسلولي / تطرشون / دلوني / دلني / افهموني / لا / ولا لا
حتى / قبل / نفس / نفسه / اذا طلبت / لو طلبت / طلبت / بطلب / لما / لمن / بعدها / هم / هو / هي / كان
كانت / يكون / تكون / عليه / عليها / عليكم / منكم / فيكم / منها / منه / مره / مرتين / وحدة / واحد
واحدة / شخصي / لازم / متوفر / باقي / بيكون / هالمرة / الياي / الجاي / القادم / القادمة / بدون / بلا
please / pls / plz / plez / kindly / can / could / would / may / might / will / should / must / i
we / you / u / ya / do / does / did / is / are / r / am / was / were / be / been / it / its / that
this
these / there / them / they / ur / youre / the / a / an / to / for / of / on / in / at / by / from
with / about / and / or / if / just / also / any / some / me / my / mine / us / our / your
have / has / had / having / get / got / give / need / want / wanna / would like / id like / like
know / ask / asking / question / inquiry / info / information / details / detail / wondering / tell
let / let me know / tell me / show / show me / see / find / find out / check / now / today
tomorrow / yesterday / yet / still / already / again / urgent / urgently / asap / quick / excuse me
sorry / sir / madam / maam / dear / guys / team entaj / possible / possibly / able / here / exactly
normally / usually / please help / hours ago / hour / hours / minutes / mins / weeks / nothing
days / day / day ago / week / ago / since
im
ive / id / i am / s / re / m / ll / t / im asking / el / al / il / law sam7t / law sama7tu
lo sm7t
lw smhtu / mumkin / momken / bghait / abi / aba / abgha / abghi / baghi / ay / 3ndi soal
3ndi su2al / fi / min / ma3 / 3la / yalla / bas / 7ag / hag / ana / a3rf / a3ref / ya3ni / alheen
al7een / send / share / above / under / over / per / same / when i / after / before / then / more
one / lot / lots / alot / a lot / so much / so / another / which one / go / use / using / made
make / placed / next / him / her / habibi
7abibi / habibti / bro / brother / sis / sister / dear team / hey / the next / kindly share / gonna
need to / have to / million / team / all of you / everyone / everybody / coming / upcoming
without
their / which / yani / actually / only
""",
    "have": """
معاكم / معكم / وياكم
عندكم / عندكن / عندك / عندج / لديكم / لديك / هل يوجد / يوجد / هل هناك / هناك / متوفر / متوفرة
يتوفر / توفرون / تقدمون / في عندكم / فيه عندكم / عندكو / موجود / موجودة / تسوون / تسوي / تعملون
توفروا / خدمة / خدمات
available / offer / offering / provide / 3ndkm / 3ndkom / 3indkum / 3endkom / service / services
""",
    "what": """
شو / وش / ايش / شنو / شنهو / ايه / ما / ماهي / ما هي / ما هو / ماهو / اش / وشو / شو هي / شو هو
اي
what / whats / what is / what are / which / shu / sho / shno / shnu / wesh / aish / eish / shinu
""",
    "how": """
كيف / كيفية / شلون / اشلون / شلونه / طريقة / خطوات / كيفه / شو طريقة / ازاي / آلية
how / how do / how can / how to / way / steps / process / procedure / kaif / kef / kif / shlon
kayf
شو اسوي عشان / شو لازم اسوي عشان / وش اسوي عشان / what should i do to / what do i do to
what to do to
""",
    "where": """
وين / فين / اين / وينه / وينها / وينهم / وينكم / وينكن / فينكم / فينه / اينكم / وصل وين / وينج
وينك
where / wheres / where is / where are / wer / wer is / wain / wayn / wein / ween / weyn / wainkom
wenkom
""",
    "location": """
مكان / مكانكم / موقع / موقعكم / لوكيشن / لوكيشنكم / لوكشن / العنوان / عنوانكم / الخريطة
عالخريطة / وصف المكان / مقركم / مقر / قوقل ماب / جوجل ماب / وينكم / وينكن / فينكم / اينكم
عندكم محل / عندكم فرع / عندكم مكان / عندكم مقر
location / located / address / map / google map / google maps / directions / place / loc
lokeshn / lokation / mkankm / wainkom / wenkom / where are you
""",
    "when": """
متى / امتى / متا / وقت / اوقات / موعد / مواعيد / مواعيدكم / تاريخ / اي يوم / أي وقت / كم الساعة
الساعة كم / اي ساعة / كم يوم / كم المدة / مدة / كم ياخذ / كم يستغرق / كم يوم ياخذ / كم تاخذ
شو وقت / فترة / خلال / خلال كم / خلال كم يوم / تستغرق / يستغرق / ياخذ / تاخذ / ساعات / الساعة
when / whens / when is / what time / what day / which day / time / times / date / dates
how long / how many days / eta / how soon / take / takes / schedule / days / duration / mita
meta / mata / emta / mta / amta / ay sa3a / 9 / 10 / 11 / 12
""",
    "how-long": """
كم باقي / كم باقي على / كم بقى / كم بقى على
كم ياخذ / كم تاخذ / كم ياخذ وقت / كم يوم ياخذ / كم يستغرق / كم تستغرق / كم المدة
how long / how soon / when will i get / when do i get / when can i get
""",
    "how-much": """
كم / بكم / بكام / كام / قديش / شقد / كم سعر / سعر / اسعار / اسعاركم / تكلفة / كلفة / رسوم / قيمة
مبلغ / حساب / كم يكلف / يكلف / كم تكلف / مجاني / مجانا / بلاش / فري / كم رسوم / برسوم / كم تاخذون
كم تحسبون / شقد سعر / كم باقي
how much / price / prices / cost / costs / fee / fees / charge / charges / charged / rate / rates
free / kam / bkm / bekam / si3r / s3r / rusoom / rsom / hw much / hm / bkam
how many dhs / how many dirhams / كم درهم
""",
    "day": """
السبت / الاحد / الاثنين / الثلاثاء / الاربعاء / الخميس / الجمعة / يوم الجمعة / الويكند
نهاية الاسبوع / العيد / رمضان / الصبح / العصر / المغرب / الليل / العشاء / الظهر / صباحا / مساء
الليلة / المسا / يوميا / هالاسبوع / الاسبوع / هاليومين / اليايه / اليوم / باجر / بكرا / بكرة
نفس اليوم / سريع / مستعجل / فوري
saturday / sunday / monday / tuesday / wednesday / thursday / friday / weekend / weekends / eid
ramadan / morning / noon / evening / tonight / night / afternoon / daily / everyday
public holiday / holiday / holidays / fridays / week / next week / same day / today / tomorrow
next day / express
""",
    "place": """
الامارات / كل الامارات / جميع الامارات / امارة / مناطق / منطقة / منطقتنا / خارج / برا / داخل
الدولة / مدينة / مدن / البيت / بيتي / البيوت / لباب البيت / المنزل / الخليج / قطر / السعودية
الكويت / عمان / البحرين / الرياض / العمل / الدوام / مويلح / الرحمانية / الحزانة / القاسمية
المجاز / الخان / النهدة / التعاون / واسط / الجرينة / السيوح / الطي / البديع / الزاهية / مردف
البرشاء / الورقاء / الخوانيج / ند الحمر / المزهر / جميرا / المارينا / الروضة / الجرف / الحليو
الزورا / المويهات / النعيمية / الراشدية / الياهر / الخالدية / المرقاب / الشهباء / الفلج / القرائن
النوف / الصجعة / الرقة / الغبيبة / الرملة / الرفاعة / المنصورة / سمنان / الياش / الخزامية
السويحات / خارج الشارقة / خارج الامارات / برا الشارقة / داخل الشارقة / ضواحي / الفريج / فريجنا
الباب / عند الباب / باب البيت / باب بيتي / الشقة / فيلا / لام القيوين / ام القيوين
emirates / emirate / uae / areas / area / region / regions / city / cities / home / outside
abroad / international / gulf / gcc / saudi / ksa / oman / qatar / kuwait / bahrain / country
house / door / doorstep / everywhere / anywhere / all over / muwaileh / muwailih / rahmaniya
nahda / al nahda / majaz / qasimia / mirdif / jumeirah / marina / barsha / khawaneej / warqa
alain / al ain / dubay / ajman / shj / dxb / rak / auh / shj city / university city / al khan
taawun / nearby / outside sharjah / northern emirates / my area / my place / gcc countries
at the door / flat / apartment / villa / workplace / office building / delivered to / cover
you cover / do you cover / serve / you serve
""",
    "who": """
منو / مين / من هو / من هم / منو اللي / مين اللي
who / whos / who is / who are
""",
}

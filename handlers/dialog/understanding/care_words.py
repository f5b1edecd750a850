"""What is said of how it was: praise, an apology, what is lost, and what is to be no more."""

from __future__ import annotations

CARE_WORDS = {
    "want": """
ابي / ابغي / ابغى / ابا / بغيت / بغينا / نبي / نبغي / اريد / نريد / ودي / ودنا / احتاج / محتاج
محتاجة / عايز / عايزة / عاوز / عاوزة / بدي / بدنا / حاب / حابة / ادور / ندور
want / need / wanna / looking for / search / searching
""",
    "praise": """
يفتح النفس / تفتح النفس / يفتح الشهية / يجننون
ما عليها كلام / ما عليه كلام / ما عليكم كلام / enjoyed / enjoyed it / really enjoyed
loved everything
رائعين / رائعات / مبدعين / مبدعات / heavenly / divine / incredible / perfect / fabulous / superb
بنات ذهب / ذهب
يجنن / تجنن / خيال / خيالي / خيالية / لذيذ / لذيذة / رهيب / رهيبة / خرافي / خرافية / مرتب
مرتبة / فخم / فخمة / يشهي / تشهي / جميل / جميلة / رائع / رائعة / ممتاز / ممتازة / تحفة / تهبل
يهبل / عجيب / عجيبة / عجبني / عجبتني / عجبنا / عيبني / عيبتني / يعجبني / يعيبني / اعجبني / اعجبتني
حبيته / حبيتها / بطل / ابطال / ابداع / مميز / مميزة / حلو / حلوة / حلوين / زاكي / زاكية / طيبة
شهي / شهية / نايس / راقي / راقية / فنان / احسن / افضل / احلى / روعة
amazing / awesome / delicious / yummy / tasty / lovely / love it / loved it / i love it
beautiful / excellent / wonderful / fantastic / gorgeous / impressive / stunning
well done / good job / great job / great work / nice work / pretty / nice / best / brilliant
so good / very good
""",
    "was": """
شكله / شكلها / شكلهم / يفتح النفس / تفتح النفس
بصراحة / ما عليها كلام / ما عليه كلام / enjoyed / enjoyed it / loved everything
كان / كانت / كانوا / طعمه / طعمها / طعمهم / طعم / ريحته / ريحتها / ريحتهم / طلع / طلعت / صراحة
الصراحة / ما شاء الله / ماشاء الله / ماشالله / ما شالله / تبارك الله / تبارك الرحمن / اللهم بارك
وايد / جدا / اوي / كتير / والله / عجبني / عجبتني / شغلكم / شغلكن / طبخكم / طبخكن / اكلكم / ايديكم
هالشغل / هالابداع
was / were / is / are / tastes / tasted / smells / looks / mashallah / masha allah / mashaallah
so / very / really / it / this / work
""",
    "sorry": """
اسف / آسفة / اسفين / اعتذر / نعتذر / اعتذاري / سامحوني / سامحونا / سامحني / المعذرة / معذرة
معليش / معلش / عذرا / العذر / عفوا / السموحة / اسمحوا لي / اسمحولي / اسمحوا لنا / اسمحولنا
sorry / apologies / apologize / apologise / my apologies / pardon / my bad / forgive me / so sorry
im sorry / soory / sry
""",
    "mis": """
غلطت / غلطان / غلطانة / بالغلط / كتبت غلط / ارسلت غلط / طرشت غلط / ضغطت غلط / بالخطأ / خطأ مني
غلطة / غلطتي / غلط مني / الازعاج / ازعاج / ازعجتكم / ازعجناكم / ازعجتك / طولت عليكم / طولنا عليكم
ثقلت عليكم / عالازعاج / على التأخير / على التاخير في الرد / عالتأخير / تأخرت عليكم / تاخرت في الرد
رقم غلط / محادثة غلط
wrong chat / wrong number / wrong person / by mistake / my mistake / mistake / typo
wrong message / disturb / disturbing / to bother / bothering you / bother / for the delay
for the late reply / late reply / wrong button / accident / accidentally / for the trouble
the inconvenience
""",
    "receipt": """
فاتورة / فاتورتي / الفاتوره / ايصال / ايصالي / رمز الاستلام / رمز التسليم / كود الاستلام
كود التسليم / كود الطلب / رمز الطلب / رقم الطلب / رقم طلبي / ورقة الاستلام / باركود / الباركود
كيو ار
receipt / my receipt / invoice / my invoice / order number / order code / receipt code
pickup code / delivery code / qr / qr code / barcode / order no / my bill / bill
""",
    "slip": """
وصل / الوصل / وصلي / ورقة / كود / رمز / قسيمة
code / paper / slip
""",
    "lost": """
ضاع / ضاعت / ضاعوا / ضيعت / ضيعته / ضيعتها / ضيعنا / مضيع / مضيعة / فقدت / فقدته / فقدتها / راح
راحت مني / راح مني / راحت / مسحت / مسحته / مسحتها / انمسح / انمسحت / انحذف / انحذفت / حذفت / حذفته
نسيت / نسيته / نسيتها / ما لقيت / مالقيت / ما القى / ما لقيته / ما لقيتها / مب لاقي / مب لاقية
مب محصل / مب محصلة / ما حصلت / ماحصلت / ما حصلته / طاح / طاحت / طاحت مني / طاح مني / اختفى / اختفت
من وين اطلع / كيف اطلع / كيف احصل / ابي نسخة / نسخة / مرة ثانية
مره ثانيه / تعيدون / تعيدونها / تعيدونه / اعادة ارسال / المحادثة / الشات / الجوال / تلفوني
lost / lose / losing / cant find / cannot find / can not find / didnt find / did not find / forgot
forgotten / deleted / misplaced / gone / dropped / resend
copy / another copy / duplicate / dont have / do not have / get again / chat
""",
    "stop": """
بسكم / بس / كافي / يكفي / كفاية / enough / too many / too much
وقف / وقفوا / اوقف / اوقفوا / توقفوا / بطلوا / لا ترسلون / لا ترسلوا / لا ترسلي / لا تطرشون
لا تطرشوا / لا تطرشولي / لا ترسلولي / لا تدزون / لا تبعتوا / ما ابي / ما ابغى / ما اريد / مابي
مابا / ما ابا / الغاء / الغوا / سكتوا / كتم / ايقاف
stop / mute / dont send / do not send / no more / turn off / disable / quit sending / i dont want
""",
    "messages": """
رسايل / رسائل / الرسائل / رسايلكم / رسائلكم / مسجات / مسجاتكم / اشعارات / الاشعارات / تنبيهات
التنبيهات / اعلانات / اعلاناتكم / تذكير / تذكيرات / التذكيرات / البث
messages / msgs / message / texting / texts / notifications / notification / alerts / ads
reminders / reminder / spam / updates / sending
""",
    "unsubscribe": """
الغاء الاشتراك / الغي الاشتراك / الغوا اشتراكي / شيلوني من القائمة / احذفوني / شيلوني / شيلوا رقمي
unsubscribe / opt out / optout / stop messaging me / stop texting me / remove me
remove my number
""",
    "erase": """
امسح / امسحوا / مسح / تمسحون / تمسحوا / احذف / احذفوا / حذف / تحذفون / محو / امحوا / ازالة / الغاء
الغوا / شيلوا
delete / erase / remove / deleting / deactivate / close / wipe
""",
    "data": """
رقمي / ارقامي / محادثتي / محادثاتي / سجلي / my number / my chat / my history
بياناتي / بيانات / البيانات / معلوماتي / حسابي / الحساب / اكاونتي / الاكاونت / خصوصيتي
my data / data / my account / account / my info / my information / personal data / my details
""",
    "privacy": """
خصوصية / الخصوصية / سياسة الخصوصية / الامان / خصوصيه
privacy / privacy policy
""",
    "broke": """
نسيتوا / نسيتو / ما حطيتوا / ما حطيتو / ما طرشتوا / مب طلبي / مو طلبي / مش طلبي
you forgot / forgot to send / not my order / not mine
انكسر / انكسرت / تكسر / تكسرت / منكسر / منكسرة / متكسر / متكسرة / مكسرة / انسكب / انسكبت / منسكب
منسكبة / انكب
انكبت / منكب / ذاب / ذابت / خرب / خربت / خربانين / انشق / انشقت / انفتح / انفتحت / تمزق / تمزقت
عفن / معفن / معفنة
تشقق / انقطع / انقطعت / اخترب / اختربت / طاحت حبته / انخدش / تفتت / تفتتت / انعفس / معفوس / معفوسة
باظ / باظت
broke / spilled / shattered / melted / cracked / arrived broken / fell apart / came off / tore
faded
shrank / ripped off / somebody elses / someone elses / somebody else / someone else / another order
""",
    "past": """
كان / كانت / كانوا / طلع / طلعت / طلعوا / وصلني / وصلتني / جاني / جاتني / ياني / يتني / وصل / وصلت
صار / صارت
was / were / came / turned out / arrived / tasted / looked
""",
}

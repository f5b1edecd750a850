"""What is asked beyond the goods: to fetch them, to come with children, to have them made so."""

from __future__ import annotations

WISH_WORDS = {
    "minimum": """
اقل طلب / اقل حد / اقل كمية / اقل مبلغ / حد ادنى / الحد الادنى / ادنى حد / اقل قيمة / اقل طلبية
الحد الادنى للطلب / حد ادنى للطلب / ادنى طلب
minimum / minimum order / min order / minimum amount / smallest order
""",
    "little": """
قطعة وحدة / حبة وحدة / قطعة واحدة / حبة واحدة / قطعه بس / حبة بس / اقل / ادنى
one piece / only one / just one / single piece / min / at least
""",
    "fetch": """
استلم / استلمه / استلمها / استلام / نستلم / نستلمه / بستلم / بستلمه / اخذه / اخذها / اخذ / ناخذ
ناخذه / باخذه / امر عليكم / امر اخذ / امر اخذه / امر اخذها / امركم / بمر / بمر عليكم / بمركم / امر
نمر / اجي اخذ / ايي اخذ / ييت اخذ / اجي اخذه / ايي اخذه / شيله بنفسي
pick / picking / pick up / pickup / pick it up / pick them up / collect / collect it / collection
fetch / pickup point / take it
""",
    "pick-up": """
استلام شخصي / استلام ذاتي / استلام من الفرع / الاستلام من الفرع / استلام من المركز
الاستلام من المركز / استلام من المعرض / الاستلام من المعرض / استلام من البازار
الاستلام من البازار / استلام من عندكم / بدون توصيل / نقطة استلام / مكان الاستلام / من وين استلم
من وين استلمه / من وين الاستلام / وين استلم / وين استلمه / وين الاستلام
self pickup / self pick up / self collection / pickup available / pickup location / pickup place
without delivery / no delivery
""",
    "self": """
بنفسي / عندكم / منكم
myself / in person / by myself / own
""",
    "parking": """
باركنات / باركينات / مواقفكم / وين اوقف / وين نوقف / وين اصف
مواقف / مواقف سيارات / موقف سيارة / باركن / باركنج / باركينج / موقف / مصلى / حمام / حمامات
دورة مياه / العربانة / كرسي متحرك / اصحاب الهمم / تذكرة / تذاكر / تذكره / رسوم الدخول / دخول مجاني
الدخول مجاني / دخولية / كافيه
parking / park / car park / car parking / toilet / toilets / restroom / prayer room / wheelchair
stroller / ticket / tickets / entry fee / entrance fee / free entry / entrance / crowded
""",
    "entry": """
دخول / الدخول / ندخل / ادخل / تدخل / يدخل / يدخلون / ممنوع / مسموح / تسمحون / يسمح / يسمحون / نجيب
اجيب / ايب / نييب / نجيبهم
allowed / entry / enter / admission / bring / permitted / allow / get in
""",
    "folk": """
حريم / للحريم / نساء / للنساء / نسوان / سيدات / للسيدات / بنات / للبنات / رجال / للرجال / رياييل
للرياييل / شباب / للشباب / عوايل / للعوايل / عائلات / للعائلات / اهل / يهال / اليهال / لليهال
اطفال / للأطفال / عيال / العيال / عيالي / صغار / مختلط / فقط / ضيوف / الكل / للكل / للجميع
الجميع
women / ladies / ladies only / women only / men / families / family / kids / children / child
baby / babies / only / public / mixed / everyone / pets / dogs / kid
""",
    "for-team": """
تبيع عندكم / يبيع عندكم / تبيع معكم / تعرض عندكم / يعرض عندكم / نعرض عندكم / تشارك معكم / تضبطون
تزبطون / تجهزون
تسوون لي / تسوولي / تسوين لي / ضبطولي / جهزولي / sell here / sell at
تغلفون / تغلفونه / تغلفونها / تغلفوا / غلفوه / غلفوها / اغلفه / اغلفها / نغلف / تفصلون / تفصلوا
تفصلولي / تطرزون / تطرزوا / تخيطون / تكتبون الاسم / تكتبون اسم / اكتب اسمي / اكتب اسم
تكتبون اسماء / نكتب اسم / تحفرون / اشترك معكم / اشترك معاكم / اشترك / نشترك / اشارك
اشارك معكم / نشارك / نشارك معكم / اسجل / نسجل / انضم / انضم لكم / انضم معكم / ننضم / اتطوع / نتطوع
اتعاون / نتعاون / اشتغل معكم / اشتغل عندكم / اعرض منتجاتي / اعرض شغلي / اعرض عندكم / ابيع عندكم
ابيع معكم / ابيع منتجاتي / نبيع عندكم / اصور معكم / تدربون
wrap it / wrap them / customize / customise / personalize
personalise / made to measure / join you / join as / register as / sign up / volunteer
collaborate / wrap as / sell with you / sell my products / participate / work with you
work for you
""",
    "team-matter": """
مدرسة / مدرستنا / طالبة / طالبات / طلاب / شركتنا / جهة / دائرة / روضة
تغليف / تغليفه / تغليف هدايا / تغليف هدية / تفصيل / تفصال / حسب الطلب / على الطلب / على ذوقي / خاص
خاصة / مخصوص / جملة / بالجملة / للجملة / الجملة / كميات / كمية كبيرة / كميات كبيرة / اعراس
للاعراس / اعراسكم / عرس / مناسبات / للمناسبات / مناسبة / حفلات / حفلة / للشركات / شركات / شركة
فعاليات / مدارس / للمدارس / طلبية خاصة / طلبيات خاصة / طلب خاص / طلبات خاصة / اسرة منتجة
اسر منتجة / الاسر المنتجة / كاسرة منتجة / كاسرة / تسجيل / التسجيل / اشتراك / مشاركة
المشاركة / تطوع / التطوع / تدريب / وظيفة / وظائف / شغل عندكم / دورة / دورات / ورشة / ورش / شراكة
رعاية / تعاون / مقاسات / المقاسات / مقاس / قياسات / قياس / الوان / الوانكم / سجل تجاري / كمكان
wholesale / bulk / bulk order / bulk orders / large quantity / large order / corporate / events
wrap / wrapping / join / register / tailor / tailoring / engrave / wedding / weddings / party
catering / custom / customized / customised / personalized / personalised / special order
special orders / special request / productive family / productive families / volunteering
membership / partnership / sponsor / sponsorship / job / jobs / vacancy / hiring / internship
training / workshop / workshops / course / courses / sizes / size / size chart / measurements
colours / colors / gift wrapped / custom made / gift wrap
""",
    "gift": """
هدية / هدايا / كهدية / هديه / للهدية / هداياكم / بطاقة اهداء / كرت اهداء
gift / gifts / as a gift / as gift / present
""",
    "concern": """
سكري / السكري / diabetic / diabetes / diabetics
كم يوم تقعد / كم يوم يقعد / كم تقعد / تقعد / يقعد / كم تجلس / كم يوم تجلس / تدوم / يدوم / last
lasts / keep for / تتحسس / يتحسس
حساسية / الحساسية / حساسيه / اتحسس / صلاحية / صلاحيتها / صلاحيته / الصلاحية
مدة الصلاحية / مدة صلاحية / مكونات / المكونات / مكوناتها / مكوناته / مكوناتكم / تاريخ الانتهاء
تنتهي صلاحيته / كم يتم / كم تتم / ينحفظ / تنحفظ / سعرات / السعرات
allergy / allergies / allergic / allergen / allergens / expiry / expire / expires / expiration
shelf life / best before / ingredients / ingredient / calories
""",
    "prices": """
الاسعار / اسعار / اسعاركم / اسعار المنتجات / قائمة الاسعار / غالي / غالية / / ارخص / رخيص
رخيصة / تفاوض / للتفاوض / قابل للتفاوض / نهائي / السعر نهائي / ينقص السعر / تراعون / راعونا
مراعاة / تنزلون السعر / كاسر / كوبون
prices / price list / pricing / expensive / cheaper / cheap / cheapest / negotiable / bargain
price range / final price / best price / last price / too much
""",
    "ordered": """
طلبت / طلبنا / طلبته / طلبتها / شريت / شرينا / اشتريت / اشترينا / وصيت
i ordered / ordered / i bought / bought / we ordered / i asked for / i paid for
""",
    "got": """
جاني / جاتني / جتني / ياني / ييتني / ياتني / يتني / وصلني / وصلتني / وصلنا / عطوني / عطيتوني
اعطوني / يابولي / جابولي / جابوا / يابوا / جالي / جاتلي / لقيت / طلع / طلعت / استلمت
got / received / i got / i received / you sent / they sent / they gave
""",
    "spoilt": """
مفتوح / مفتوحة / بارد / باردة / مفتت / مفتتة / مفتوت / مكبوب / مكبوبة / مندلق / مسكوب / ذايب
ذايبة / سايح / سايحة / مخيس / مخيسة / معصور / مطعوج / مطعوجة / مخدوش / مخدوشة / مفكوك / مفكوكة
مب كامل / مو كامل / مب كاملة / مو كاملة / مش كامل / غير كامل / مب حلو / مب زين / مب زينة / مو زين
مب طيب / حامض / قديم / قديمة / يابس / يابسة / ني / محروق / فاضي / فاضية / مب لوني / لونه غلط
مقاسه غلط / صغير علي / كبير علي / ما ناسبني / ما ناسب / ما ناسبت / مقاسها
cold / opened / spilled / spilt / crumbled / smashed / open / empty / stale / dry / dirty / burned
incomplete / not complete / not fresh / doesnt fit / does not fit / didnt fit / too small
too big / mouldy / moldy / sour / undercooked / squashed / leaked / different / scratched
""",
}

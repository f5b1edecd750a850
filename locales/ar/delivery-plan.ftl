# مواعيد التوصيل: الخطة كما تعدّلها الإدارة، وأيام التوقف، والطلبات التي تحتاج موعداً آخر
menu-delivery = مواعيد التوصيل: الأيام والساعات والرسوم
button-delivery-plan = مواعيد التوصيل
delivery-title = مواعيد التوصيل
delivery-plan = <b>مواعيد التوصيل</b>
weekday-monday = الاثنين
weekday-tuesday = الثلاثاء
weekday-wednesday = الأربعاء
weekday-thursday = الخميس
weekday-friday = الجمعة
weekday-saturday = السبت
weekday-sunday = الأحد
delivery-every-day = كل يوم
delivery-and = { $before }، { $then }
delivery-hours = { $starts } – { $ends }
delivery-window =
    { $hours } · { $count ->
        [zero] لا طلبات
        [one] طلب واحد
        [two] طلبان
        [few] { $count } طلبات
        [many] { $count } طلباً
       *[other] { $count } طلب
    }
delivery-day-line = <b>{ $days }</b>: { $windows }
delivery-no-windows = لا توصيل
delivery-none-that-day = لا توصيل في هذا اليوم.
delivery-season = <b>{ $name }</b> ({ $days })
delivery-lead =
    أقرب توصيل: { $days ->
        [zero] في يوم الطلب نفسه
        [one] في اليوم التالي للطلب
        [two] بعد الطلب بيومين
        [few] بعد الطلب بـ { $days } أيام
        [many] بعد الطلب بـ { $days } يوماً
       *[other] بعد الطلب بـ { $days } يوم
    }
delivery-ahead =
    مدة الحجز المسبق: { $days ->
        [zero] بلا حجز مسبق
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يوماً
       *[other] { $days } يوم
    }
delivery-cutoff-at = الطلبات بعد الساعة { $at } تُحسب لليوم التالي.
delivery-cutoff-hours =
    يُقبل الطلب حتى { $hours ->
        [zero] بداية موعد التوصيل
        [one] ساعة واحدة قبل موعد التوصيل
        [two] ساعتين قبل موعد التوصيل
        [few] { $hours } ساعات قبل موعد التوصيل
        [many] { $hours } ساعة قبل موعد التوصيل
       *[other] { $hours } ساعة قبل موعد التوصيل
    }.
delivery-free = التوصيل مجاني ابتداءً من { $amount }.
button-delivery-week = 🗓 الأيام والساعات
button-delivery-closures = أيام التوقف
button-delivery-fees = الرسوم
button-delivery-lead = أقرب توصيل
button-delivery-ahead = الحجز المسبق
button-delivery-cutoff = آخر وقت لقبول الطلب
button-delivery-free = التوصيل المجاني
delivery-week =
    <b>الأيام والساعات</b>

    يُرجى اختيار يوم لتعديل مواعيده.
delivery-weekday = <b>{ $day }</b>
button-remove-window = حذف { $hours }
button-add-window = ➕ إضافة موعد
button-copy-weekday = تعميمها على كل الأيام عدا الجمعة
delivery-copy-sure = هل تحلّ هذه المواعيد محل مواعيد بقية الأيام؟ تبقى مواعيد الجمعة كما هي.
delivery-week-copied = صارت هذه المواعيد لكل الأيام عدا الجمعة.
delivery-window-removed = حُذف الموعد.
delivery-window-gone = سبق حذف هذا الموعد.
delivery-window-over = يتداخل هذا الموعد مع { $window }. يُرجى كتابة ساعات أخرى، أو حذف ذلك الموعد أولاً.
delivery-changed = ✅ حُفظ التعديل، ويسري من الآن.
delivery-so-many-days =
    { $days ->
        [zero] في اليوم نفسه
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يوماً
       *[other] { $days } يوم
    }
delivery-ask-window =
    ما الموعد المراد إضافته يوم { $day }، ولكم طلباً يتسع؟

    مثال: <b>⁦16-20 30⁩</b> (من 4 إلى 8 مساءً، 30 طلباً).
delivery-what-window = لم يتضح الموعد. تُكتب الساعات بنظام 24 ساعة ثم عدد الطلبات، مثل: ⁦16-20 30⁩. وتُكتب ساعات الصباح قبل السابعة هكذا: ⁦05:00-07:00 10⁩. وينتهي الموعد في اليوم نفسه.
delivery-ask-fee = كم رسوم التوصيل إلى { $emirate } بالدرهم؟ مثل: 25. ويُكتب 0 إن كان التوصيل مجانياً.
delivery-what-fee = لم يتضح المبلغ. يُرجى كتابة مبلغ لا يزيد على 1,000 درهم، مثل: 25 أو 25.50.
delivery-ask-lead = بعد كم يوماً من الطلب يكون أقرب توصيل؟ الرقم 0 يعني اليوم نفسه.
delivery-what-lead = يُرجى كتابة رقم من 0 إلى 30.
delivery-ask-ahead = قبل كم يوماً يمكن حجز موعد التوصيل؟
delivery-what-ahead = يُرجى كتابة رقم من 1 إلى 90.
delivery-ask-cutoff =
    ما آخر وقت لقبول الطلب؟

    يمكن كتابة ساعة، مثل <b>18:00</b>، فتُحسب الطلبات بعدها لليوم التالي. ويمكن كتابة مدة قبل موعد التوصيل، مثل <b>3 ساعات</b>.
delivery-what-cutoff = لم يتضح الوقت. يُرجى كتابة ساعة، مثل: 18:00 أو 6 م، أو عدد الساعات، مثل: 3 ساعات (72 على الأكثر).
delivery-cutoff-none = حتى بداية الموعد
delivery-cutoff-choice = حتى الساعة { $at }
delivery-ask-free = من أي مبلغ للمنتجات يصبح التوصيل مجانياً، بالدرهم؟ مثل: 300.
delivery-what-free = لم يتضح المبلغ. يُرجى كتابة مبلغ أكبر من صفر، مثل: 300.
delivery-free-never = لا توصيل مجاني
delivery-fees =
    <b>رسوم التوصيل</b>

    يُرجى اختيار إمارة لتعديل رسومها.
delivery-closures = <b>أيام التوقف</b>
delivery-nothing-closed = لا أيام توقف قادمة.
button-close-days = ➕ إضافة أيام توقف
button-open-days = استئناف: { $days }
delivery-ask-days =
    في أي يوم يتوقف التوصيل، أو من أي يوم إلى أي يوم؟

    مثال: ⁦2/12⁩، أو 2-3 ديسمبر، أو 2 ديسمبر - 5 ديسمبر.
delivery-what-days = لم تتضح الأيام. يُكتب يوم واحد، مثل: ⁦2/12⁩، أو يومان بينهما شرطة، مثل: ⁦2/12 - 5/12⁩.
delivery-days-past = مضت هذه الأيام أو مضى أولها. إن كان المقصود سنة أخرى، فيُرجى كتابة التاريخ مع السنة.
delivery-days-far = هذه الأيام بعيدة جداً. يُرجى التأكد من السنة.
delivery-days-long = { $days }: هذه أكثر من ثلاثة أشهر. يُرجى التأكد من الأيام.
delivery-days-over = التوصيل متوقف من قبل في بعض هذه الأيام. { $closed }
delivery-ask-closed-name =
    ما المناسبة؟ يقرؤها العملاء، مثل: عيد الاتحاد.

    ويمكن كتابتها باللغتين وبينهما خط مائل: عيد الاتحاد / Eid Al Etihad.
delivery-days-closed = ✅ يتوقف التوصيل: { $days }. لن تُقبل طلبات جديدة في هذه المدة.
delivery-days-closed-before = سبق إيقاف التوصيل في هذه الأيام.
delivery-days-opened = استؤنف التوصيل في هذه الأيام.
delivery-days-open-already = سبق استئناف التوصيل في هذه الأيام.
delivery-closed-orders =
    ⚠️ { $count ->
        [zero] لا طلبات في مواعيد متوقفة.
        [one] طلب واحد في موعد متوقف، ويحتاج إلى موعد آخر.
        [two] طلبان في مواعيد متوقفة، ويحتاجان إلى موعدين آخرين.
        [few] { $count } طلبات في مواعيد متوقفة، وتحتاج إلى مواعيد أخرى.
        [many] { $count } طلباً في مواعيد متوقفة، وتحتاج إلى مواعيد أخرى.
       *[other] { $count } طلب في مواعيد متوقفة، وتحتاج إلى مواعيد أخرى.
    }
button-closed-orders = ⚠️ تحتاج إلى موعد آخر ({ $count })

button-see-closed-orders = الطلبات التي تحتاج إلى موعد آخر
closed-orders-title = تحتاج إلى موعد آخر
closed-orders =
    <b>طلبات تحتاج إلى موعد آخر</b>

    { $count ->
        [zero] لا طلبات في مواعيد متوقفة.
        [one] طلب واحد في موعد صار متوقفاً.
        [two] طلبان في مواعيد صارت متوقفة.
        [few] { $count } طلبات في مواعيد صارت متوقفة.
        [many] { $count } طلباً في مواعيد صارت متوقفة.
       *[other] { $count } طلب في مواعيد صارت متوقفة.
    } بضغطة واحدة تصل إلى العملاء رسالة بأقرب المواعيد المتاحة للاختيار منها.
closed-orders-asked =
    <b>طلبات تحتاج إلى موعد آخر</b>

    { $count ->
        [zero] لا طلبات في مواعيد متوقفة.
        [one] سُئل صاحب الطلب، ولم يُختر موعد بعد. قد يفيد الاتصال بالهاتف.
        [two] سُئل العملاء عن الطلبين، ولم يُختر لهما موعد بعد. قد يفيد الاتصال بالهاتف.
        [few] سُئل العملاء عن { $count } طلبات، ولم يُختر لها موعد بعد. قد يفيد الاتصال بالهاتف.
        [many] سُئل العملاء عن { $count } طلباً، ولم يُختر لها موعد بعد. قد يفيد الاتصال بالهاتف.
       *[other] سُئل العملاء عن { $count } طلب، ولم يُختر لها موعد بعد. قد يفيد الاتصال بالهاتف.
    }
closed-orders-to-call =
    { $count ->
        [zero] لا أحد يحتاج إلى اتصال.
        [one] ☎️ طلب واحد بالهاتف ولا محادثة لصاحبه هنا: يُتّصل به، ثم يُختار موعده من صفحة الطلب.
        [two] ☎️ طلبان بالهاتف ولا محادثة لصاحبيهما هنا: يُتّصل بهما، ثم يُختار الموعد من صفحة كل طلب.
        [few] ☎️ { $count } طلبات بالهاتف ولا محادثة لأصحابها هنا: يُتّصل بهم، ثم يُختار الموعد من صفحة كل طلب.
        [many] ☎️ { $count } طلباً بالهاتف ولا محادثة لأصحابها هنا: يُتّصل بهم، ثم يُختار الموعد من صفحة كل طلب.
       *[other] ☎️ { $count } طلب بالهاتف ولا محادثة لأصحابها هنا: يُتّصل بهم، ثم يُختار الموعد من صفحة كل طلب.
    }
closed-orders-none =
    <b>طلبات تحتاج إلى موعد آخر</b>

    لا طلبات في مواعيد متوقفة.
closed-orders-row = { $number } · { $name } · { $day } { $starts }
closed-orders-row-telephone = ☎️ { $number } · { $name } · { $day } { $starts }
button-ask-windows = ✉️ سؤال العملاء ({ $count })
closed-orders-now-asked =
    { $count ->
        [zero] لم تُرسل أي رسالة.
        [one] تُرسل رسالة واحدة بالمواعيد المتاحة.
        [two] تُرسل رسالتان بالمواعيد المتاحة، واحدة عن كل طلب.
        [few] تُرسل { $count } رسائل بالمواعيد المتاحة، واحدة عن كل طلب.
        [many] تُرسل { $count } رسالة بالمواعيد المتاحة، واحدة عن كل طلب.
       *[other] تُرسل { $count } رسالة بالمواعيد المتاحة، واحدة عن كل طلب.
    }
closed-orders-all-asked = سبق سؤال الجميع.
button-choose-window = 🕓 اختيار موعد للعميل
deliveries-ask-window = متى يخرج الطلب رقم { $number }؟ هذه أقرب المواعيد المتاحة:
deliveries-no-window = لا موعد متاحاً حالياً، ويبقى الطلب كما هو.
deliveries-window-moved = ✅ صار للطلب موعد جديد، ويصل الخبر إلى العميل.
deliveries-window-closed = ⚠️ التوصيل متوقف في هذا الموعد، والطلب يحتاج إلى موعد آخر.
deliveries-window-asked = ⚠️ التوصيل متوقف في هذا الموعد. سُئل العميل عن موعد آخر ولم يختر بعد.

closed-named = 🚫 يتوقف التوصيل { $days }: { $name }
closed-nameless = 🚫 يتوقف التوصيل { $days }
closed-no-time = لا موعد متاحاً يوم { $day }. يُرجى اختيار يوم آخر.
days-from-to = من { $first } إلى { $last }

checkout-ask-zone = إلى أي جهة في { $emirate }؟ بجانب كل جهة رسوم التوصيل إليها.
checkout-zone = { $zone } · { $fee }
checkout-zone-rest = بقية { $emirate } · { $fee }
checkout-window-gone = لم يعد موعد التوصيل الظاهر متاحاً. لم يُسجَّل الطلب بعد، وهذا ملخصه بأقرب موعد متاح:
cart-fee-free = التوصيل مجاني لهذا الطلب. 🎉
cart-fee-free-from = يصبح التوصيل مجانياً بإضافة { $missing } إلى السلة.

order-needs-window = ⚠️ لم يعد التوصيل متاحاً في هذا الموعد. يُرجى اختيار موعد آخر.
order-choose-window = 🕓 اختيار موعد آخر
order-ask-window = متى يناسبكم توصيل الطلب رقم { $number }؟ هذه أقرب المواعيد المتاحة:
order-no-window = لا موعد متاحاً حالياً لتوصيل الطلب رقم { $number }، وسيتصل بكم فريق المركز.
order-window-moved = ✅ نُقل الطلب إلى: { $window }
order-window-gone = لم يعد هذا الموعد متاحاً. يُرجى اختيار موعد آخر.
customer-window-asked =
    نعتذر، لم يعد التوصيل متاحاً في موعد طلبكم رقم <b>{ $number }</b>.

    🕓 الموعد السابق: { $window }
customer-window-choose = يُرجى اختيار موعد آخر:
customer-window-none = لا موعد آخر متاحاً حالياً، وسيتصل بكم فريق المركز.
staff-days-closed-named = 🚫 يتوقف التوصيل: { $days } ({ $name })
staff-days-closed = 🚫 يتوقف التوصيل: { $days }
staff-days-opened = ✅ يُستأنف التوصيل: { $days }
income-moved =
    🗓 <b>موعد جديد للطلب رقم { $number }: { $day }</b>

    فيه من منتجات { $brand } المصنوعة حسب الطلب:
    { $lines }

button-delivery-zones = المناطق
button-delivery-seasons = مواعيد خاصة بفترة
delivery-zones =
    <b>مناطق لها شروط خاصة</b>

    يختار العميل المنطقة عند إتمام الطلب. يُرجى اختيار منطقة لتعديل رسومها أو أيامها أو أقرب توصيل إليها.
delivery-zones-none =
    <b>مناطق لها شروط خاصة</b>

    لا توجد مناطق بعد. يمكن أن تكون لمنطقة مثل كلباء رسوم وأيام خاصة، وأن يبدأ التوصيل إليها بعد مدة أطول.
button-add-zone = ➕ إضافة منطقة
button-remove-zone = حذف المنطقة
button-zone-fee = الرسوم
delivery-zone = <b>{ $zone }</b> ({ $emirate })
delivery-zone-fee = الرسوم: { $fee }
delivery-zone-days = الأيام: { $days }
delivery-zone-how = الضغط على يوم يستثنيه أو يعيده.
delivery-zone-one-day = لا بد من بقاء يوم واحد. لإيقاف التوصيل كلياً يمكن حذف المنطقة أو إضافة أيام توقف.
delivery-zone-removed = عادت المنطقة إلى شروط إمارتها.
delivery-zone-gone = سبق حذف هذه المنطقة.
delivery-zone-sure = هل تُحذف { $zone }؟ تصبح للطلبات الجديدة إليها رسوم { $emirate } وأيامها.
delivery-zone-there = هذه المنطقة مضافة من قبل.
delivery-zone-name = { $zone }
delivery-ask-zone-emirate = في أي إمارة تقع المنطقة؟
delivery-ask-zone-name =
    ما اسم المنطقة؟

    ويمكن كتابته باللغتين وبينهما خط مائل: كلباء / Kalba.
delivery-ask-zone-fee = كم رسوم التوصيل إليها بالدرهم؟ مثل: 45. ويُكتب 0 إن كان التوصيل مجانياً.
delivery-seasons = <b>مواعيد خاصة بفترة</b>
delivery-seasons-none = لا توجد. يمكن مثلاً أن تختلف الأيام والساعات في رمضان.
button-add-season = ➕ إضافة فترة
button-remove-season = حذف
button-season-week = 🗓 { $name }
delivery-season-removed = عادت المواعيد المعتادة.
delivery-season-gone = سبق حذف هذه الفترة.
delivery-season-sure = هل تُحذف هذه الفترة؟ تعود المواعيد المعتادة عندئذ.
delivery-season-there = لبعض هذه الأيام مواعيد خاصة من قبل.
delivery-season-over = لبعض هذه الأيام مواعيد خاصة من قبل. { $season }
delivery-season-added = ✅ حُفظت الفترة، وتبدأ بالمواعيد المعتادة. يُرجى اختيار يوم لتعديله.
delivery-ask-season =
    من أي يوم إلى أي يوم تكون المواعيد الخاصة؟

    مثال: 18 فبراير - 19 مارس.
delivery-ask-season-name =
    ما المناسبة؟ مثل: رمضان.

    ويمكن كتابتها باللغتين وبينهما خط مائل: رمضان / Ramadan.

history-delivery-plan-changed = { $what }
history-order-window-asked = سُئل العميل عن موعد آخر
changed-plan-of-season = { $weekday }، في فترة تبدأ { $first }
changed-plan-window-added = أُضيف موعد توصيل: { $about }
changed-plan-window-removed = أُلغي موعد توصيل: { $about }
changed-plan-week-copied = نُسخت مواعيد { $about } إلى أيام أخرى
changed-plan-closed = توقف التوصيل: { $about }
changed-plan-opened = استُؤنف التوصيل: { $about }
changed-plan-season-added = أُضيفت مواعيد خاصة: { $about }
changed-plan-season-removed = أُلغيت المواعيد الخاصة التي تبدأ { $about }
changed-plan-fee = تغيّرت رسوم التوصيل: { $about }
changed-plan-lead-days = تغيّر أقرب يوم للتوصيل
changed-plan-days-ahead = تغيّر آخر يوم يمكن الطلب له
changed-plan-free-above = تغيّر حد التوصيل المجاني
changed-plan-cutoff-hours = تغيّر آخر وقت لقبول الطلب
changed-plan-zone-added = أُضيفت منطقة بشروط خاصة في { $about }
changed-plan-zone-removed = أُلغيت الشروط الخاصة بمنطقة { $about }
changed-plan-zone-fee = تغيّرت رسوم منطقة { $about }
changed-plan-zone-lead-days = تغيّر أقرب يوم للتوصيل إلى { $about }
changed-plan-zone-weekdays = تغيّرت أيام التوصيل إلى { $about }

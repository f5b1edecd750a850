# الطلبات والتوصيل في نظر الفريق
deliveries-title = الطلبات والتوصيل
deliveries =
    <b>الطلبات والتوصيل</b>

    { $count ->
        [zero] لا طلبات تنتظر الآن.
        [one] طلب واحد ينتظر.
        [two] طلبان ينتظران.
        [few] { $count } طلبات تنتظر.
        [many] { $count } طلباً ينتظر.
       *[other] { $count } طلب ينتظر.
    }
deliveries-how = لفتح طلب بعينه، يكفي إرسال رقمه أو رقم هاتف صاحبه هنا.
deliveries-no-order = لا يوجد طلب بالرقم { $number }. رقم الطلب من 6 أرقام، وهو في رسائل الطلب وفي القوائم.
deliveries-list = { $state }
deliveries-in =
    <b>الطلبات · { $state }</b>

    الأقرب موعداً أولاً.
deliveries-in-closed =
    <b>الطلبات · { $state }</b>

    الأحدث أولاً.
deliveries-none-in =
    <b>الطلبات · { $state }</b>

    لا طلبات هنا الآن.
deliveries-row = { $number } · { $emirate } · { $name } · { $total } · { $day }
deliveries-order =
    <b>طلب { $number }</b> – { $state }
    { $window }
    الإجمالي: <b>{ $total }</b> شاملاً رسوم التوصيل ({ $fee })
deliveries-customer = 👤 { $name }، { $phone }
deliveries-place = 📍 { $place }
deliveries-pin-fee = ⚠️ الموقع من الخريطة، والرسوم محسوبة لإمارة { $emirate }: يُرجى التأكد من أنه فيها.
deliveries-note = 📝 { $note }
deliveries-reason = السبب: { $reason }
deliveries-reason-before = تعذّر التسليم سابقاً: { $reason }
deliveries-taken = المبلغ المستلم: { $taken }
deliveries-taken-other = المبلغ المستلم: { $taken } بدلاً من { $total }
deliveries-proven = من دون رمز، والصورة أعلاه.
deliveries-left = لم يتغيّر شيء، والطلب كما هو.
deliveries-last-piece = في الطلب قطعة واحدة. إن كانت ناقصة فيمكن إلغاء الطلب كله من صفحته.
deliveries-holds = <b>محتوى الطلب { $number }</b>
deliveries-stands = حالة الطلب الآن: { $state }
button-delivered = ✅ تم التسليم
button-override = ✅ تم التسليم من دون رمز
button-not-delivered = ↩️ تعذّر التسليم
button-strike = حذف منتج ناقص
button-staff-cancel = إلغاء الطلب
button-map = 📍 فتح الخريطة
button-all-lines = كل المنتجات
button-this-order = صفحة الطلب
button-next-delivery = الطلب التالي

reason-own = { $reason }
reason-nobody = لم يرد أحد
reason-later = طُلب موعد آخر
reason-address = العنوان غير صحيح
reason-refused = رُفض استلام الطلب
reason-short = لم يكن المبلغ كاملاً مع العميل
reason-part = رُفض جزء من الطلب
reason-change = لم يتوفر صرف (خردة) لإرجاع الباقي
reason-missing = غير متوفر
reason-damaged = تضرّر أثناء التجهيز
reason-customer = طُلب الإلغاء
reason-unavailable = المنتجات غير متوفرة
reason-spoiled = تلف المنتجات
reason-unreachable = تعذّر التواصل هاتفياً

confirming-ask-code = طلب { $number }: ما رمز التسليم الذي مع العميل؟ (4 أرقام)
confirming-what-code = رمز التسليم من 4 أرقام، مثل 1234. يجده العميل في رسالة خروج الطلب للتوصيل، أو بالضغط على «طلباتي».
confirming-ask-cash = المبلغ المطلوب { $total }. كم المبلغ المستلم نقداً؟ يمكن الضغط على الزر، أو كتابة مبلغ آخر.
confirming-exact = المبلغ كاملاً: { $total }
confirming-ask-reason = المبلغ المستلم { $taken } بدلاً من { $total }. ما السبب؟ يمكن اختيار سبب أو كتابته، أو الرجوع لتصحيح المبلغ.
confirming-done = ✅ <b>تم تسليم الطلب { $number }.</b>

    المبلغ المستلم: { $taken }
confirm-how =
    يُكتب الأمر في سطر واحد، وبعده رقم الطلب ثم رمزه، مثل:
    { $example }

    ويُسجَّل عندها أن المبلغ استُلم كاملاً.
confirm-no-order = لا يوجد طلب بالرقم { $number }.
overriding-ask-photo = طلب { $number }: التسليم من دون رمز. يُرجى إرسال صورة تثبت التسليم.
overriding-ask-reason = لماذا يُؤكَّد التسليم من دون الرمز؟
overriding-ask-reasons = لماذا يُؤكَّد التسليم من دون الرمز، ولماذا استُلم { $taken } بدلاً من { $total }؟
overriding-done = ✅ تم تأكيد التسليم من دون رمز.

not-delivered-ask-why = طلب { $number }: لماذا تعذّر التسليم؟ يمكن اختيار سبب أو كتابته.
not-delivered-ask-slot = متى يُعاد التوصيل؟
not-delivered-no-slot =
    لا يوجد موعد متاح في الأيام القادمة، ويبقى الطلب بحالة «خرج للتوصيل».
    يمكن تسليمه لاحقاً من دون موعد جديد، أو تسجيل تعذّر التسليم عندما يتاح موعد، أو إلغاء الطلب.
not-delivered-done = عاد الطلب إلى الطلبات الجاهزة بموعده الجديد.
striking-ask-line = طلب { $number }: أي منتج ناقص؟
striking-line = { $thing } × { $count }
striking-ask-pieces = كم قطعة ناقصة؟
striking-ask-why = ما السبب؟ يمكن اختيار سبب أو كتابته، وهو يصل إلى العميل.
striking-ask-sure =
    <b>طلب { $number }: هل يُحذف الناقص لهذا السبب؟</b>

    { $reason }
striking-sure = نعم، حذف الناقص
striking-done = حُذف الناقص من الطلب، وخُفّض الإجمالي.
striking-changed = تغيّر الطلب أثناء ذلك، ولم يُحذف منه شيء الآن. يُرجى مراجعة محتواه.
cancelling-ask-why = طلب { $number }: لماذا يُلغى؟ يمكن اختيار سبب أو كتابته، وهو يصل إلى العميل.
cancelling-ask-sure =
    <b>هل يُلغى الطلب { $number }؟</b>
    السبب: { $reason }

    { $goods }
cancelling-keep = لا، إبقاء الطلب
cancelling-done =
    أُلغي الطلب.

    { $goods }

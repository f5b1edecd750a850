# الاستلام من القاعة: ما يُقال فيه بدلاً من كلام التوصيل، وكيف تتيحه الإدارة
emirate-hall = 🛍 استلام من القاعة
place-hall = الاستلام من القاعة: { $place }
checkout-pick-up = 🛍 الاستلام من القاعة
checkout-ask-emirate-or-hall = إلى أي إمارة يكون التوصيل؟ بجانب كل إمارة رسوم التوصيل إليها. ويمكن أيضاً استلام الطلب من القاعة بلا رسوم.
checkout-ask-phone-or-hall =
    ما رقم هاتف المستلم؟ يتصل به المركز إن لزم الأمر.

    يمكن مشاركة الرقم بضغطة واحدة على الزر، أو كتابته مثل: ⁦050 123 4567⁩.

fetched-checkout-fee = الاستلام من القاعة: { $fee }
fetched-checkout-total =
    <b>الإجمالي: { $total }</b>
    الدفع نقداً عند الاستلام.
fetched-checkout-window = 🕓 موعد الاستلام: { $window }
fetched-checkout-window-moved =
    لم يعد الموعد المختار متاحاً، وهذا أقرب موعد متاح.
    🕓 موعد الاستلام: { $window }
fetched-checkout-no-window = 🕓 جميع مواعيد الاستلام القريبة مكتملة، ولا يمكن تأكيد الطلب الآن. السلة محفوظة، ويمكن اختيار التوصيل أو المحاولة غداً.
fetched-checkout-no-making = 🕓 لا يوجد حالياً موعد استلام متاح لما في السلة، وفيها ما يُصنع حسب الطلب بعدد محدود في اليوم، فلا يمكن تأكيد الطلب الآن. السلة محفوظة، ويُرجى تقليل الكمية أو المحاولة غداً.
fetched-checkout-ask-note = هل من ملاحظة للفريق؟ مثل: سيستلم الطلب أخي.
fetched-checkout-ask-slot = متى يناسبكم استلام الطلب؟ هذه أقرب المواعيد المتاحة:
fetched-checkout-change-place = 📍 المكان

fetched-order-placed =
    <b>✅ سُجّل طلبكم رقم { $number }</b>

    رمز الاستلام: <b>{ $code }</b>
    يُعطى هذا الرمز في القاعة عند استلام الطلب فقط، وبه يتأكد استلامكم له.

    📍 الاستلام من القاعة: { $place }
    🕓 { $window }
    💵 المبلغ عند الاستلام: { $total } نقداً

    يراجع فريق المركز الطلب ويجهّزه، وتصلكم رسالة حين يكون جاهزاً.
fetched-on-behalf-placed =
    ✅ <b>سُجّل الطلب رقم { $number }</b> نيابة عن { $name } ({ $phone })

    📍 الاستلام من القاعة: { $place }
    🕓 { $window }
    💵 المبلغ عند الاستلام: { $total } نقداً
fetched-on-behalf-code =
    🔑 رمز الاستلام: <b>{ $code }</b>
    يُقرأ الآن على العميل، ولا يظهر هنا مرة أخرى. ويُعطى في القاعة عند استلام الطلب فقط.
fetched-order-sums = الإجمالي: <b>{ $total }</b>
fetched-order-code = 🔑 رمز الاستلام: <b>{ $code }</b>، ويُعطى في القاعة عند استلام الطلب فقط.
fetched-order-nothing-due = لا يلزم دفع أي مبلغ، فقد بقي الطلب في المركز.
fetched-order-now-packed = الطلب جاهز، وهو بانتظاركم في القاعة.
fetched-receipt-fee = الاستلام من القاعة
fetched-receipt-total = الإجمالي، نقداً عند الاستلام
fetched-receipt-code = رمز الاستلام
fetched-receipt-window = موعد الاستلام
fetched-state-packed = جاهز للاستلام
fetched-state-delivered = تم التسليم

fetched-customer-placed-for-them =
    ☎️ سُجّل طلبكم الهاتفي رقم <b>{ $number }</b>.

    📍 الاستلام من القاعة: { $place }
    🕓 { $window }
    💵 المبلغ عند الاستلام: { $total } نقداً
    رمز الاستلام: <b>{ $code }</b>، ويُعطى في القاعة عند استلام الطلب فقط.
fetched-customer-accepted =
    ✅ قُبل طلبكم رقم <b>{ $number }</b>، ويجري تجهيزه الآن، وتصلكم رسالة حين يكون جاهزاً.

    🕓 موعد الاستلام: { $window }
customer-ready =
    🛍 <b>طلبكم رقم { $number } جاهز للاستلام.</b>

    📍 { $place }
    🕓 { $window }
    💵 المبلغ عند الاستلام: { $total } نقداً
    رمز الاستلام: <b>{ $code }</b>، ويُعطى في القاعة عند استلام الطلب فقط.
fetched-customer-delivered =
    🌷 استلمتم طلبكم رقم <b>{ $number }</b>، والمبلغ المدفوع { $taken }.

    شكراً لكم، فكل طلب مصدر دخل لأسرة منتجة.
fetched-customer-delivered-other =
    🌷 استلمتم طلبكم رقم <b>{ $number }</b>، والمبلغ المسجَّل { $taken } من أصل { $due }.

    إن لم يكن ذلك صحيحاً، يُرجى التواصل مع المركز.
fetched-customer-delivered-unpaid =
    🌷 استلمتم طلبكم رقم <b>{ $number }</b>، ولم يُسجَّل دفع أي مبلغ من أصل { $due }.

    إن كان المبلغ قد دُفع، يُرجى التواصل مع المركز.
fetched-customer-code-once-more =
    🔑 رمز استلام طلبكم رقم <b>{ $number }</b>: <b>{ $code }</b>

    يُعطى في القاعة عند استلام الطلب فقط.
fetched-customer-rescheduled =
    🗓 تغيّر موعد طلبكم رقم <b>{ $number }</b>.

    🕓 موعد الاستلام: { $window }
fetched-customer-late =
    نعتذر، لم يجهز طلبكم رقم <b>{ $number }</b> في موعده. تصلكم رسالة حين يمكن استلامه.

    إن كان موعد آخر أنسب، فيمكن اختياره بالزر.
customer-not-fetched =
    🛍 طلبكم رقم <b>{ $number }</b> جاهز في القاعة ولم يُستلم بعد، وقد مرّ موعده.

    يُرجى اختيار موعد آخر للاستلام بالزر.
fetched-customer-part-refused =
    ↩️ سُجّل أن هذا لم يُستلم من طلبكم رقم <b>{ $number }</b>، فلا يُدفع ثمنه:
    { $things }

    💵 المبلغ عند الاستلام الآن: <b>{ $total }</b>
fetched-customer-returned =
    ↩️ لم يُستلم طلبكم رقم <b>{ $number }</b>، فبقي في المركز، ولا يلزم دفع أي مبلغ.

    يسعدنا طلبكم في أي وقت آخر.
fetched-customer-struck =
    نعتذر، حُذف هذا المنتج من طلبكم رقم <b>{ $number }</b>: { $thing }.{ $why }

    💵 المبلغ عند الاستلام الآن: { $total }
fetched-customer-reinstated =
    ✅ نعتذر، أُلغي طلبكم رقم <b>{ $number }</b> خطأً، وهو قائم كما كان.

    🕓 موعد الاستلام: { $window }
    💵 المبلغ عند الاستلام: { $total }
fetched-customer-window-asked =
    نعتذر، لم يعد الاستلام متاحاً في موعد طلبكم رقم <b>{ $number }</b>.

    🕓 الموعد السابق: { $window }
fetched-undo-no-window = تعذّر التراجع، فلم يبق مكان في موعد الاستلام. يمكن الطلب من جديد في موعد آخر.

fetched-deliveries-order =
    <b>طلب { $number }</b> – { $state }
    🛍 <b>استلام من القاعة</b>
    { $window }
    الإجمالي: <b>{ $total }</b>
fetched-button-move-packed = 🛍 جاهز للاستلام
fetched-deliveries-now-packed = الطلب جاهز للاستلام، ويُبلَّغ العميل.
fetched-button-delivered = ✅ تم التسليم
fetched-finding-row = { $number } · 🛍 { $name } · { $state } · { $day }
fetched-closed-orders-row = 🛍 { $number } · { $name } · { $day } { $starts }
fetched-closed-orders-row-telephone = ☎️ 🛍 { $number } · { $name } · { $day } { $starts }
fetched-many-line = 🛍 { $number } · { $name } · { $total }
fetched-confirming-done = ✅ <b>سُلّم الطلب { $number } في القاعة.</b>

    المبلغ المستلم: { $taken }
fetched-deliveries-window-closed = ⚠️ لا استلام من القاعة في هذا الموعد، ولم يُسأل العميل بعد عن موعد آخر.
fetched-deliveries-window-asked = ⚠️ لا استلام من القاعة في هذا الموعد. سُئل العميل عن موعد آخر ولم يختر بعد.
fetched-staff-part-refused =
    ↩️ <b>رُفض جزء من الطلب رقم { $number }</b> في القاعة:

    { $lines }

    إجمالي الطلب الآن: { $total }
fetched-staff-order-refused =
    ↩️ <b>رُفض استلام الطلب رقم { $number }</b> في القاعة:

    { $lines }
fetched-refusing-order-done = ↩️ سُجّل الطلب مرتجعاً، والسليم منه يُفحص قبل عرضه للبيع من جديد.
staff-order-not-fetched =
    ⏰ <b>لم يُستلم الطلب رقم { $number } في موعده</b> – { $state }

    👤 { $name }، { $phone }
    📍 { $place }
    الإجمالي: <b>{ $total }</b>

home-pick-up = ويمكن أيضاً استلام الطلب من القاعة.
help-pick-up = ويمكن أيضاً استلام الطلب من القاعة بلا رسوم: عند إتمام الطلب يُختار «الاستلام من القاعة» بدلاً من الإمارة، وتصلكم رسالة حين يكون جاهزاً، ويُستلم برمزه.

any-state-packed = جاهز للتسليم
any-state-delivered = تم التسليم

fetched-order-needs-window = ⚠️ لم يعد الاستلام متاحاً في هذا الموعد. يُرجى اختيار موعد آخر.
fetched-order-ask-window = متى يناسبكم استلام الطلب رقم { $number }؟ هذه أقرب المواعيد المتاحة:
fetched-order-no-window = لا موعد متاحاً حالياً لاستلام الطلب رقم { $number }، وسيتصل بكم فريق المركز.
fetched-checkout-window-gone = لم يعد موعد الاستلام الظاهر متاحاً. لم يُسجَّل الطلب بعد، وهذا ملخصه بأقرب موعد متاح:
fetched-closed-named = 🚫 لا استلام { $days }: { $name }
fetched-closed-nameless = 🚫 لا استلام { $days }
fetched-closed-no-time = لا موعد متاحاً يوم { $day }. يُرجى اختيار يوم آخر.
fetched-change-part-note = 📝 الملاحظة للفريق
fetched-change-ask-phone = طلب رقم <b>{ $number }</b>: ما رقم الهاتف الذي يتصل به المركز؟
fetched-change-ask-note = طلب رقم <b>{ $number }</b>: ما الملاحظة للفريق؟ مثل: سيستلم الطلب أخي.
fetched-change-total = <b>الإجمالي: { $now }</b>، وكان { $was }. الدفع نقداً عند الاستلام.
fetched-changed-total-now = المبلغ عند الاستلام الآن: <b>{ $total }</b>
fetched-customer-phone-changed = 📞 غيّر الفريق رقم هاتف طلبكم رقم <b>{ $number }</b>. يتصل المركز بهذا الرقم إن لزم الأمر: { $phone }
fetched-customer-note-changed =
    📝 غيّر الفريق الملاحظة في طلبكم رقم <b>{ $number }</b>:

    { $note }
fetched-customer-note-removed = 📝 حذف الفريق الملاحظة من طلبكم رقم <b>{ $number }</b>.
fetched-staff-order-note-changed =
    📝 غيّر { $who } الملاحظة في الطلب رقم <b>{ $number }</b>:

    { $note }
fetched-staff-order-note-removed = 📝 حذف { $who } الملاحظة من الطلب رقم <b>{ $number }</b>.

fetched-deliveries-ask-window = متى يُستلم الطلب رقم { $number }؟ هذه أقرب المواعيد المتاحة:
fetched-deliveries-no-window = لا موعد متاحاً للاستلام حالياً، ويبقى الطلب كما هو.
fetched-confirming-ask-code = طلب { $number }: ما رمز الاستلام الذي مع العميل؟ (4 أرقام)
fetched-confirming-what-code = رمز الاستلام من 4 أرقام، مثل 1234. يجده العميل في رسالة جاهزية الطلب، أو بالضغط على «طلباتي».
fetched-overriding-ask-photo = طلب { $number }: التسليم من دون رمز. يُرجى إرسال صورة تثبت التسليم.
fetched-overriding-done = ✅ تم تأكيد التسليم من دون رمز.
fetched-refusing-ask-whole =
    <b>طلب { $number }: رُفض كله</b>

    لا يبقى شيء للتسليم، فيُسجَّل الطلب مرتجعاً، ولا يُستلم أي مبلغ.
fetched-returning-hand-back = 💵 يُعاد إلى العميل نقداً: <b>{ $amount }</b>
fetched-returning-done = ↩️ سُجِّل المرتجع. المبلغ المعاد إلى العميل نقداً: <b>{ $amount }</b>
fetched-on-behalf-code-in-chat = 🔑 وصل رمز الاستلام إلى العميل في محادثته، فلا حاجة إلى قراءته.
fetched-on-behalf-code-was-said = 🔑 قُرئ رمز الاستلام على العميل عند الطلب.
fetched-manager-wrong-codes =
    ⚠️ أُدخل رمز استلام خاطئ { $tries ->
        [zero] { $tries } مرة
        [one] مرة واحدة
        [two] مرتين
        [few] { $tries } مرات
        [many] { $tries } مرة
       *[other] { $tries } مرة
    } للطلب رقم <b>{ $number }</b>.

    لا يمكن الآن تأكيد تسليمه إلا من الإدارة، بصورة وسبب.
fetched-courier-closed-without-code =
    ✅ أكّدت الإدارة تسليم الطلب رقم <b>{ $number }</b> في القاعة من دون رمز.

    المبلغ المستلم: { $taken }، وهو في عهدة { $name }.

fetched-income-sold =
    🎉 <b>مبيعات جديدة: { $brand }</b>

    { $lines }

    المجموع: <b>{ $amount }</b>
    رقم الطلب: { $number }

    يُضاف المبلغ إلى مستحقاتكم بعد تسليم الطلب.
fetched-income-delivered =
    💰 <b>أُضيف { $amount } إلى مستحقات { $brand }</b>

    تم تسليم الطلب رقم { $number }، وفيه من منتجاتكم:
    { $lines }

    مستحقاتكم الآن: <b>{ $due }</b>
fetched-income-reinstated =
    ✅ <b>تم التراجع عن إلغاء الطلب رقم { $number }</b>، وفيه من منتجات { $brand }:

    { $lines }

    المجموع: <b>{ $amount }</b>، يُضاف إلى المستحقات بعد التسليم. وما ورد في إشعار الإلغاء لم يعد قائماً.
fetched-income-returned =
    ↩️ <b>أُعيدت منتجات من الطلب رقم { $number } بعد تسليمه</b>، وفيها من منتجات { $brand }:

    { $lines }

    { $sum }

fetched-history-order-packed = صار الطلب جاهزاً للاستلام
fetched-history-order-delivered = تم التسليم في القاعة. المبلغ المستلم: { $taken }
fetched-history-order-rescheduled = تغيّر موعد الاستلام
fetched-history-order-refused = رُفض استلام الطلب في القاعة
fetched-history-part-refused = رُفض في القاعة: { $things }
fetched-history-goods-returned = مرتجع بعد التسليم: { $things }
fetched-history-code-sent = أُرسل رمز الاستلام إلى العميل مرة أخرى
fetched-history-wrong-code =
    رمز استلام خاطئ: { $tries ->
        [zero] بلا محاولات
        [one] المحاولة الأولى
        [two] محاولتان حتى الآن
        [few] { $tries } محاولات حتى الآن
        [many] { $tries } محاولة حتى الآن
       *[other] { $tries } محاولة حتى الآن
    }
fetched-history-window-passed = مرّ موعد الاستلام والطلب ما زال في المركز: { $window }
fetched-history-order-note-changed = تغيّرت الملاحظة

button-pick-up = 🛍 الاستلام من القاعة
pick-up =
    <b>الاستلام من القاعة</b>

    { $now }
pick-up-is-on = ✅ متاح للعملاء الآن.
pick-up-is-off = غير متاح حالياً، ولا يُسأل عنه العملاء.
pick-up-place = 📍 { $place }
pick-up-no-place = 📍 لم يُسمَّ المكان بعد.
pick-up-lead =
    أقرب استلام: { $days ->
        [zero] في يوم الطلب نفسه
        [one] في اليوم التالي للطلب
        [two] بعد الطلب بيومين
        [few] بعد الطلب بـ { $days } أيام
        [many] بعد الطلب بـ { $days } يوماً
       *[other] بعد الطلب بـ { $days } يوم
    }
pick-up-how = لا رسوم عليه، وأيام التوقف تسري عليه أيضاً. وتحتفظ الطلبات المسجَّلة بموعدها وباسم المكان كما كان.
pick-up-incomplete = يلزم أولاً اسم للمكان، وموعد في يوم واحد على الأقل.
pick-up-on = صار الاستلام من القاعة متاحاً للعملاء من الآن.
pick-up-off = لا يُقبل استلام جديد من القاعة من الآن.
button-pick-up-on = ✅ إتاحة الاستلام
button-pick-up-off = ✖️ إيقاف الاستلام
button-pick-up-week = 🗓 الأيام والساعات
button-pick-up-place = 📍 المكان
button-pick-up-lead = أقرب استلام
pick-up-no-windows = لا استلام
pick-up-none-that-day = لا استلام من القاعة في هذا اليوم.
pick-up-week = 🛍 الاستلام من القاعة
delivery-ask-hall-place = ما اسم المكان؟ سطر واحد يعرفه به العميل، باللغتين وبينهما خط مائل، مثل: مجلس ضاحية الرحمانية / Al Rahmaniya suburb hall
delivery-what-hall-place = يُرجى كتابة اسم المكان بالحروف، 60 حرفاً على الأكثر في كل لغة.
delivery-ask-hall-lead = بعد كم يوم من الطلب يمكن استلامه على الأقل؟ 0 يعني في اليوم نفسه.
staff-pick-up-on = 🛍 صار استلام الطلبات من القاعة متاحاً للعملاء من الآن: { $place }
staff-pick-up-off = 🛍 لا يُقبل استلام جديد من القاعة من الآن.
changed-plan-of-hall = { $weekday }، في القاعة
changed-plan-hall-offered = أُتيح الاستلام من القاعة
changed-plan-hall-closed = أُوقف الاستلام من القاعة
changed-plan-hall-place = مكان الاستلام من القاعة
changed-plan-hall-lead-days = أقرب استلام من القاعة

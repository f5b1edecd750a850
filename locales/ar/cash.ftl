# النقد: ما يُستلم عند الباب، وما يُحمل، وما يُسلَّم، وما اختلف
cash-till = خزنة المركز
cash-differs = { $taken } بدلاً من { $expected }. السبب: { $reason }
cash-difference-line = ⚠️ { $differs }
cash-of-order = طلب { $number }
cash-of-handover = تسليم نقد

reason-lost = مبلغ مفقود
reason-small-change = فكّة لإرجاع الباقي
reason-to-safe = إلى خزنة المركز
reason-expense = مصروف للمركز
reason-miscounted = خطأ في إرجاع الباقي

confirming-far-off =
    ⚠️ <b>المبلغ بعيد عن المطلوب.</b>

    المكتوب: { $taken }
    المطلوب: { $total }

    هل هذا هو المبلغ فعلاً؟ يمكن الرجوع لتصحيحه.
confirming-far-off-yes = نعم، { $taken } فعلاً
deliveries-in-cash = 💵 المبلغ نقداً بعد التقريب: { $due }
button-without-code = تسليم من دون رمز
overriding-ask-holder = مع من النقد الآن؟
overriding-holder-courier = مع { $name }
overriding-holder-me = معي

button-send-code = إرسال الرمز إلى العميل
code-sent = أُرسل رمز الطلب { $number } إلى محادثة العميل، ولا يظهر لأحد سواه.
code-no-chat = لا توجد للعميل محادثة تصلها الرسائل، فلم يُرسل الرمز. يمكن للإدارة تأكيد التسليم من دونه.

button-correct-cash = تصحيح المبلغ
correcting-ask-reason = المبلغ الصحيح { $taken } بدلاً من { $was }. ما سبب التصحيح؟
correcting-done = ✅ صُحّح المبلغ: { $taken } بدلاً من { $was }.

my-day-title = يومي
button-my-day = يومي
my-day =
    <b>يومي</b>

    ✅ سُلّم اليوم: { $delivered ->
        [zero] لا شيء بعد
        [one] طلب واحد، والنقد المستلم { $taken }
        [two] طلبان، والنقد المستلم { $taken }
        [few] { $delivered } طلبات، والنقد المستلم { $taken }
        [many] { $delivered } طلباً، والنقد المستلم { $taken }
       *[other] { $delivered } طلب، والنقد المستلم { $taken }
    }
    🚚 معكم للتوصيل الآن: { $out }
    📦 جاهز للتوصيل: { $packed }

    💵 النقد في عهدتكم: <b>{ $carried }</b>

purses-title = نقد الطلبات في العهدة
button-purses = نقد الطلبات في العهدة
button-purse = حركة النقد
purses =
    <b>نقد الطلبات في العهدة</b>

    المجموع: <b>{ $amount }</b>
purses-none =
    <b>نقد الطلبات في العهدة</b>

    لا نقد لطلبات في عهدة أحد الآن.
purses-row = { $name } · { $amount }
purses-row-waits = ⏳ { $name } · { $amount }
purse =
    <b>النقد في عهدة { $name }</b>

    المبلغ: <b>{ $amount }</b>
purse-entries = { $entries }
purse-entry = • { $what }: { $amount } ({ $at })
purse-by-delivered = طلب { $number }
purse-by-corrected = تصحيح طلب { $number }
purse-by-returned = مبلغ معاد، طلب { $number }
purse-by-handover = تسليم نقد
purse-by-charged = فرق على العهدة
purse-by-other = حركة أخرى
purse-by-undone = إلغاء فرق على العهدة

button-hand-cash = 💵 تسليم النقد
button-handover = ⏳ تسليم نقد: { $amount }
handing-nothing = لا نقد في العهدة لتسليمه.
handing-ask-counted =
    <b>تسليم النقد</b> – { $name }

    المبلغ المتوقع: { $expected }
    كم المبلغ المعدود؟ يمكن الضغط على الزر، أو كتابة مبلغ آخر.
handing-ask-why = المعدود { $counted } والمتوقع { $expected }. ما السبب؟ يمكن اختيار سبب أو كتابته، أو الرجوع لتصحيح المبلغ.
handing-rest-stays = الباقي يبقى في العهدة
handover-open = <b>تسليم النقد</b>: { $amount } من عهدة { $name }
handover-confirmed = ✅ <b>سُلّم النقد</b>: { $amount } من عهدة { $name }
handover-replaced = <b>تسليم النقد</b> ({ $amount } من عهدة { $name }): ذُكر مبلغ آخر بدلاً منه.
handover-withdrawn = <b>تسليم النقد</b> ({ $amount } من عهدة { $name }): سُحب، ولم يتغيّر شيء.
handover-waits-for-desk = ينتظر تأكيد المركز، ولا يتغيّر شيء قبله.
handover-waits-for-courier = ينتظر تأكيد صاحب العهدة، ولا يتغيّر شيء قبله.
button-confirm-handover = ✅ تأكيد: { $amount }
button-other-amount = مبلغ آخر
button-withdraw-handover = سحب هذا المبلغ

differences-title = فروق النقد
button-differences = ⚠️ فروق النقد ({ $count })
button-differences-list = فروق النقد
differences =
    <b>فروق النقد</b>

    { $count ->
        [zero] لا فروق تنتظر التسوية.
        [one] فرق واحد ينتظر التسوية.
        [two] فرقان ينتظران التسوية.
        [few] { $count } فروق تنتظر التسوية.
        [many] { $count } فرقاً ينتظر التسوية.
       *[other] { $count } فرق ينتظر التسوية.
    } { $missing }
differences-none =
    <b>فروق النقد</b>

    لا فروق تنتظر التسوية.
differences-row = { $about } · { $name } · { $missing }
difference =
    <b>فرق نقد: { $about }</b>
    { $name }، { $at }
difference-ask = كيف يُسوّى هذا الفرق؟
difference-written-off = ✅ سُوّي: على حساب المركز.
difference-charged = ✅ سُوّي: حُسب على العهدة.
difference-corrected = ✅ سُوّي: صُحّح المبلغ، أو عاد شيء من الطلب. وإن بقي منه فرق فهو في القائمة.
button-settle-written-off = على حساب المركز
button-settle-charged = يُحسب على العهدة
button-settle-sure = نعم، تسوية الفرق
settle-sure-written-off = هل يُسوّى هذا الفرق على حساب المركز؟ { $missing }
settle-sure-charged = هل يُحسب هذا الفرق على عهدة { $name }؟ { $missing }. يُحسب بعدها مع النقد المطلوب تسليمه.

team-carries = ⚠️ في العهدة نقد لم يُسلَّم: { $amount }
desk-cash-own = 💵 النقد في عهدتكم: { $amount }
desk-cash-waits =
    { $count ->
        [zero] لا تسليم نقد ينتظر التأكيد.
        [one] تسليم نقد واحد ينتظر التأكيد.
        [two] تسليما نقد ينتظران التأكيد.
        [few] { $count } عمليات تسليم نقد تنتظر التأكيد.
        [many] { $count } عملية تسليم نقد تنتظر التأكيد.
       *[other] { $count } عملية تسليم نقد تنتظر التأكيد.
    }
desk-purses =
    { $count ->
        [zero] لا نقد لطلبات في عهدة أحد.
        [one] نقد في عهدة شخص واحد: { $amount }
        [two] نقد في عهدة شخصين: { $amount }
        [few] نقد في عهدة { $count } أشخاص: { $amount }
        [many] نقد في عهدة { $count } شخصاً: { $amount }
       *[other] نقد في عهدة { $count } شخص: { $amount }
    }
desk-differences =
    { $count ->
        [zero] لا فروق نقد.
        [one] ⚠️ فرق نقد واحد لم يُسوَّ. { $missing }
        [two] ⚠️ فرقا نقد لم يُسوَّيا. { $missing }
        [few] ⚠️ { $count } فروق نقد لم تُسوَّ. { $missing }
        [many] ⚠️ { $count } فرق نقد لم يُسوَّ. { $missing }
       *[other] ⚠️ { $count } فرق نقد لم يُسوَّ. { $missing }
    }

finance-cash-differs =
    ⚠️ <b>فرق في نقد الطلب رقم { $number }</b>
    النقد في العهدة: { $name }

    { $differs }
finance-left-with-cash = ⚠️ { $name } خارج فريق الطلبات الآن، وفي العهدة نقد لم يُسلَّم: <b>{ $amount }</b>
courier-closed-without-code =
    ✅ أكّدت الإدارة تسليم الطلب رقم <b>{ $number }</b> من دون رمز.

    المبلغ المستلم: { $taken }، وهو في عهدة { $name }.
cash-was-corrected =
    ✏️ صُحّح نقد الطلب رقم <b>{ $number }</b>: { $taken } بدلاً من { $was }.
    العهدة: { $name }
    السبب: { $reason }
cash-was-handed-back = ↩️ أُعيد إلى العميل من عهدتكم مقابل مرتجع الطلب رقم <b>{ $number }</b>: <b>{ $amount }</b>
cash-charge-lessened = عاد شيء من الطلب رقم <b>{ $number }</b>، فصار المحسوب من فرق نقده على عهدتكم <b>{ $left }</b> بدلاً من { $was }.
cash-settled-written-off = سُوّي فرق نقد ({ $name }) على حساب المركز. { $missing }
cash-settled-charged = سُوّي فرق نقد، وحُسب على عهدة { $name }. { $missing }
handover-named-by-courier = 💵 <b>تسليم النقد</b>: مبلغ <b>{ $amount }</b> من { $name } بانتظار العدّ والتأكيد. لا يتغيّر شيء قبل ذلك.
handover-named-by-desk = 💵 <b>تسليم النقد</b>: المبلغ المعدود في المركز من عهدتكم <b>{ $amount }</b>. لا يتغيّر شيء قبل تأكيدكم.
cash-was-handed-over = ✅ سُلّم النقد من عهدة { $name } إلى خزنة المركز: <b>{ $amount }</b>

customer-delivered-other =
    🌷 تم تسليم طلبكم رقم <b>{ $number }</b>، والمبلغ المسجَّل { $taken } من أصل { $due }.

    إن لم يكن ذلك صحيحاً، يُرجى الكتابة إلى الفريق بالزر أدناه.
customer-delivered-unpaid =
    🌷 تم تسليم طلبكم رقم <b>{ $number }</b>، ولم يُسجَّل دفع أي مبلغ من أصل { $due }.

    إن كان المبلغ قد دُفع، يُرجى الكتابة إلى الفريق بالزر أدناه.
customer-code-once-more =
    🔑 رمز تسليم طلبكم رقم <b>{ $number }</b>: <b>{ $code }</b>

    يُعطى للمندوب عند استلام الطلب فقط.
customer-cash-corrected = صُحّح المبلغ المدفوع لطلبكم رقم <b>{ $number }</b>: { $taken } بدلاً من { $was }.
order-paid-nothing = لم يُسجَّل دفع أي مبلغ.
order-in-cash = 💵 المبلغ نقداً بعد التقريب: <b>{ $due }</b>

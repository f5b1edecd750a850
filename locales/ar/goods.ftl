# بضاعة الأسر: الاستلام والإرجاع والإتلاف والجرد، وما تعرضه الأسر
menu-stock = بضاعة الأسر: استلام وإرجاع وجرد
button-stock = 🧺 بضاعة الأسر
stock-title = بضاعة الأسر
stock =
    <b>بضاعة الأسر</b>

    { $tasks }
stock-nothing-waits = لا شيء في الانتظار.
stock-disputed = ⚠️ سندات تقول الأسر إن فيها خطأ: { $count }
stock-offers = 📦 عروض توريد من الأسر: { $count }
stock-unconfirmed = ⏳ سندات لم تؤكدها الأسر بعد: { $count }
stock-count-what = ما المطلوب جرده: بضاعة أسرة، أم باقة كاملة؟
button-count-family = بضاعة أسرة
button-disputed = ⚠️ سندات فيها خطأ ({ $count })
button-offers = 📦 عروض التوريد ({ $count })
button-unconfirmed = ⏳ سندات بانتظار الأسر ({ $count })
button-notes = 🧾 كل السندات
button-start-count = جرد
button-start-take-in = استلام بضاعة
button-start-give-back = إرجاع إلى الأسرة
button-start-write-off = إتلاف
goods-pieces =
    { $count ->
        [zero] لا شيء
        [one] قطعة واحدة
        [two] قطعتان
        [few] { $count } قطع
        [many] { $count } قطعة
       *[other] { $count } قطعة
    }

# السند
note-kind-take-in = استلام
note-kind-give-back = إرجاع
note-kind-write-off = إتلاف
note-kind-count = جرد
note-title-take-in = سند استلام بضاعة
note-title-give-back = سند إرجاع بضاعة
note-title-write-off = محضر إتلاف
note-title-count = محضر جرد
note-state-open = بانتظار تأكيد الأسرة
note-state-confirmed = أكّدته الأسرة
note-state-disputed = تقول الأسرة إن فيه خطأ
note-state-settled = رُوجع ورُدّ على الأسرة
note-sign-open = ⏳
note-sign-confirmed = ✅
note-sign-disputed = ⚠️
note-sign-settled = ✔️
note-head =
    <b>{ $title } رقم { $number }</b>
    { $brand }
    { $at }
note-lines = { $list }
note-line = • { $thing }: { $pieces }
note-line-differs = { $line } ({ $differs })
note-too-many = زيادة عن المسجّل: { $pieces }
note-too-few = نقص عن المسجّل: { $pieces }
note-why = السبب: { $reason }
note-stands = الحالة: { $state }
note-word = ما كتبته الأسرة: { $word }
note-answer = رد المركز: { $answer }
note-brand = الأسرة
note-reason = السبب
note-number = رقم السند
note-part = السند { $number }، الصورة { $part } من { $parts }
note-pieces = عدد القطع
note-footer-take-in = استلم البضاعة فريق المركز، والسعر للقطعة الواحدة. هذه النسخة للأسرة وللمركز.
note-footer-give-back = سلّم البضاعة فريق المركز إلى الأسرة، والسعر للقطعة الواحدة.
note-footer-write-off = سجّل الإتلاف فريق المركز، والسعر للقطعة الواحدة.
note-footer-count = أجرى الجرد فريق المركز، والسعر للقطعة الواحدة.
written-off-expired = انتهت الصلاحية
written-off-broken = كسر أو تلف
written-off-tasting = تذوّق وعيّنات
written-off-missing = فُقدت
written-off-own = { $reason }
note-row = { $sign } { $number } · { $kind } · { $brand }
own-note-row = { $sign } { $number } · { $kind } · { $at }
notes-all = <b>السندات</b>، والأحدث أولاً:
notes-disputed = <b>سندات تنتظر الرد على الأسرة</b>
notes-open = <b>سندات لم تؤكدها الأسر بعد</b>
notes-none = لا سندات هنا.
button-note = سند { $number }
button-open-note = 🧾 فتح السند
button-settle-note = الرد على الأسرة
note-ask-answer =
    <b>السند { $number }</b>
    ما كتبته الأسرة: { $word }

    ما الرد؟ إن لزم تصحيح الكمية فيُسجَّل أولاً بسند استلام أو إرجاع آخر.
note-answered-corrected = صُحّحت الكمية بسند آخر.
note-answered-stands = راجعنا السند مع الفريق، وهو صحيح كما هو.
note-answered-recounted = عُدّت القطع من جديد، والسند يطابقها.
note-settled = ✅ وصل الرد إلى الأسرة.
refused-note-answered = حالة السند الآن: { $state }. لا شيء يُغيَّر فيه.
refused-offer-answered = تمّ الرد على هذا العرض من قبل.
refused-too-many-offers = عروض تنتظر رد المركز: { $most }. يمكن إضافة عروض أخرى بعد الرد عليها.

# تعبئة السند
draft-note = سند بضاعة
noting-family-take-in = بضاعة أي أسرة تُستلم؟
noting-family-give-back = إلى أي أسرة تُعاد البضاعة؟
noting-family-write-off = بضاعة أي أسرة تُتلف؟
noting-family-count = بضاعة أي أسرة تُجرد؟
noting-lines-take-in = ماذا وصل؟ يُختار الصنف من الأزرار، أو تُكتب الأصناف وأعدادها في رسالة واحدة.
noting-example = مثل: «{ $first } 20»
noting-example-two = مثل: «{ $first } 20، { $second } 15»
noting-lines-give-back = ماذا يُعاد إلى الأسرة؟ يُختار الصنف، أو تُكتب الأصناف وأعدادها في رسالة واحدة.
noting-lines-write-off = ماذا يُتلف؟ يُختار الصنف، أو تُكتب الأصناف وأعدادها في رسالة واحدة.
noting-lines-count =
    يكفي تسجيل ما يختلف عن العدد المكتوب على الزر، أو العدّ سطراً سطراً.
    المكتوب يشمل ما في طلبات لم تُجهَّز بعد.
noting-nothing-take-in = لا أصناف مسجّلة لهذه الأسرة بعد.
noting-nothing-give-back = لا شيء لهذه الأسرة على الرف.
noting-nothing-write-off = لا شيء لهذه الأسرة على الرف.
noting-nothing-count = لا شيء هنا ليُجرد.
noting-thing = { $thing } · { $left }
noting-thing-noted = ✅ { $thing } · { $pieces }
noting-several-fit = أكثر من صنف يوافق «{ $words }». يُرجى كتابة الاسم كاملاً مع النوع أو الحجم، أو اختياره من الأزرار.
noting-none-fits = لا صنف يوافق «{ $words }». لم يُسجَّل شيء من الرسالة.
noting-how-many-of = كم قطعة من «{ $words }»؟ يُرجى كتابة العدد بعد كل صنف.
noting-new-product = حُفظ السند مسودة. بعد نشر المنتج الجديد يعود إليه سطراً.
noting-product-on-note = ✅ نُشر المنتج الجديد، وما وصل منه سطر في السند.
noting-full = أقصى عدد للأصناف في السند الواحد: { $most }. الباقي يُسجَّل في سند آخر.
noting-only-left = { $thing }: الموجود على الرف { $left }.
noting-line-gone = سطر فيه { $pieces }: لم يعد صنفه لهذه الأسرة أو صار يُصنع حسب الطلب.
noting-off-sale = الصنف «{ $thing }» لم يعد معروضاً للبيع. يُعرض من جديد في صفحة المنتج، أو يُحذف من السند.
noting-shelf-changed = تغيّر الرف في الأثناء، فلم يُسجَّل شيء بعد.
noting-thing-gone = لا يمكن تسجيل شيء من هذا الصنف الآن: نفد من الرف أو لم يعد معروضاً.
noting-how-many-come = كم قطعة وصلت من { $thing }؟ على الرف الآن: { $left }
noting-how-many-go = كم قطعة من { $thing }؟ على الرف الآن: { $left }
noting-how-many-lie = كم قطعة موجودة من { $thing }؟ المسجّل: { $expected }
noting-ask-reason = ما سبب الإتلاف؟
noting-all-as-booked = كل ما عُدّ مطابق للمسجّل.
noting-summary-take-in = <b>مراجعة سند الاستلام</b>: عدد الأصناف { $things }، وعدد القطع { $pieces }
noting-summary-give-back = <b>مراجعة سند الإرجاع</b>: عدد الأصناف { $things }، وعدد القطع { $pieces }
noting-summary-write-off = <b>مراجعة محضر الإتلاف</b>: عدد الأصناف { $things }، وعدد القطع { $pieces }
noting-summary-count = <b>فروق الجرد</b>: عدد الأصناف المعدودة { $things }، وعدد القطع { $pieces }
noting-booked = ✅ سُجّل، ويصل السند إلى الأسرة.
noting-booked-several = ✅ سُجّل الجرد، ولكل أسرة محضرها. عدد المحاضر: { $count }
button-line-by-line = العدّ سطراً سطراً
button-new-product = ➕ منتج جديد للأسرة
button-note-done = مراجعة السند
button-as-booked = مطابق للمسجّل ({ $count })
button-all-of-it = الكل ({ $count })
button-drop-line = حذف السطر
button-enough-counted = يكفي، إلى القائمة
button-drop-amiss = حذف ما لم يعد ممكناً
button-change-lines = تعديل الأصناف
button-book-take-in = ✅ تسجيل الاستلام
button-book-give-back = ✅ تسجيل الإرجاع
button-book-write-off = ✅ تسجيل الإتلاف
button-book-count = ✅ تسجيل الجرد

# عند الأسرة
note-was-made = 🧾 سند جديد عن بضاعتكم. هل هو صحيح؟
note-asked-again = 🧾 هذا السند ما زال ينتظر تأكيدكم. هل هو صحيح؟
button-note-right = ✅ صحيح
button-note-wrong = ⚠️ فيه خطأ
button-own-notes = 🧾 سندات البضاعة
own-notes = <b>سندات بضاعة { $brand }</b>
own-notes-none = لا سندات لبضاعة { $brand } بعد.
note-confirmed-thanks = ✅ شكراً لكم، تأكّد السند.
note-disputed-thanks = شكراً لكم، وصلت ملاحظتكم إلى المركز، وسيصلكم الرد هنا.
note-ask-word = ما الخطأ في السند { $number }؟ تكفي جملة، مثل: «أحضرنا 12 علبة لا 10».
note-was-disputed =
    ⚠️ <b>{ $brand }: في السند { $number } خطأ</b>

    { $word }
note-was-settled =
    🧾 <b>رد المركز على ملاحظتكم في السند { $number }</b>

    { $answer }
stock-ran-low = 📦 <b>{ $thing }</b>: الباقي على الرف { $left }
stock-ran-out = 📦 <b>{ $thing }</b>: لم تبقَ أي قطعة للبيع
stock-ran-low-of =
    { $text }
    { $brand }
stock-can-you-bring = هل يمكن إحضار المزيد؟ بزر واحد يصل العدد إلى المركز.
button-can-bring = 📦 أستطيع إحضار المزيد
offering-ask-thing = من أي صنف يمكن إحضار المزيد؟
offering-ask-pieces = كم قطعة؟
offering-done = ✅ وصل العرض إلى المركز: { $pieces }. سيصلكم سند عند استلام البضاعة.
offer-was-made =
    📦 <b>عرض توريد من { $brand }</b>

    { $thing }: { $pieces }
offer-was-declined = 📦 شكراً على العرض ({ $thing }: { $pieces }). لا يحتاج المركز إلى المزيد منه الآن.
offers = <b>عروض التوريد</b>، والأقدم أولاً:
offers-none = لا عروض تنتظر الرد.
offer-row = { $brand } · { $thing } · { $pieces }
offer =
    <b>عرض توريد من { $brand }</b>
    { $thing }: { $pieces }
    { $at }
offer-ask-pieces = كم قطعة وصلت؟ كان العرض: { $offered }
offer-declined = سُجّل الاعتذار، ويصل إلى الأسرة.
button-offer-came = ✅ وصلت كلها ({ $count })
button-offer-other = وصل عدد آخر
button-offer-decline = الاعتذار عن العرض
button-all-offers = كل العروض
button-open-offer = 📦 فتح العرض
where = · استُلم: { $pieces } = { $list }
where-and = { $first } + { $second }
where-on-shelf = على الرف { $pieces }
where-reserved = محجوز لطلبات { $pieces }
where-sold = بيع { $pieces }
where-given-back = أُعيد إليكم { $pieces }
where-written-off = أُتلف أو فُقد { $pieces }

# السجل
history-goods-note-made = سند بضاعة { $number }: { $note-kind }
history-goods-note-confirmed = أكّدت الأسرة السند { $number }
history-goods-note-disputed = تقول الأسرة إن في السند { $number } خطأ: { $word }
history-goods-note-settled = رُدّ على الأسرة في السند { $number }: { $answer }
history-goods-note-asked-again = سُئلت الأسرة مرة أخرى عن السند { $number }
history-stock-ran-low = أوشك على النفاد ({ $option })، الباقي: { $left }
history-supply-offered = عرضت الأسرة إحضار المزيد ({ $option }): { $quantity }
history-supply-declined = اعتذر المركز عن عرض ({ $option }): { $quantity }

# حد التنبيه عند قلة الكمية
catalogue-change-low = حد التنبيه
low-never = بلا تنبيه
low-as-usual = المعتاد ({ $limit })
low-back-to-usual = العودة إلى المعتاد ({ $limit })
low-which-option =
    <b>{ $product }</b>

    حد التنبيه لأي خيار؟
low-ask =
    <b>{ $thing }</b>
    حد التنبيه الآن: { $now }

    عند بقاء كم قطعة يُطلب المزيد من الأسرة؟ الصفر يعني بلا تنبيه.

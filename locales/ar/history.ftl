# السجلات: كل ما يحدث بالكلمات، ومن فعله، وما كان قبله
history-title = السجل
history-of-order = <b>سجل الطلب { $number }</b>
history-of-product = <b>سجل المنتج: { $name }</b>
history-of-brand = <b>سجل العلامة: { $brand }</b>
history-of-bazaar = <b>سجل البازار: { $name }</b>
history-none = لا شيء مسجّل هنا.
history-entry =
    <b>{ $when }</b> · { $who }
    { $what }
history-when = { $when }
history-about-what =
    { $about }: { $what }
history-order = طلب { $number }
history-about = { $name }
button-order-history = 🕓 سجل الطلب
button-history = 🕓 السجل
button-this-product = صفحة المنتج
button-this-bazaar = صفحة البازار
button-older = الأقدم ›
button-newest = « الأحدث

# من فعله
history-house = النظام
history-customer = العميل
history-own-order = { $person } (صاحب الطلب نفسه)
history-staff = أحد أعضاء الفريق
history-former = عضو سابق في الفريق
history-left = { $name } (سابقاً في الفريق)
history-of-family = { $name } (من الأسرة)
history-unknown = –

# ما كان قبله، والسبب
history-from-to = من { $was } إلى { $now }
history-is-now = الآن: { $now }
history-had-been = قبل ذلك: { $was }
history-of-option = { $option }: { $changed }
history-total = الإجمالي: من { $was } إلى { $now }
history-day = { $day }
history-window-was = كان موعده { $window }
history-again = الموعد الجديد: { $window }
history-due = المبلغ المطلوب: { $due }
history-stands-again = عادت حالته: { $state }
history-was-told = كان خبر الإلغاء قد وصل قبل ذلك
history-fate = { $fate }: { $count }
history-run = الجولة: { $window }
history-run-now-with = الجولة، وهي الآن مع { $courier }: { $window }
history-expected = المبلغ المتوقع: { $amount }
history-cash-with = النقد في عهدة: { $person }
history-paid-by = من عهدة: { $person }
history-cash-in-till = النقد في خزنة المركز
history-cash-missing = الناقص: { $amount }
history-cash-over = الزائد: { $amount }
history-named-by = من حدّد المبلغ: { $person }
history-without-code = من دون رمز، مع صورة
history-barred = أُوقف التأكيد بالرمز حتى اليوم التالي
history-reason = السبب: { $reason }
history-no-limit = بلا حد
history-lead-count =
    { $count ->
        [zero] بلا مدة
        [one] يوم واحد
        [two] يومين
        [few] { $count } أيام
        [many] { $count } يوماً
       *[other] { $count } يوم
    }
history-daily-count =
    { $count ->
        [zero] بلا حد
        [one] قطعة واحدة في اليوم
        [two] قطعتين في اليوم
        [few] { $count } قطع في اليوم
        [many] { $count } قطعة في اليوم
       *[other] { $count } قطعة في اليوم
    }
history-photo-count =
    { $count ->
        [zero] بلا صورة
        [one] صورة واحدة
        [two] صورتين
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }

# ما حدث، بوسم كل حدث
history-order-placed = سُجّل الطلب
history-order-accepted = قُبل الطلب
history-order-packed = صار الطلب جاهزاً للتوصيل
history-order-out = خرج الطلب للتوصيل
history-order-delivered = تم التسليم. المبلغ المستلم: { $taken }
history-order-not-delivered = تعذّر التسليم
history-order-cancelled = أُلغي الطلب
history-line-struck = حُذف من الطلب: { $thing } × { $count }
history-wrong-code =
    رمز تسليم خاطئ: { $tries ->
        [zero] بلا محاولات
        [one] المحاولة الأولى
        [two] محاولتان حتى الآن
        [few] { $tries } محاولات حتى الآن
        [many] { $tries } محاولة حتى الآن
       *[other] { $tries } محاولة حتى الآن
    }
history-wrong-codes-piled-up =
    رموز خاطئة كثيرة، { $person }: { $tries ->
        [zero] بلا محاولات
        [one] محاولة واحدة
        [two] محاولتان
        [few] { $tries } محاولات
        [many] { $tries } محاولة
       *[other] { $tries } محاولة
    }
history-family-added = أُضيفت العلامة
history-family-renamed = تغيّر اسم العلامة
history-family-joined = انضمام إلى الأسرة: { $person }
history-family-left = خروج من الأسرة: { $person }
history-staff-invited = دعوة إلى الفريق ({ $role }): { $invited }
history-staff-joined = انضمام إلى الفريق: { $person }، { $role }
history-staff-left = سحب دور: { $person }، { $role }
history-founder-offered = عُرضت صفة المؤسِّس على { $person }
history-founder-changed = صفة المؤسِّس الآن عند { $person }
history-invitation-withdrawn = سُحبت دعوة: { $invited }
history-product-published = أُضيف المنتج { $product }
history-product-changed = { $what }
history-product-moved = نُقل المنتج من علامة { $earlier-brand } إلى { $brand }
history-product-deleted = حُذف المنتج { $name-ar }
history-last-piece-sold = بيعت آخر قطعة ({ $option })
history-stock-moved = المخزون: { $change ->
        [zero] بلا تغيير
        [one] قطعة واحدة
        [two] قطعتان
        [few] { $change } قطع
        [many] { $change } قطعة
       *[other] { $change } قطعة
    } ({ $option })
history-bazaar-added = أُضيف البازار
history-bazaar-changed = { $what }
history-orders-claimed =
    { $orders ->
        [zero] لم تُضَف طلبات هاتفية إلى حساب
        [one] أُضيف طلب سُجّل بالهاتف إلى حساب العميل
        [two] أُضيف طلبان سُجّلا بالهاتف إلى حساب العميل
        [few] أُضيفت { $orders } طلبات سُجّلت بالهاتف إلى حساب العميل
        [many] أُضيف { $orders } طلباً سُجّل بالهاتف إلى حساب العميل
       *[other] أُضيف { $orders } طلب سُجّل بالهاتف إلى حساب العميل
    }
history-order-rescheduled = تغيّر موعد التوصيل
history-address-changed = تغيّر عنوان التوصيل
history-order-refused = رُفض استلام الطلب عند الباب
history-part-refused = رُفض عند الباب: { $things }
history-order-released = وافقت الإدارة على الطلب
history-account-limited = { $limited }
history-return-inspected = فُحص ما عاد من الطلب: { $things }
history-order-reinstated = تم التراجع عن إلغاء الطلب
history-goods-returned = مرتجع بعد التسليم: { $things }
history-code-sent = أُرسل رمز التسليم إلى العميل مرة أخرى
history-money-handed-back = أُعيد إلى العميل مبلغ عن مرتجع سابق
history-cash-charge-lessened = نقص ما حُسب على عهدة { $person }، فقد عاد شيء من الطلب
history-cash-corrected = صُحّح نقد الطلب
history-cash-difference-settled = سُوّي فرق نقد ({ $person })
history-cash-handover-proposed = طُلب تأكيد تسليم نقد من عهدة { $person }: { $counted }
history-cash-handover-withdrawn = سُحب تسليم نقد من عهدة { $person }
history-till-opened = فُتح الصندوق { $till } ({ $person })، وفيه للبداية: { $opening-float }
history-till-cash-moved = { $moved }، الصندوق { $till } ({ $person })
history-till-counted = عُدّ الصندوق { $till } ({ $person }): { $counted }
history-till-count-withdrawn = سُحب عدّ الصندوق { $till } ({ $person }): { $counted }، وعاد مفتوحاً
history-till-closed = أُغلق الصندوق { $till } ({ $person }): { $counted }
history-till-left-open = بقي الصندوق { $till } ({ $person }) مفتوحاً بعد إغلاق البازار
history-till-to = لمتابعة البيع: { $person }
history-cash-handed-over = سُلّم نقد من عهدة { $person } إلى خزنة المركز: { $counted }
history-window-passed = مرّ موعد التوصيل والطلب ما زال في المركز: { $window }
history-run-planned =
    { $orders ->
        [zero] لم يُضَمّ أي طلب إلى جولة
        [one] ضُمّ طلب واحد إلى جولة
        [two] ضُمّ طلبان إلى جولة
        [few] ضُمّت { $orders } طلبات إلى جولة
        [many] ضُمّ { $orders } طلباً إلى جولة
       *[other] ضُمّ { $orders } طلب إلى جولة
    }
history-run-changed = { $what }
history-run-taken =
    { $orders ->
        [zero] استُلمت جولة، ولم يخرج معها أي طلب
        [one] استُلمت جولة، وخرج معها طلب واحد
        [two] استُلمت جولة، وخرج معها طلبان
        [few] استُلمت جولة، وخرجت معها { $orders } طلبات
        [many] استُلمت جولة، وخرج معها { $orders } طلباً
       *[other] استُلمت جولة، وخرج معها { $orders } طلب
    }
history-run-passed = انتقلت جولة من { $was } إلى { $now }
history-order-passed = انتقل الطلب مع جولته من { $was } إلى { $now }
history-courier-on-the-way = المندوب في الطريق إلى العميل
history-question-asked = رسالة من عميل إلى الفريق
history-question-answered = تم الرد على رسالة عميل
history-question-taken = رسالة عميل صارت قيد الرد
history-question-let-go = رسالة عميل تُركت لبقية الفريق
history-question-closed = أُغلقت رسالة عميل
history-question-waits-long = تأخر الرد على رسالة عميل
history-questions-erased = مُحيت رسائل عميل مع الفريق بطلب من صاحبها

changed-other = تعديل: { $part }
changed-product-price = تغيّر السعر
changed-product-name = تغيّر الاسم
changed-product-text = تغيّر الوصف
changed-product-photo = تغيّرت الصور
changed-product-audience = تغيّر لمن المنتج
changed-product-words = تغيّرت كلمات البحث
changed-product-package = نُقل المنتج إلى باقة أخرى
changed-product-lead = تغيّرت مدة التجهيز
changed-product-daily = تغيّر الحد اليومي
changed-product-low = تغيّر حد التنبيه عند قلة الكمية
changed-product-option-added = أُضيف خيار
changed-product-option-withdrawn = سُحب خيار من البيع
changed-product-hidden = أُوقف بيع المنتج
changed-product-shown = عاد المنتج معروضاً للبيع
changed-bazaar-name = تغيّر الاسم
changed-bazaar-place = تغيّر المكان
changed-bazaar-pin = تغيّر الموقع على الخريطة
changed-bazaar-day-added = أُضيف يوم
changed-bazaar-day-removed = أُلغي يوم
changed-bazaar-hidden = أُخفي البازار عن العملاء
changed-bazaar-shown = صار البازار ظاهراً للعملاء
changed-run-added = ضُمّ الطلب إلى جولة
changed-run-without = أُخرج الطلب من جولة

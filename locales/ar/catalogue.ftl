# قائمة المنتجات وتعديلها
catalogue-title = قائمة المنتجات
catalogue =
    <b>قائمة المنتجات</b>

    { $count ->
        [zero] لا منتجات بعد.
        [one] منتج واحد.
        [two] منتجان.
        [few] { $count } منتجات.
        [many] { $count } منتجاً.
       *[other] { $count } منتج.
    }
catalogue-found =
    <b>قائمة المنتجات</b>

    نتائج البحث عن «{ $words }»:
catalogue-not-found =
    <b>قائمة المنتجات</b>

    لا منتج بهذا الاسم: «{ $words }».
catalogue-row = { $name }
catalogue-row-hidden = 🚫 { $name }
catalogue-row-sold-out = ⚠️ { $name }
button-find = بحث بالاسم
button-hide-product = إيقاف البيع
button-show-product = إعادة العرض للبيع
catalogue-card =
    <b>{ $name-ar }</b>
    { $name-en }
    { $brand }، { $package }، { $audience }

    { $seen }

    { $options }
catalogue-offered = معروض للبيع.
catalogue-sold-out = نفدت الكمية، والمنتج لا يظهر للعملاء.
catalogue-hidden = البيع متوقف، والمنتج لا يظهر للعملاء.
catalogue-only-option = السعر: { $price }، { $stock }
catalogue-option = { $option }: { $price }، { $stock }
catalogue-on-hand = الكمية { $quantity }
catalogue-made-to-order =
    { $days ->
        [zero] حسب الطلب، والتجهيز في اليوم نفسه
        [one] حسب الطلب، والتجهيز خلال يوم واحد
        [two] حسب الطلب، والتجهيز خلال يومين
        [few] حسب الطلب، والتجهيز خلال { $days } أيام
        [many] حسب الطلب، والتجهيز خلال { $days } يوماً
       *[other] حسب الطلب، والتجهيز خلال { $days } يوم
    }
catalogue-change-price = السعر
catalogue-change-quantity = الكمية
catalogue-change-price-of = السعر: { $option }
catalogue-change-quantity-of = الكمية: { $option }
catalogue-change-name = الاسم
catalogue-change-text = الوصف
catalogue-change-audience = لمن المنتج
catalogue-change-photo = الصورة
catalogue-now-hidden = توقف بيع المنتج، ولم يعد يظهر للعملاء.
catalogue-now-shown = عاد المنتج معروضاً للبيع.
catalogue-ask-words = ما اسم المنتج؟ يكفي جزء منه.
changing-done = ✅ تم التعديل.
changing-noted = 🧾 سُجّل بالسند رقم { $number }، ويصل إلى الأسرة.
changing-nothing-yet = (فارغ)
changing-ask-price =
    <b>{ $product }</b>
    السعر الآن: { $was }

    كم السعر الجديد بالدرهم؟
changing-ask-quantity =
    <b>{ $product }</b>
    المتاح للبيع الآن: { $was }
    المحجوز لطلبات لم تُجهَّز بعد: { $held }

    هل وصلت قطع جديدة تُضاف، أم جرى عدّ الموجود؟
    عند العدّ تُحسب كل القطع الموجودة، ومنها قطع الطلبات التي لم تُجهَّز بعد، فهي تُطرح بعد ذلك تلقائياً. أما قطع الطلبات المجهَّزة فلا تُحسب.
    ويمكن الكتابة مباشرة: ⁦+5⁩ لإضافة خمس قطع، أو ⁦=12⁩ إذا كان الموجود اثنتي عشرة قطعة.
changing-in = وصلت قطع جديدة
changing-counted = جرى عدّ الموجود
changing-how-unclear = لم تتضح الكمية. يُرجى اختيار أحد الزرين، أو كتابة العدد بعد الإشارة، مثل ⁦+5⁩ أو ⁦=12⁩.
changing-ask-in = كم قطعة وصلت؟
changing-ask-counted = كم قطعة موجودة فعلاً؟ تُحسب معها قطع الطلبات التي لم تُجهَّز بعد، ولا تُحسب قطع الطلبات المجهَّزة.
changing-counted-done =
    ✅ تم التعديل.
    القطع الموجودة: { $counted }، ومنها لطلبات لم تُجهَّز بعد: { $held }. الباقي للبيع: { $left }
changing-counted-short =
    ✅ تم التعديل، ولا شيء للبيع الآن.
    ⚠️ القطع الموجودة: { $counted }، وهي أقل مما في طلبات لم تُجهَّز بعد: { $held }. يُرجى مراجعة هذه الطلبات.
changing-option-gone = سُحب هذا الخيار من البيع أثناء ذلك، فلم يتغيّر شيء.
changing-ask-name-ar =
    الاسم بالعربية الآن: <b>{ $was }</b>

    ما الاسم الجديد؟
changing-ask-name-en =
    الاسم بالإنجليزية الآن: <b>{ $was }</b>

    ما الاسم الجديد؟
changing-ask-text-ar =
    الوصف بالعربية الآن:
    { $was }

    ما الوصف الجديد؟
changing-ask-text-en =
    الوصف بالإنجليزية الآن:
    { $was }

    ما الوصف الجديد؟
button-no-text = بلا وصف
changing-ask-audience =
    <b>{ $product }</b>
    المنتج الآن { $was }

    لمن هذا المنتج؟
catalogue-change-lead = مدة التجهيز
catalogue-change-daily = الحد اليومي
catalogue-option-name = { $option }
changing-ask-lead =
    <b>{ $product }</b>
    مدة التجهيز الآن بالأيام: { $was }

    كم يوماً يستغرق التجهيز بعد الطلب؟ وتبقى الطلبات السابقة على مواعيدها.
changing-ask-daily =
    <b>{ $product }</b>
    الحد اليومي الآن: { $was }

    كم قطعة يمكن تجهيزها في اليوم على الأكثر؟ يُكتب 0 إذا لم يكن هناك حد.
changing-no-limit = بلا حد
button-add-option = إضافة خيار
button-withdraw-option = سحب خيار من البيع
changing-ask-first-ar =
    <b>{ $product }</b>

    ستصبح للمنتج خيارات عدة، فما اسم الخيار الحالي بالعربية؟ مثل: صغير، أو 250 غراماً.
changing-ask-option-ar =
    <b>{ $product }</b>

    ما اسم الخيار الجديد بالعربية؟ مثل: كبير، أو 500 غرام.
changing-which-option =
    <b>{ $product }</b>

    أي خيار يُسحب من البيع؟
changing-option-sure =
    هل يُسحب هذا الخيار من البيع؟
    { $product } – { $option }

    لا يُعرض بعد ذلك للعملاء، وتبقى الطلبات السابقة كما هي.
changing-option-withdrawn = سُحب الخيار من البيع.
# ما يُسأل عنه مرة أخرى لأنه قد يكون سهواً
doubt-english = كُتب الاسم الإنجليزي بحروف عربية: { $words }
doubt-price =
    <b>{ $product }</b>
    السعر الآن: { $was }، والسعر الجديد: { $now }

    { $far } هل هو صحيح؟
doubt-price-more = السعر الجديد أكثر من ضعف السعر الحالي.
doubt-price-less = السعر الجديد أقل من نصف السعر الحالي.
doubt-same = لهذه الأسرة منتج بهذا الاسم في القائمة: <b>{ $product }</b>
button-leave-so = نعم، يبقى هكذا
button-answer-anew = لا، كتابته من جديد
button-no-english = بلا نص إنجليزي
button-price-right = نعم، السعر صحيح
button-see-that = 👀 عرض المنتج الموجود
button-other-name = كتابة اسم آخر
button-same-name = منتج آخر بالاسم نفسه
catalogue-no-english = (بلا اسم إنجليزي بعد)
# ما ينقص المنتجات
button-lacking = 🖼 ما ينقص المنتجات
lacking-title = ما ينقص المنتجات
lacking =
    <b>ما ينقص المنتجات</b>
    🖼 بلا صورة، ويُعرض رسم مكانها.
    🌐 بلا نص إنجليزي، ويُعرض النص العربي مكانه.
lacking-nothing =
    <b>ما ينقص المنتجات</b>

    لا ينقصها شيء: لكل منتج صورة ونصوص باللغتين.
lacking-photo = 🖼 { $name }
lacking-english = 🌐 { $name }
lacking-both = 🖼🌐 { $name }
photos-album-came = وصلت صور الألبوم. يمكن إرسال صور أخرى (حتى { $most } صور في المجموع)، أو المتابعة.
photos-no-room = للمنتج { $most } صور على الأكثر، فلا مكان لهذه الصورة.
photos-none =
    <b>{ $product }</b>

    بلا صورة بعد، ويُعرض رسم مكانها.
photos-one =
    <b>{ $product }</b>
    الصورة { $at } من { $all }. الأولى تظهر أولاً للعملاء.
photos-placed = تغيّر ترتيب الصور.
photos-removed = حُذفت الصورة.
button-add-photos = ➕ إضافة صور
button-photo-first = ⭐ جعلها الأولى
button-photo-earlier = تقديمها
button-remove-photo = 🗑 حذف هذه الصورة
button-no-more-photos = بلا صور أخرى
changing-ask-photo =
    <b>{ $product }</b>

    يُرجى إرسال الصورة الجديدة، وهي تحل محل الصور السابقة.
catalogue-change-package = الباقة
changing-ask-package =
    <b>{ $product }</b>
    الباقة الآن: { $was }

    إلى أي باقة يُنقل المنتج؟
catalogue-change-brand = العلامة
moving-ask-family =
    <b>{ $product }</b>
    العلامة الآن: { $was }

    أي أسرة تصنعه؟ يمكن اختيار علامتها أو كتابة جزء من اسمها.
moving-no-other = لا توجد علامة أخرى بعد. يُرجى إضافتها أولاً من صفحة الأسر.
moving-ask-reason =
    <b>{ $product }</b>
    من { $was } إلى { $to }

    سبق بيع هذا المنتج أو استلام بضاعة منه، فتُنقل مبيعاته معه. ما الذي حدث؟ ستقرأ الأسرتان هذا السبب.
moving-sure =
    نقل <b>{ $product }</b> من <b>{ $was }</b> إلى <b>{ $to }</b>؟
moving-credited = يُنقل { $amount } عن { $orders ->
        [zero] { $orders } عملية بيع
        [one] عملية بيع واحدة
        [two] عمليتي بيع
        [few] { $orders } عمليات بيع
        [many] { $orders } عملية بيع
       *[other] { $orders } عملية بيع
    } من مستحقات الأسرة الأولى إلى مستحقات الثانية.
moving-open = ويُنقل معه { $amount } في طلبات لم تُسلَّم بعد.
moving-both-hear = سيصل الخبر إلى الأسرتين.
button-move-product = ✅ نقل المنتج
moving-done = تم النقل، والمنتج الآن ضمن منتجات { $to }.
moving-call = لم ينضم أحد من { $brand } إلى المحادثة بعد. يُرجى الاتصال بهم وإبلاغهم.
moving-ordered-already = سبق بيع هذا المنتج أو استلام بضاعة منه، فلا ينقله إلى علامة أخرى إلا الإدارة، لأن مبيعاته تُنقل معه. وحتى ذلك الحين يمكن إيقاف بيعه.
button-delete-product = 🗑 حذف
button-delete-product-sure = 🗑 حذف نهائي
catalogue-product-gone = حُذف هذا المنتج أثناء ذلك.
deleting-sure =
    حذف <b>{ $product }</b> ({ $brand }) نهائياً؟

    لم يطلبه أحد بعد. ولا يمكن استرجاعه بعد الحذف.
deleting-photos = { $count ->
        [zero] • بلا صور
        [one] • تُحذف صورته
        [two] • تُحذف صورتاه
        [few] • تُحذف صوره، وعددها { $count }
        [many] • تُحذف صوره، وعددها { $count }
       *[other] • تُحذف صوره، وعددها { $count }
    }
deleting-pieces = { $count ->
        [zero] • لا قطع في المخزون
        [one] • تُشطب القطعة التي أُدخلت إلى المخزون
        [two] • تُشطب القطعتان اللتان أُدخلتا إلى المخزون
        [few] • تُشطب { $count } قطع أُدخلت إلى المخزون
        [many] • تُشطب { $count } قطعة أُدخلت إلى المخزون
       *[other] • تُشطب { $count } قطعة أُدخلت إلى المخزون
    }
deleting-carts = { $count ->
        [zero] • ليس في أي سلة
        [one] • هو في سلة شخص واحد، وسيصله الخبر
        [two] • هو في سلتَي شخصين، وسيصلهما الخبر
        [few] • هو في سلال { $count } أشخاص، وسيصلهم الخبر
        [many] • هو في سلال { $count } شخصاً، وسيصلهم الخبر
       *[other] • هو في سلال { $count } شخص، وسيصلهم الخبر
    }
deleting-favourites = { $count ->
        [zero] • ليس في مفضلة أحد
        [one] • هو في مفضلة شخص واحد
        [two] • هو في مفضلة شخصين
        [few] • هو في مفضلة { $count } أشخاص
        [many] • هو في مفضلة { $count } شخصاً
       *[other] • هو في مفضلة { $count } شخص
    }
deleting-waiting = { $count ->
        [zero] • لا ينتظره أحد
        [one] • ينتظر توفره شخص واحد
        [two] • ينتظر توفره شخصان
        [few] • ينتظر توفره { $count } أشخاص
        [many] • ينتظر توفره { $count } شخصاً
       *[other] • ينتظر توفره { $count } شخص
    }
deleting-ordered =
    سبق أن طُلب <b>{ $product }</b>، فيبقى في السجلات ولا يُحذف.

    يمكن إيقاف بيعه، فلا يظهر للعملاء.
deleting-done = حُذف { $product }.

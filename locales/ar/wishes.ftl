# ملاحظات العملاء للأسرة التي تصنع المنتج
product-takes-wish = ✍️ يمكن كتابة ملاحظة للأسرة المنتجة.
wish-ask =
    ✍️ <b>{ $thing }</b>

    هل من ملاحظة للأسرة المنتجة؟{ $example }
    تقرأ الأسرة ما يُكتب هنا، فيُرجى عدم كتابة هاتف أو عنوان. أقصى عدد من الأحرف: { $most }.
wish-ask-again =
    ✍️ <b>{ $thing }</b>

    الملاحظة الآن: { $was }

    ما الملاحظة الجديدة للأسرة المنتجة؟{ $example }
    تقرأ الأسرة ما يُكتب هنا، فيُرجى عدم كتابة هاتف أو عنوان. أقصى عدد من الأحرف: { $most }.
wish-example = {" "}مثلاً: { $example }
wish-no-example = {""}
wish-no-contact = تقرأ الأسرة هذه الملاحظة، فلا تُكتب فيها أرقام هواتف ولا روابط. أما الملاحظة عن الطلب كله فيُسأل عنها عند إتمامه.
wish-kept = ✅ الملاحظة للأسرة: { $wish }
wish-left-none = المنتج في السلة بلا ملاحظة للأسرة. يمكن كتابتها من السلة قبل تأكيد الطلب.
wish-left = بقيت الملاحظة للأسرة كما هي: { $wish }
wish-drop = 🗑 حذف الملاحظة
wish-dropped = حُذفت الملاحظة.
wish-write = ✍️ ملاحظة للأسرة
wish-change = ✍️ تعديل الملاحظة
wish-another = ➕ قطعة بملاحظة أخرى
cart-line-wish = ✍️ { $wish }
line-wish =
    { $line }
    ✍️ { $wish }
receipt-wish = ملاحظة: { $wish }
refused-no-wish = لا تُكتب ملاحظات لهذا المنتج الآن.

catalogue-change-wishes = ملاحظات العملاء
wishes-ask-most =
    <b>{ $product }</b>
    { $now }

    هل يُسأل العملاء عن ملاحظة للأسرة عند إضافة المنتج إلى السلة؟ يُرجى اختيار أقصى عدد من الأحرف أو كتابته.
wishes-now-none = ملاحظات العملاء: غير متاحة
wishes-now = ملاحظات العملاء: متاحة، وأقصى عدد من الأحرف { $most }.{ $example }
wishes-none = لا، بلا ملاحظات
wishes-letters = نعم، حتى { $most }
wishes-ask-example-ar = ما المثال الذي يظهر بالعربية؟ مثلاً: كتابة اسم مريم عليها
wishes-ask-example-en = ما المثال الذي يظهر بالإنجليزية؟ مثلاً: write Mariam on it

# تسليم ما تصنعه الأسرة إلى المركز، وقائمة التجهيز
bring-in-by = 🗓 التسليم إلى { $place } قبل { $when }
bring-in-now = 🗓 التسليم إلى { $place } في أقرب وقت
bring-in-centre = مركز إنتاج
bring-in-place = { $place }
button-picking = 🧺 قائمة التجهيز
picking-ask =
    <b>قائمة التجهيز</b>

    لأي موعد؟
picking-none = لا طلبات تنتظر التجهيز أو الخروج الآن.
picking-window = { $window } ({ $count })
picking-windows = موعد آخر
picking-list =
    🧺 <b>قائمة التجهيز</b>
    { $window }
picking-family = <b>{ $brand }</b>
picking-stock = ⚪ { $thing } × { $count } – من المخزون ({ $numbers })
picking-made = ⏳ { $thing } × { $count } – من صنع الأسرة ({ $numbers })
picking-packed = ✅ { $thing } × { $count } – تم التجهيز ({ $numbers })
button-family-making = ⏳ ما يلزم صنعه
family-making = ⏳ <b>ما يلزم صنعه: { $brand }</b>
family-making-none = لا شيء يلزم صنعه الآن.
family-to-make = • { $what } × { $quantity } – طلب { $number }

# سجل العمل ويومية المركز
button-audit = سجل العمل
button-day-book = اليومية
audit-title = سجل العمل
audit = <b>سجل العمل</b>
audit-by = بواسطة: { $person }
audit-on = يوم { $day }
audit-about = الموضوع: { $topic }
audit-who = بواسطة: { $chosen }
audit-day = اليوم: { $chosen }
audit-topic = الموضوع: { $chosen }
audit-anybody = الجميع
audit-any-day = كل الأيام
audit-anything = كل شيء
audit-choose-who =
    <b>سجل العمل: عمل مَن؟</b>

    كل من في الفريق الآن، ومن كان فيه سابقاً.
audit-choose-day =
    <b>سجل العمل: أي يوم؟</b>

    الأيام الأقدم تُفتح من اليومية.
audit-choose-topic = <b>سجل العمل: أي موضوع؟</b>
topic-orders = الطلبات
topic-products = المنتجات والمخزون
topic-families = الأسر المنتجة
topic-bazaars = البازارات
topic-team = الفريق
topic-cash = النقد
topic-inbox = رسائل العملاء
day-yesterday = أمس

day-book-title = اليومية
day-book = <b>اليومية: { $day }</b>
day-book-orders = { $what }: { $count } ({ $total })
day-book-row = { $what }: { $count }
day-book-order-placed = طلبات جديدة
day-book-order-accepted = قُبلت
day-book-order-packed = صارت جاهزة
day-book-order-out = خرجت للتوصيل
day-book-order-delivered = تم تسليمها
day-book-order-not-delivered = تعذّر تسليمها
day-book-order-cancelled = أُلغيت
day-book-line-struck = حُذف منها منتج ناقص
day-book-order-refused = رُفض استلامها
day-book-part-refused = رُفض جزء منها
day-book-goods-returned = فيها مرتجع بعد التسليم
day-book-cash = النقد المستلم: { $taken }
day-book-short = مجموع النقص: { $amount }
day-book-over = مجموع الزيادة: { $amount }
day-book-handed-back = أُعيد إلى العملاء: { $amount }
day-book-handed-over = سُلّم إلى خزنة المركز: { $amount }
day-book-from-tills = من صناديق القاعة: { $amount }
day-book-taken-in = قطع دخلت المخزون: { $count }
day-book-counts = مرات الجرد: { $count } (الفرق { $changed })
day-book-product-published = منتجات أُضيفت
day-book-product-changed = تعديلات على المنتجات
day-book-family-added = علامات أُضيفت
day-book-family-joined = انضمام إلى الأسر
day-book-family-left = خروج من الأسر
day-book-bazaar-added = بازارات أُضيفت
day-book-staff-joined = انضمام إلى الفريق
day-book-till-opened = صناديق فُتحت
day-book-till-closed = صناديق أُغلقت
day-book-staff-left = أدوار سُحبت
day-book-audit = التفاصيل في سجل العمل
button-day-before = ‹ اليوم السابق
button-day-after = اليوم التالي ›
button-misses = لم يُعثر عليه
misses-title = بحث بلا نتيجة
misses =
    <b>ما بحث عنه العملاء ولم يُعثر عليه</b>
    بلا أسماء من بحثوا. إن كان المنتج معروضاً فيكفي أن تضاف الكلمة إلى كلمات البحث عند المنتج.

    { $list }
misses-none =
    <b>ما بحث عنه العملاء ولم يُعثر عليه</b>
    لا شيء حتى الآن.
misses-line =
    <b>{ $words }</b>: { $times ->
        [zero] لم يُبحث عنه
        [one] مرة واحدة
        [two] مرتان
        [few] { $times } مرات
        [many] { $times } مرة
       *[other] { $times } مرة
    } ({ $when })

# ما تراه الأسرة من مبيعاتها ومستحقاتها
family-title = مبيعات أسرتي
family-which = يُرجى اختيار العلامة التجارية:
family-brand = { $brand }
family-welcome =
    أهلاً وسهلاً بكم. صارت هذه المحادثة مرتبطة بعلامة <b>{ $brand }</b>.

    يصل إشعار هنا عند كل بيع، ويمكنكم الاطلاع على المبيعات والمستحقات وكميات المنتجات في أي وقت من الزر أدناه أو بالأمر ⁦/family⁩
family-home =
    <b>{ $brand }</b>

    المستحق الآن: <b>{ $due }</b>
    مبالغ طلبات لم تُسلَّم بعد: { $on-its-way }، تُضاف بعد التسليم

    المبيعات اليوم: { $today }
    في هذا البازار: { $bazaar }
    منذ البداية: { $in-all }
family-figure =
    { $pieces ->
        [zero] لا شيء بعد
        [one] قطعة واحدة، { $amount }
        [two] قطعتان، { $amount }
        [few] { $pieces } قطع، { $amount }
        [many] { $pieces } قطعة، { $amount }
       *[other] { $pieces } قطعة، { $amount }
    }
button-family-home = 🧺 مبيعات أسرتي
button-family-sales = آخر المبيعات
button-family-products = المنتجات ({ $count })
button-other-brand = علامة أخرى
family-products =
    <b>منتجات { $brand }</b>

    { $list }
family-no-products = لا منتجات بعد. يضيفها فريق المركز عند استلامها.
family-product = • { $thing }: { $price }، { $stock }
family-left =
    { $count ->
        [zero] نفدت الكمية
        [one] بقيت قطعة واحدة
        [two] بقيت قطعتان
        [few] بقيت { $count } قطع
        [many] بقيت { $count } قطعة
       *[other] بقيت { $count } قطعة
    }
family-made-to-order = حسب الطلب
family-hidden = البيع متوقف
family-sales =
    <b>مبيعات { $brand }</b>

    { $list }
family-order =
    <b>{ $brand }: منتجاتكم في الطلب رقم { $number }</b>

    { $list }
family-reply = رداً على إشعار { $brand }:
family-reply-order = رداً على إشعار { $brand } عن الطلب رقم { $number }:
family-no-sales = لا مبيعات بعد. يصل إشعار هنا عند أول بيع.
family-sale =
    • { $what } × { $quantity }: { $amount }
    طلب { $number }، { $state }، { $when }
family-sale-needed =
    { $sale }
    { $bring }
family-thing = { $name }
family-thing-option = { $name } – { $option }
family-line-struck = المنتج محذوف من الطلب

# طلبات العميل
orders-title = طلباتي
orders-none =
    <b>لا توجد طلبات بعد.</b>

    للبدء يُرجى اختيار إحدى الباقات:
orders-ask = <b>طلباتكم، من الأحدث إلى الأقدم</b>
orders-row =
    • <b>{ $goods }</b> – { $state }
    { $day } · { $total } · رقم { $number }
orders-choice = { $goods }، { $day } · { $number }
order-goods =
    { $more ->
        [zero] { $first }
        [one] { $first } ومنتج آخر
        [two] { $first } ومنتجان آخران
        [few] { $first } و{ $more } منتجات أخرى
        [many] { $first } و{ $more } منتجاً آخر
       *[other] { $first } و{ $more } منتج آخر
    }
order-called = { $number } ({ $goods })
order-listed = • { $order }

order-title = طلب رقم { $number }
order-heading = <b>طلب رقم { $number }</b>، { $day }
order-state = الحالة: <b>{ $state }</b>
order-progress = الحالة: <b>{ $state }</b> { $done }{ $left }
order-sums = الإجمالي: <b>{ $total }</b> شاملاً رسوم التوصيل ({ $fee })
order-paid = المبلغ المدفوع: <b>{ $taken }</b>
order-code = 🔑 رمز التسليم: <b>{ $code }</b>، ويُعطى للمندوب عند استلام الطلب فقط.
order-receipt = 🧾 الإيصال
order-receipt-text = إيصال الطلب رقم <b>{ $number }</b>
order-again = 🔁 إعادة الطلب
order-again-added = أُضيفت المنتجات إلى السلة.
order-again-missing =
    هذه المنتجات غير متوفرة حالياً، فلم تُضَف إلى السلة:
    { $names }
order-again-fewer =
    لا يتوفر حالياً من هذه المنتجات ما يكفي، فأُضيف إلى السلة المتاح منها فقط:
    { $names }
order-again-nothing =
    لم يُضَف شيء إلى السلة، فهذه المنتجات غير متوفرة حالياً:
    { $names }
order-again-name = • { $name }
order-cancel = إلغاء الطلب
order-cancel-ask =
    <b>هل يُلغى الطلب رقم { $number }؟</b>

    قيمته { $total }. يمكن التراجع عن الإلغاء خلال دقائق، والطلب من جديد في أي وقت.
order-cancel-sure = نعم، إلغاء الطلب
order-cancelled = أُلغي الطلب.

receipt-title = إيصال
receipt-number = رقم الطلب
receipt-date = { $at }
receipt-fee = رسوم التوصيل ({ $emirate })
receipt-total = الإجمالي، نقداً عند الاستلام
receipt-paid = الإجمالي، مدفوع نقداً
receipt-sum = الإجمالي
receipt-code = رمز التسليم
receipt-window = موعد التوصيل
receipt-footer = شكراً لدعمكم الأسر المنتجة

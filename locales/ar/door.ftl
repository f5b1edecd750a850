# عند الباب: ما رُفض من الطلب، وما تعذّر تسليمه
line-refused = • { $thing } × { $count } (لم يُستلم)
refused-thing = • { $thing } × { $count }
came-back-line = • { $thing } × { $count } – { $what }
came-back-shelf = عاد إلى المخزون
came-back-inspect = يُفحص عند عودته
came-back-unsellable = تالف
came-back-missing = مفقود
came-back-made = مصنوع لهذا الطلب

customer-part-refused =
    ↩️ سُجّل أن هذا لم يُستلم من طلبكم رقم <b>{ $number }</b>، فلا يُدفع ثمنه:
    { $things }

    💵 المبلغ عند الاستلام الآن: <b>{ $total }</b>
customer-returned =
    ↩️ لم يُستلم طلبكم رقم <b>{ $number }</b>، فأُعيد إلى المركز، ولا يلزم دفع أي مبلغ.

    يسعدنا طلبكم في أي وقت آخر.
staff-part-refused =
    ↩️ <b>رُفض جزء من الطلب رقم { $number }</b> عند التسليم، ويعود إلى المركز مع المندوب:

    { $lines }

    إجمالي الطلب الآن: { $total }
staff-order-refused =
    ↩️ <b>رُفض استلام الطلب رقم { $number }</b>، ويعود كله إلى المركز مع المندوب:

    { $lines }
income-refused =
    ↩️ لم يُستلم هذا من منتجات { $brand } عند تسليم الطلب رقم <b>{ $number }</b>:

    { $lines }
income-refused-borne =
    💰 لا يمكن بيعه لغير صاحب الطلب أو عاد تالفاً، فتحمّل المركز ثمنه، وأُضيف { $amount } إلى مستحقاتكم.

    مستحقاتكم الآن: <b>{ $due }</b>
income-refused-inspect = ما عاد سليماً ({ $amount }) يُفحص في المركز أولاً، ولا يُضاف ثمنه إلى المستحقات الآن.
income-refused-unsellable = لا يمكن بيعه من جديد ({ $amount })، ولا يُضاف ثمنه إلى المستحقات.

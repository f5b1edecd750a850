# البيع في القاعة وما يعرفه كل طرف عنه
income-hall-sold =
    🎉 <b>مبيعات جديدة في القاعة: { $brand }</b>

    { $lines }

    رقم الإيصال: { $number }

    { $sum }
income-hall-returned =
    ↩️ <b>أُعيدت منتجات بيعت في القاعة</b>، وفيها من منتجات { $brand }:

    { $lines }

    رقم الإيصال: { $number }

    { $sum }
income-hall-void =
    ↩️ <b>أُلغي بيع في القاعة</b>، وفيه من منتجات { $brand }:

    { $lines }

    رقم الإيصال: { $number }

    { $sum }
income-sum-added = 💰 أُضيف إلى مستحقاتكم: <b>{ $amount }</b>

family-sale-hall =
    • { $what } × { $quantity }: { $amount }
    في القاعة، إيصال { $number }، { $when }
family-some-back = { $count ->
        [zero] لم يُرجَع منها شيء
        [one] أُرجعت منها قطعة واحدة
        [two] أُرجعت منها قطعتان
        [few] أُرجعت منها { $count } قطع
        [many] أُرجعت منها { $count } قطعة
       *[other] أُرجعت منها { $count } قطعة
    }

history-hall-sold = بيع في القاعة بالإيصال { $receipt }: { $total }
history-hall-returned = مرتجع في القاعة من الإيصال { $receipt }: أُعيد { $refunded }
history-hall-void = أُلغي البيع كاملاً خلال دقائق
day-book-hall = مبيعات القاعة: { $count } ({ $total })
day-book-hall-back = أُعيد في القاعة عن مرتجعات: { $amount }

refused-too-little-given = المبلغ المستلم أقل من المطلوب نقداً: { $due }. لم يتم البيع.
refused-sale-changed = تغيّرت الأسعار، والمجموع الآن { $total }. لم يتم البيع.
refused-returned-already =
    { $left ->
        [zero] أُرجعت هذه القطع كلها من قبل، ولا شيء آخر يُرجَع من هذا السطر.
        [one] لم يبقَ من هذا السطر سوى قطعة واحدة يمكن إرجاعها.
        [two] لم يبقَ من هذا السطر سوى قطعتين يمكن إرجاعهما.
        [few] لم يبقَ من هذا السطر سوى { $left } قطع يمكن إرجاعها.
        [many] لم يبقَ من هذا السطر سوى { $left } قطعة يمكن إرجاعها.
       *[other] لم يبقَ من هذا السطر سوى { $left } قطعة يمكن إرجاعها.
    }
refused-made-to-order = هذا المنتج يُصنع حسب الطلب، فلا يُباع من الرف. يمكن تسجيل طلب توصيل له.
refused-too-late-to-void = لا يُلغى هذا البيع: الإلغاء متاح للبائع نفسه خلال دقائق من البيع وقبل إغلاق صندوقه. المرتجع متاح بعد ذلك.

# حالات الطلب، ومع كل حالة كل ما يُقال عنها
state-placed = جديد
order-now-placed = ينتظر الطلب مراجعة فريق المركز.
desk-placed =
    { $count ->
        [zero] لا طلبات جديدة.
        [one] طلب جديد واحد ينتظر القبول.
        [two] طلبان جديدان ينتظران القبول.
        [few] { $count } طلبات جديدة تنتظر القبول.
        [many] { $count } طلباً جديداً ينتظر القبول.
       *[other] { $count } طلب جديد ينتظر القبول.
    }

state-accepted = مقبول
order-now-accepted = يجري تجهيز الطلب الآن.
customer-accepted =
    ✅ قُبل طلبكم رقم <b>{ $number }</b>، ويجري تجهيزه الآن.

    🕓 موعد التوصيل: { $window }
desk-accepted =
    { $count ->
        [zero] لا طلبات قيد التجهيز.
        [one] طلب واحد قيد التجهيز.
        [two] طلبان قيد التجهيز.
        [few] { $count } طلبات قيد التجهيز.
        [many] { $count } طلباً قيد التجهيز.
       *[other] { $count } طلب قيد التجهيز.
    }
button-move-accepted = ✅ قبول الطلب
deliveries-now-accepted = قُبل الطلب.

state-packed = جاهز للتوصيل
order-now-packed = الطلب جاهز، ويخرج للتوصيل في موعده.
customer-packed =
    📦 طلبكم رقم <b>{ $number }</b> جاهز للتوصيل.

    🕓 موعد التوصيل: { $window }
desk-packed =
    { $count ->
        [zero] لا طلبات جاهزة للتسليم.
        [one] طلب واحد جاهز للتسليم.
        [two] طلبان جاهزان للتسليم.
        [few] { $count } طلبات جاهزة للتسليم.
        [many] { $count } طلباً جاهزاً للتسليم.
       *[other] { $count } طلب جاهز للتسليم.
    }
button-move-packed = 📦 جاهز للتوصيل
deliveries-now-packed = الطلب جاهز للتوصيل.

state-out = خرج للتوصيل
order-now-out = المندوب في الطريق إليكم.
customer-out =
    🚚 خرج طلبكم رقم <b>{ $number }</b> للتوصيل.

    🕓 موعد التوصيل: { $window }
    💵 المبلغ عند الاستلام: { $total } نقداً
    رمز التسليم: <b>{ $code }</b>، ويُعطى للمندوب عند استلام الطلب فقط.
desk-out =
    { $count ->
        [zero] لا طلبات في الطريق.
        [one] طلب واحد في الطريق.
        [two] طلبان في الطريق.
        [few] { $count } طلبات في الطريق.
        [many] { $count } طلباً في الطريق.
       *[other] { $count } طلب في الطريق.
    }
button-move-out = 🚚 خرج للتوصيل
deliveries-now-out = خرج الطلب للتوصيل.

state-delivered = تم التسليم

state-returned = مرتجع

state-cancelled = ملغى

# مكتب العمل: ما ينتظر كل دور
button-desk = لوحة العمل
role-manager = الإدارة
role-catalogue = المنتجات
role-orders = الطلبات
role-courier = التوصيل
desk-title = لوحة العمل
desk =
    <b>لوحة العمل</b> – { $roles }

    { $tasks }
desk-and = { $first }، { $second }
desk-nothing-waits = لا شيء ينتظر الآن.
desk-placed =
    { $count ->
        [zero] لا طلبات جديدة.
        [one] طلب جديد واحد ينتظر القبول.
        [two] طلبان جديدان ينتظران القبول.
        [few] { $count } طلبات جديدة تنتظر القبول.
        [many] { $count } طلباً جديداً ينتظر القبول.
       *[other] { $count } طلب جديد ينتظر القبول.
    }
desk-accepted =
    { $count ->
        [zero] لا طلبات قيد التجهيز.
        [one] طلب واحد قيد التجهيز.
        [two] طلبان قيد التجهيز.
        [few] { $count } طلبات قيد التجهيز.
        [many] { $count } طلباً قيد التجهيز.
       *[other] { $count } طلب قيد التجهيز.
    }
desk-packed =
    { $count ->
        [zero] لا طلبات جاهزة للتوصيل.
        [one] طلب واحد جاهز للتوصيل.
        [two] طلبان جاهزان للتوصيل.
        [few] { $count } طلبات جاهزة للتوصيل.
        [many] { $count } طلباً جاهزاً للتوصيل.
       *[other] { $count } طلب جاهز للتوصيل.
    }
desk-out =
    { $count ->
        [zero] لا طلبات في الطريق.
        [one] طلب واحد في الطريق.
        [two] طلبان في الطريق.
        [few] { $count } طلبات في الطريق.
        [many] { $count } طلباً في الطريق.
       *[other] { $count } طلب في الطريق.
    }
desk-unsent =
    { $count ->
        [zero] كل الرسائل وصلت.
        [one] رسالة واحدة لم تصل.
        [two] رسالتان لم تصلا.
        [few] { $count } رسائل لم تصل.
        [many] { $count } رسالة لم تصل.
       *[other] { $count } رسالة لم تصل.
    }
state-with-count = { $state } ({ $count })
button-deliveries = الطلبات والتوصيل
button-catalogue = قائمة المنتجات
button-add-product = إضافة منتج
button-families = الأسر المنتجة
button-bazaars = البازارات
button-team = الفريق
button-unsent = رسائل لم تصل
unsent-title = رسائل لم تصل
unsent =
    <b>رسائل لم تصل</b>
    يمكن الاتصال بأصحابها هاتفياً.

    { $list }
unsent-none = <b>رسائل لم تصل</b>

    كل الرسائل وصلت إلى أصحابها.
unsent-line = { $name } – { $phone }: { $why } ({ $when })
unsent-nobody = بلا اسم
unsent-no-phone = بلا رقم
unsent-blocked = حظر المستلم هذه المحادثة
unsent-gave-up = تعذّر الإرسال بعد عدة محاولات

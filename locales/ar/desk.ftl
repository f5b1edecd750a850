# مكتب العمل: ما ينتظر كل دور
button-desk = لوحة العمل
role-manager = الإدارة
role-catalogue = المنتجات
role-orders = الطلبات
role-courier = التوصيل
role-seller = البيع في القاعة
role-finance = المالية
desk-title = لوحة العمل
desk =
    <b>لوحة العمل</b> – { $roles }

    { $tasks }
desk-and = { $first }، { $second }
desk-nothing-waits = لا شيء ينتظر الآن.
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
    يمكن الاتصال هاتفياً بمن لم تصل إليهم.

    { $list }
unsent-none = <b>رسائل لم تصل</b>

    كل الرسائل وصلت.
unsent-line = { $name } – { $phone }: { $why } ({ $when })
unsent-nobody = بلا اسم
unsent-no-phone = بلا رقم
unsent-blocked = حظر المستلم هذه المحادثة
unsent-gave-up = تعذّر الإرسال بعد عدة محاولات
desk-no-photo =
    { $count ->
        [zero] لا منتج بلا صورة.
        [one] منتج واحد بلا صورة بعد.
        [two] منتجان بلا صورة بعد.
        [few] { $count } منتجات بلا صورة بعد.
        [many] { $count } منتجاً بلا صورة بعد.
       *[other] { $count } منتج بلا صورة بعد.
    }
desk-no-english =
    { $count ->
        [zero] لا منتج بلا نص إنجليزي.
        [one] منتج واحد بلا نص إنجليزي بعد.
        [two] منتجان بلا نص إنجليزي بعد.
        [few] { $count } منتجات بلا نص إنجليزي بعد.
        [many] { $count } منتجاً بلا نص إنجليزي بعد.
       *[other] { $count } منتج بلا نص إنجليزي بعد.
    }
# مسودات ما لم تكتمل تعبئته
desk-drafts =
    { $count ->
        [zero] لا مسودات.
        [one] مسودة واحدة لم تكتمل.
        [two] مسودتان لم تكتملا.
        [few] { $count } مسودات لم تكتمل.
        [many] { $count } مسودة لم تكتمل.
       *[other] { $count } مسودة لم تكتمل.
    }
button-drafts = 📝 المسودات
button-save-draft = 📥 حفظ والخروج
drafts-title = المسودات
drafts =
    <b>المسودات</b>
    كل ما حُفظ قبل أن يكتمل. الضغط على الاسم يكمل التعبئة من حيث توقفت.
drafts-none =
    <b>المسودات</b>

    لا مسودات الآن.
draft-row = { $name } · { $when }
draft-drop = 🗑 حذف
draft-drop-sure =
    هل تُحذف هذه المسودة؟
    <b>{ $name }</b>
button-drop-draft = نعم، حذف المسودة
draft-dropped = حُذفت المسودة.
draft-kept = 📥 حُفظت مسودة: <b>{ $name }</b>، وهي في ⁦/desk⁩ مع المسودات.
draft-gone = ⚠️ نُشرت هذه المسودة أو عُدّلت أو حُذفت من حساب آخر أثناء ذلك. يُرجى مراجعة ما هنا قبل نشره.
draft-product = منتج بلا اسم بعد
draft-bazaar = بازار بلا اسم بعد
draft-unreadable = مسودة قديمة لا يمكن فتحها
form-about = <b>{ $name }</b>
form-name = { $name }

# الأسر المنتجة في نظر الفريق
button-add-family = إضافة أسرة
button-invite-family = رابط دعوة للأسرة
button-this-family = صفحة الأسرة
families-title = الأسر المنتجة
families =
    <b>الأسر المنتجة</b>

    { $count ->
        [zero] لم تُضَف أي أسرة بعد.
        [one] أسرة واحدة.
        [two] أسرتان.
        [few] { $count } أسر.
        [many] { $count } أسرة.
       *[other] { $count } أسرة.
    }
families-how = لفتح صفحة أسرة، يمكن الضغط على اسم علامتها أو كتابة جزء منه.
families-ask-words = ما اسم العلامة؟ يكفي جزء منه.
families-found =
    <b>الأسر المنتجة</b>

    نتائج البحث عن «{ $words }»:
families-not-found =
    <b>الأسر المنتجة</b>

    لا علامة بهذا الاسم: «{ $words }».
families-row = { $brand }
families-card =
    <b>{ $brand-ar }</b>
    { $brand-en }

    المنتجات: { $products }
    حسابات مرتبطة بهذه العلامة: { $members }
families-added = ✅ أُضيفت الأسرة.
families-ask-ar = ما اسم علامة الأسرة بالعربية؟ هو الاسم الذي يظهر للعملاء، وليس اسم شخص.
families-ask-en = ما اسم العلامة بالإنجليزية؟
families-name-taken = سبق تسجيل هذا الاسم لعلامة أخرى: { $brand }. يُرجى كتابة اسم آخر.
families-ask-name = لمن هذه الدعوة من أسرة { $brand }؟ يُرجى كتابة الاسم، وهو لا يظهر إلا للإدارة.
families-invitation =
    <b>دعوة لعلامة { $brand }</b>
    { $name }

    الرابط لشخص واحد ولمرة واحدة، وصلاحيته { $days ->
        [zero] تنتهي اليوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يوماً
       *[other] { $days } يوم
    }. من يفتحه يطّلع على مبيعات هذه العلامة ومستحقاتها، فيُرجى إرساله إلى الأسرة نفسها.
families-invites-you = دعوة من بازار إنتاج لمتابعة مبيعات علامة { $brand } ومستحقاتها. فتح الرابط يكفي لقبولها:
button-members = من يتابع هذه العلامة ({ $count })
families-members =
    <b>{ $brand }</b>

    لإيقاف المتابعة عن شخص، يُرجى اختيار الاسم:
families-no-members =
    <b>{ $brand }</b>

    لا أحد يتابع هذه العلامة الآن.
families-member-sure =
    هل تُوقَف متابعة هذا الشخص للعلامة؟
    { $name } – { $brand }

    لا تصل إليه بعد ذلك أخبار مبيعاتها ومستحقاتها، ولا تعود المتابعة إلا بدعوة جديدة.
button-remove-member = إيقاف المتابعة
families-member-removed = ✅ أُوقفت المتابعة: { $name } – { $brand }
button-rename-family = تعديل اسم العلامة

# الفريق والدعوات
role-can-manager = يمكنكم الآن إدارة كل أعمال البازار: المنتجات والطلبات والتوصيل والأسر والبازارات والفريق.
role-can-catalogue = يمكنكم الآن إضافة المنتجات، وتعديل أسعارها وصورها وأوصافها، وتسجيل الكميات.
role-can-orders = يمكنكم الآن قبول الطلبات وتجهيزها، ومتابعة التوصيل حتى باب البيت، والرد على رسائل العملاء.
role-can-courier = يمكنكم الآن الاطلاع على الطلبات الجاهزة، وتوصيلها، وتأكيد التسليم برمز التسليم.
role-can-seller = يمكنكم الآن فتح الصندوق والبيع في القاعة.
role-can-finance = يمكنكم الآن تسوية فروق النقد، واستلام نقد الصناديق ومندوبي التوصيل.
team-title = الفريق
team =
    <b>الفريق</b>

    { $posts }

    لدعوة شخص جديد، يُرجى اختيار دوره:
team-post =
    { $role }: { $count ->
        [zero] لا أحد بعد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصاً
       *[other] { $count } شخص
    }
team-post-named = { team-post } ({ $names })
team-invite = دعوة: { $role }
team-ask-name = لمن هذه الدعوة ({ $role })؟ يُرجى كتابة الاسم، ليُعرف صاحبها في صفحة الفريق.
team-invitation =
    <b>دعوة إلى الفريق: { $role }</b>
    { $name }

    الرابط لشخص واحد ولمرة واحدة، وصلاحيته { $days ->
        [zero] تنتهي اليوم
        [one] يوم واحد
        [two] يومان
        [few] { $days } أيام
        [many] { $days } يوماً
       *[other] { $days } يوم
    }. أول من يفتحه ينضم إلى الفريق، فيُرجى إرساله إلى الشخص المقصود وحده.
button-send-invitation = إرسال الدعوة
team-invites-you = دعوة للانضمام إلى فريق بازار إنتاج ({ $role }). فتح الرابط يكفي لقبولها:
team-welcome =
    أهلاً وسهلاً بكم في فريق بازار إنتاج.

    الدور: <b>{ $role }</b>
    { $can }

    المهام المنتظرة كلها في لوحة العمل، وتُفتح أيضاً بالأمر ⁦/desk⁩

team-people = { $role } ({ $count })
team-holders =
    <b>{ $role }</b>

    لسحب الدور من شخص، يُرجى اختيار الاسم:
team-no-holders =
    <b>{ $role }</b>

    لا أحد بهذا الدور الآن.
team-sure =
    هل يُسحب هذا الدور؟
    { $name } – { $role }

    تتوقف صلاحياته فوراً، ولا يعود الدور إلا بدعوة جديدة.
button-take-role = سحب الدور
team-role-taken = ✅ سُحب الدور: { $name } – { $role }

people-name = { $name }
people-nameless = بلا اسم
people-since = { $name } · منذ { $since }
people-until = { $name } · حتى { $until }
people-role-until = { $role }: { $invited }
button-open-invitations = دعوات لم تُقبل بعد ({ $count })
people-invitations =
    <b>دعوات لم تُقبل بعد</b>

    لسحب دعوة، يُرجى اختيارها:
people-no-invitations =
    <b>دعوات لم تُقبل بعد</b>

    لا دعوات تنتظر الآن.
people-withdraw-sure =
    هل تُسحب هذه الدعوة؟
    { $invited }

    يتوقف رابطها عن العمل فوراً.
people-invitation-over = لم تعد هذه الدعوة تنتظر القبول: استُخدم رابطها، أو سُحبت، أو انتهت مدتها.
button-withdraw = سحب الدعوة
people-withdrawn = ✅ سُحبت الدعوة: { $invited }

button-pass-founding = نقل صفة المؤسِّس
button-take-on-founding = قبول صفة المؤسِّس
founding-ask-whom =
    <b>نقل صفة المؤسِّس</b>

    المؤسِّس هو الوحيد في الإدارة الذي لا يمكن لمن انضم بدعوة منه سحب دوره. إلى من تُنقل الصفة؟ لا تنتقل إلا بعد موافقة الشخص المختار.
founding-offered =
    <b>نقل صفة المؤسِّس</b>

    عُرضت الصفة على { $name }، ولم يصل رد بعد. حتى ذلك الحين لا يتغيّر شيء.
button-offer-back = سحب العرض
founding-sure =
    هل تُنقل صفة المؤسِّس؟
    { $name }

    بعد قبول العرض لا يمكن نقلها مرة أخرى إلا من طرف { $name }، ويبقى دور الإدارة كما هو.
button-offer-founding = نعم، عرض الصفة
founding-asked = ✅ عُرضت الصفة على { $name }، وتنتقل عند قبول العرض.
founding-taken-back = ✅ سُحب العرض.
founding-take-sure =
    <b>هل تُقبل صفة مؤسِّس المتجر؟</b>

    العرض من { $name }. لن يتمكن من ينضم بدعوة منكم من سحب هذا الدور، إلى أن تُنقل الصفة.
button-founding-yes = نعم، قبول الصفة
founding-taken-on = ✅ انتقلت صفة مؤسِّس المتجر إلى هذا الحساب.
founding-nothing = لا يوجد عرض مفتوح هنا.

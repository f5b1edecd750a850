# مواعيد مرّت: ما يُقال للمكتب وللعميل، واختيار موعد آخر
button-reschedule = 🕓 اختيار موعد آخر
customer-late =
    نعتذر، تأخّر طلبكم رقم <b>{ $number }</b> عن موعده، وهو لم يخرج للتوصيل بعد. نعمل على إيصاله في أقرب وقت ممكن.

    إن كان موعد آخر أنسب، فيمكن اختياره بالزر.
customer-rescheduled =
    🗓 تغيّر موعد طلبكم رقم <b>{ $number }</b>.

    🕓 موعد التوصيل: { $window }
staff-order-late =
    ⏰ <b>الطلب رقم { $number } تأخّر عن موعده</b> – { $state }

    👤 { $name }، { $phone }
    📍 { $place }
    الإجمالي: <b>{ $total }</b>

    وصل إلى العميل اعتذار، ويمكنه اختيار موعد آخر.
staff-order-rescheduled =
    🗓 <b>موعد جديد للطلب رقم { $number }</b> – { $state }
    اختاره العميل.

    🕓 { $window }
reschedule-ask = طلب رقم { $number }: ما الموعد الأنسب للتوصيل؟
reschedule-none = لا يوجد موعد متاح الآن، ويبقى الطلب كما هو.
reschedule-done = ✅ تغيّر موعد الطلب: { $window }
reschedule-left = لم يتغيّر موعد الطلب.

# تعديل الطلب
changed-by-customer = العميل
changed-by-team = الفريق
changed-out = ➖ { $thing } × { $count }
changed-in = ➕ { $thing } × { $count }
changed-total-now = المبلغ عند الاستلام الآن: <b>{ $total }</b>

customer-phone-changed = 📞 غيّر الفريق رقم هاتف طلبكم رقم <b>{ $number }</b>. يتصل المندوب بهذا الرقم: { $phone }
customer-note-changed =
    📝 غيّر الفريق ملاحظة المندوب في طلبكم رقم <b>{ $number }</b>:

    { $note }
customer-note-removed = 📝 حذف الفريق ملاحظة المندوب من طلبكم رقم <b>{ $number }</b>.
customer-lines-changed = ✏️ <b>عدّل الفريق محتوى طلبكم رقم { $number }</b>

staff-order-phone-changed = 📞 غيّر { $who } رقم هاتف الطلب رقم <b>{ $number }</b>: { $phone }
staff-order-note-changed =
    📝 غيّر { $who } ملاحظة المندوب في الطلب رقم <b>{ $number }</b>:

    { $note }
staff-order-note-removed = 📝 حذف { $who } ملاحظة المندوب من الطلب رقم <b>{ $number }</b>.
staff-order-lines-changed = ✏️ <b>عدّل { $who } محتوى الطلب رقم { $number }</b> – { $state }
staff-order-repack = كان الطلب مجهَّزاً، ويُرجى تجهيزه من جديد.
courier-stop-changed =
    🚚 <b>تغيّرت محطة في جولتكم</b>

    🕓 { $window }

income-lines-changed =
    ✏️ <b>عُدّل الطلب رقم { $number }. من منتجات { $brand }:</b>

    { $changed }
income-out = لم يعد مطلوباً:
income-in = أُضيف إلى الطلب:
manager-not-joined-change =
    ✏️ <b>عُدّل الطلب رقم { $number }، ولم تُبلَّغ الأسرة بذلك</b>

    { $sales }

    لم ينضم أحد من الأسرة هنا بعد، فلا تصلها إشعارات. يُرجى إبلاغها.

history-order-phone-changed = تغيّر رقم الهاتف
history-order-note-changed = تغيّرت ملاحظة المندوب
history-order-lines-changed = تغيّر محتوى الطلب
history-lines-out = خرج منه: { $things }
history-lines-in = دخل إليه: { $things }
day-book-order-lines-changed = عُدّل محتواها

refused-too-late-to-change = صار الطلب جاهزاً للتوصيل، ولم يعد تعديله ممكناً من هنا. لتعديله يُرجى الكتابة إلى الفريق بالزر أدناه.
refused-too-soon-to-make = هذا المنتج يُصنع حسب الطلب، ولا يمكن تجهيزه قبل موعد الطلب. أقرب يوم له: { $day }. يُرجى اختيار موعد آخر للطلب أولاً.
refused-no-window-there = لا توصيل إلى هذا المكان في موعد الطلب. يُرجى اختيار موعد آخر له أولاً، أو عنوان آخر.

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
    ✏️ <b>عُدّل الطلب رقم { $number }، ولم تُبلَّغ بذلك { $families ->
        [zero] الأسر
        [one] الأسرة
        [two] الأسرتان
        [few] الأسر
        [many] الأسر
       *[other] الأسر
    }</b>

    { $sales }

    { $invite }

history-order-phone-changed = تغيّر رقم الهاتف
history-order-note-changed = تغيّرت ملاحظة المندوب
history-order-lines-changed = تغيّر محتوى الطلب
history-lines-out = خرج منه: { $things }
history-lines-in = دخل إليه: { $things }
day-book-order-lines-changed = عُدّل محتواها

refused-too-late-to-change = صار الطلب جاهزاً، ولم يعد تعديله ممكناً من هنا. لتعديله يُرجى الكتابة إلى الفريق بالزر أدناه.
refused-too-soon-to-make = هذا المنتج يُصنع حسب الطلب، ولا يمكن تجهيزه قبل موعد الطلب. أقرب يوم له: { $day }. يُرجى اختيار موعد آخر للطلب أولاً.
refused-no-window-there = لا توصيل إلى هذا المكان في موعد الطلب. يُرجى اختيار موعد آخر له أولاً، أو عنوان آخر.

button-change-order = ✏️ تعديل الطلب
change-ask = <b>طلب رقم { $number }</b>: ما المطلوب تعديله؟
change-part-things = 🛍 المنتجات والكميات
change-part-place = 📍 العنوان
change-part-phone = 📞 رقم الهاتف
change-part-note = 📝 ملاحظة المندوب
change-done = ✅ عُدّل الطلب.
change-left = لم يتغيّر شيء في الطلب.
change-moved = تغيّر شيء بعد ظهور هذه الأرقام، ولم يُعدَّل الطلب بعد. هذا ما صار إليه الأمر:
change-sure = ✅ تعديل الطلب · { $total }
change-total = <b>الإجمالي: { $now }</b>، وكان { $was }. الدفع نقداً عند الاستلام.
change-total-same = يبقى الإجمالي { $total }.
change-fee = رسوم التوصيل: { $now }، وكانت { $was }
change-ask-phone = طلب رقم <b>{ $number }</b>: ما رقم الهاتف الذي يتصل به المندوب؟
change-ask-note = طلب رقم <b>{ $number }</b>: ما الملاحظة للمندوب؟ مثل: الباب الخلفي، أو الاتصال قبل الوصول بنصف ساعة.
change-ask-emirate = يذهب الطلب رقم <b>{ $number }</b> الآن إلى { $emirate }. إلى أين يكون التوصيل؟ بجانب كل إمارة رسوم التوصيل إليها.
change-ask-pin = يبدو أن الموقع على الخريطة في { $pin }، والإمارة المختارة { $chosen }. أيهما الصحيح؟ رسوم التوصيل تتبع الإمارة.
change-place =
    <b>طلب رقم { $number }: العنوان الجديد</b>

    📍 { $place }
change-things = <b>طلب رقم { $number }: المنتجات والكميات</b>
change-things-sure = <b>طلب رقم { $number }: هذا ما يتغيّر</b>
change-row = • { $thing } × { $count }
change-row-out = • { $thing }: خارج الطلب
change-fewer = ➖ إنقاص { $thing }
change-take-out = 🗑 إزالة { $thing }
change-more = ➕ زيادة { $thing }
change-option = 🔁 { $thing }: خيار آخر
change-add = 🛍 إضافة منتج آخر
change-done-choosing = ✔️ هذا كل شيء: عرض الإجمالي
change-ask-option = ما الخيار المطلوب؟ ما يُضاف يُحسب بسعر اليوم.
change-ask-thing = ما المنتج المطلوب إضافته؟ يُرجى كتابة اسمه أو جزء منه.
change-choose-thing = أي منتج من هذه؟ للبحث عن غيرها يُرجى كتابة الاسم.
change-nothing-found = لا يوجد منتج معروض للبيع بهذا الاسم.
change-choice = { $thing } · { $price }
deliveries-holds-other-things = عُدّل الطلب أثناء ذلك، ولم يُسجَّل تجهيزه. يُرجى مراجعة محتواه الآن.

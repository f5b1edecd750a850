# عند الباب: ما رُفض من الطلب، وما تعذّر تسليمه
line-refused = • { $thing } × { $count } (هذا المنتج لم يُستلم)
refused-thing = • { $thing } × { $count }
came-back-line = • { $thing } × { $count } – { $what }
came-back-shelf = عودة إلى الرف
came-back-inspect = الفحص عند العودة
came-back-unsellable = لا يصلح للبيع
came-back-missing = غير موجود
came-back-made = مصنوع لهذا الطلب

customer-part-refused =
    ↩️ لم يُستلم من طلبكم رقم <b>{ $number }</b> ما يلي، فلا يُدفع ثمنه:
    { $things }

    💵 المبلغ عند الاستلام الآن: <b>{ $total }</b>
customer-returned =
    ↩️ لم يُستلم طلبكم رقم <b>{ $number }</b>، فيعود إلى المركز، ولا يلزم دفع أي مبلغ.

    يسعدنا طلبكم في أي وقت آخر.
staff-part-refused =
    ↩️ <b>رُفض جزء من الطلب رقم { $number }</b> عند التسليم، ويعود إلى المركز مع المندوب:

    { $lines }

    إجمالي الطلب الآن: { $total }
staff-order-refused =
    ↩️ <b>رُفض استلام الطلب رقم { $number }</b>، ويعود كله إلى المركز مع المندوب:

    { $lines }
income-refused =
    ↩️ لم يُستلم هذا من منتجات { $brand } في الطلب رقم <b>{ $number }</b>:

    { $lines }
income-refused-borne =
    💰 ما تلف أو صُنع لهذا الطلب خاصة يتحمّل المركز ثمنه: أُضيف { $amount } إلى مستحقاتكم.

    مستحقاتكم الآن: <b>{ $due }</b>
income-refused-inspect = ما سيُفحص ({ $amount }) لا يُضاف ثمنه إلى المستحقات الآن، ويُعرض للبيع من جديد إن كان سليماً.
income-refused-unsellable = ما تلف أو صُنع لهذا الطلب خاصة ({ $amount }) لا يُضاف ثمنه إلى المستحقات.

button-part-refused = ↩️ رُفض جزء
refusing-ask-line = طلب { $number }: أي منتج رُفض؟
refusing-ask-more = طلب { $number }: أي منتج آخر رُفض؟
refusing-nothing-more = لا شيء غير ما سبق
refusing-ask-pieces = كم قطعة رُفضت؟
refusing-ask-spoiled = كم قطعة تالفة؟
refusing-ask-condition = ما حال ما رُفض؟ السليم يُفحص في المركز عند عودته، ولا يُعرض للبيع قبل ذلك.
refusing-sound = سليم كالجديد
refusing-spoiled = تالف
refusing-comes-back =
    يعود إلى المركز:
    { $lines }
refusing-ask-sure =
    <b>طلب { $number }: رُفض جزء</b>

    💵 المبلغ المطلوب من العميل بعد ذلك: <b>{ $total }</b>
refusing-ask-whole =
    <b>طلب { $number }: رُفض كله</b>

    لا يبقى شيء للتسليم، فيُسجَّل الطلب مرتجعاً، ولا يُستلم أي مبلغ.
refusing-sure = ✅ تأكيد، والمبلغ { $total }
refusing-sure-whole = ✅ تأكيد، رُفض الطلب كله
refusing-more = رُفض منتج آخر أيضاً
refusing-done = ✅ سُجّل ما رُفض. المبلغ المطلوب الآن: <b>{ $total }</b>
refusing-changed = تغيّر الطلب أثناء ذلك، ولم يُسجَّل شيء الآن. يُرجى مراجعة محتواه.
refusing-order-ask =
    <b>طلب { $number }: رُفض استلامه</b>

    لا يُستلم أي مبلغ. السليم يُفحص في المركز عند عودته، وما كان تالفاً يُختار هنا.
refusing-order-sure = ✅ تأكيد: مرتجع
refusing-order-spoiled = تالف: { $thing }
refusing-order-sound = ليس تالفاً: { $thing }
refusing-order-done = ↩️ سُجّل الطلب مرتجعاً. يُرجى إعادة ما فيه إلى المركز.

button-new-address = 📍 تصحيح العنوان
reason-readdressed = صُحّح العنوان
deliveries-reason-address = ⚠️ العنوان غير صحيح، وطُلب الصحيح من العميل، ولم يصل بعد.
deliveries-reason-readdressed = ✅ العنوان أعلاه مصحَّح بعد تعذّر التسليم.
not-delivered-done-nobody = عاد الطلب إلى الطلبات الجاهزة بأقرب موعد متاح، وتصل إلى العميل رسالة لاختيار موعد آخر إن أراد.
not-delivered-done-address = عاد الطلب إلى الطلبات الجاهزة بأقرب موعد متاح، وتصل إلى العميل رسالة لتصحيح العنوان.
new-address-done = صُحّح العنوان، ويصل ذلك إلى العميل.
address-ask-same = طلب رقم { $number }: هل العنوان الصحيح في إمارة { $emirate } أيضاً؟
address-same = نعم، في { $emirate }
address-other = لا، في إمارة أخرى
address-ask-where = طلب رقم { $number }: ما العنوان الصحيح؟ المنطقة والشارع ورقم البيت، أو موقع من الخريطة.

customer-failed-nobody = 🚪 وصل المندوب بطلبكم رقم <b>{ $number }</b> ولم يجد من يستلمه، ولذلك يعود الطلب إلى المركز.
customer-failed-address = 📍 تعذّر إيصال طلبكم رقم <b>{ $number }</b>، فالعنوان غير صحيح أو غير واضح. يُرجى تصحيحه بالزر أدناه.
customer-failed-later = 🕓 أُجّل تسليم طلبكم رقم <b>{ $number }</b> كما طلبتم.
customer-failed-other = تعذّر تسليم طلبكم رقم <b>{ $number }</b> هذه المرة، وسنحاول من جديد.
customer-new-window = 🕓 الموعد الجديد: { $window }
customer-choose-window = إن لم يناسبكم هذا الموعد، يمكن اختيار موعد آخر هنا.
customer-readdressed = 📍 صُحّح عنوان طلبكم رقم <b>{ $number }</b>.
order-other-windows = مواعيد أخرى
order-correct-address = 📍 تصحيح العنوان
order-readdressed = ✅ صُحّح العنوان. شكراً لكم.
order-unchanged = لم يتغيّر شيء، والطلب كما هو.
order-stands = حالة الطلب الآن: { $state }
staff-order-readdressed =
    📍 غيّر { $who } عنوان الطلب رقم <b>{ $number }</b>:

    { $place }

button-count = 📋 جرد هذا الصنف
catalogue-count-asked =
    📋 <b>نقص عند تجهيز الطلب رقم { $number }</b>

    حُذف منه: { $thing } × { $count }. السبب: { $reason }

    المعروض للبيع الآن: { $left }. يُرجى الجرد للتأكد.
order-nothing-due = لا يلزم دفع أي مبلغ، وقد أُعيد الطلب إلى المركز.
family-line-refused = المنتج لم يُستلم

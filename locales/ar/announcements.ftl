# الإشعارات: ما يصل إلى العملاء والأسر والموظفين
customer-delivered =
    🌷 تم تسليم طلبكم رقم <b>{ $number }</b>، والمبلغ المدفوع { $taken }.

    شكراً لكم، فكل طلب مصدر دخل لأسرة منتجة.
customer-cancelled = ❌ نعتذر، أُلغي طلبكم رقم <b>{ $number }</b>، ولا يلزم دفع أي مبلغ.{ $why }
customer-struck =
    نعتذر، حُذف هذا المنتج من طلبكم رقم <b>{ $number }</b>: { $thing }.{ $why }

    💵 المبلغ عند الاستلام الآن: { $total }
customer-struck-thing = { $thing } × { $count }
customer-why = {" "}السبب: { $reason }
customer-no-reason = {""}

staff-open-order = فتح الطلب
staff-order-placed =
    🔔 <b>طلب جديد رقم { $number }</b>

    🕓 { $window }
    📍 { $place }

    { $lines }

    الإجمالي: <b>{ $total }</b>
staff-order-cancelled =
    ❌ ألغى العميل الطلب رقم <b>{ $number }</b>، وعادت إلى المخزون قطعه المأخوذة منه.

    🕓 كان موعده: { $window }
staff-order-called-back =
    ❌ أُلغي الطلب رقم <b>{ $number }</b> بعد خروجه للتوصيل، فلا يُسلَّم.

    يُرجى ممّن معه الطلب إعادته إلى المركز.
staff-order-packed =
    📦 <b>الطلب رقم { $number } جاهز للتوصيل</b>

    🕓 { $window }
    📍 { $place }
    💵 المبلغ عند الاستلام: { $total }
staff-order-not-delivered =
    ↩️ تعذّر تسليم الطلب رقم <b>{ $number }</b>، وعاد إلى الطلبات الجاهزة. السبب: { $reason }

    🕓 الموعد الجديد: { $window }

income-see-sales = 🧺 مبيعات أسرتي
income-sold =
    🎉 <b>مبيعات جديدة: { $brand }</b>

    { $lines }

    المجموع: <b>{ $amount }</b>
    رقم الطلب: { $number }

    يُضاف المبلغ إلى مستحقاتكم بعد تسليم الطلب.
income-new-day =
    🗓 <b>موعد جديد للطلب رقم { $number }: { $day }</b>

    تعذّر تسليمه هذه المرة، وفيه من منتجات { $brand } المصنوعة حسب الطلب:
    { $lines }
income-delivered =
    💰 <b>أُضيف { $amount } إلى مستحقات { $brand }</b>

    تم تسليم الطلب رقم { $number }، وفيه من منتجاتكم:
    { $lines }

    مستحقاتكم الآن: <b>{ $due }</b>
income-cancelled =
    أُلغي الطلب رقم <b>{ $number }</b>، وفيه من منتجات { $brand }:

    { $lines }

    { $sum }
income-struck =
    حُذف من الطلب رقم <b>{ $number }</b> هذا المنتج من منتجات { $brand }:

    { $lines }

    لن يُضاف مبلغه ({ $amount }) إلى المستحقات.

manager-open-family = فتح صفحة الأسرة
manager-open-team = فتح صفحة الفريق
manager-open-brand = فتح صفحة { $brand }
manager-brand = <b>{ $brand }</b>
manager-not-joined =
    🧺 <b>الطلب رقم { $number }: مبيعات لم تُبلَّغ بها { $families ->
        [zero] الأسر
        [one] الأسرة
        [two] الأسرتان
        [few] الأسر
        [many] الأسر
       *[other] الأسر
    }</b>

    { $sales }

    { $families ->
        [zero] لم ينضم أحد من هذه الأسر هنا بعد، فلا تصلها إشعارات بمبيعاتها. يُرجى إبلاغها بالهاتف، ويمكن دعوة كل أسرة من صفحتها
        [one] لم ينضم أحد من هذه الأسرة هنا بعد، فلا تصلها إشعارات بمبيعاتها. يُرجى إبلاغها بالهاتف، ويمكن دعوتها من صفحتها
        [two] لم ينضم أحد من هاتين الأسرتين هنا بعد، فلا تصلهما إشعارات بمبيعاتهما. يُرجى إبلاغهما بالهاتف، ويمكن دعوة كل أسرة من صفحتها
        [few] لم ينضم أحد من هذه الأسر هنا بعد، فلا تصلها إشعارات بمبيعاتها. يُرجى إبلاغها بالهاتف، ويمكن دعوة كل أسرة من صفحتها
        [many] لم ينضم أحد من هذه الأسر هنا بعد، فلا تصلها إشعارات بمبيعاتها. يُرجى إبلاغها بالهاتف، ويمكن دعوة كل أسرة من صفحتها
       *[other] لم ينضم أحد من هذه الأسر هنا بعد، فلا تصلها إشعارات بمبيعاتها. يُرجى إبلاغها بالهاتف، ويمكن دعوة كل أسرة من صفحتها
    } بزر «رابط دعوة للأسرة».
manager-family-joined = 👋 قبلت أسرة <b>{ $brand }</b> الدعوة، وصارت تتابع مبيعاتها هنا.
manager-staff-joined = 👋 انضم شخص جديد إلى الفريق. الدور: <b>{ $role }</b>.
manager-order-cancelled = ❌ أُلغي الطلب رقم <b>{ $number }</b> ({ $total }). من ألغاه: { $who }.
manager-staff-left = 👋 سُحب دور <b>{ $role }</b> من { $name }. من سحبه: { $who }.
founding-offered-to-you = 🔑 عرض نقل صفة مؤسِّس المتجر إلى هذا الحساب، من { $who }.
founding-changed = 🔑 صفة مؤسِّس المتجر الآن عند { $name }، بدلاً من { $who }.
manager-wrong-codes =
    ⚠️ أُدخل رمز تسليم خاطئ { $tries ->
        [zero] { $tries } مرة
        [one] مرة واحدة
        [two] مرتين
        [few] { $tries } مرات
        [many] { $tries } مرة
       *[other] { $tries } مرة
    } للطلب رقم <b>{ $number }</b>.

    لا يمكن الآن تأكيد تسليمه إلا من الإدارة، بصورة وسبب.
manager-wrong-tries =
    ⚠️ { $name }: { $tries ->
        [zero] { $tries } رمز خاطئ
        [one] رمز خاطئ واحد
        [two] رمزان خاطئان
        [few] { $tries } رموز خاطئة
        [many] { $tries } رمزاً خاطئاً
       *[other] { $tries } رمز خاطئ
    } اليوم { $orders ->
        [zero] على { $orders } طلب
        [one] على طلب واحد
        [two] على طلبين
        [few] على { $orders } طلبات
        [many] على { $orders } طلباً
       *[other] على { $orders } طلب
    }: { $numbers }.
manager-wrong-tries-barred = لا يمكن لهذا الحساب تأكيد التسليم بالرمز حتى الغد. يُرجى التواصل مع صاحبه، وتأكيد ما معه من طلبات من حساب آخر.
manager-untold = ⚠️ تعذّر إعداد أحد الإشعارات، فلم يصل إلى من يخصه. يُرجى إبلاغ الدعم الفني برقمه: { $notice }.
manager-untold-order = ⚠️ تعذّر إعداد إشعار عن الطلب رقم <b>{ $number }</b>، فلم يصل إلى من يخصه. يُرجى إبلاغ العميل والأسر بالهاتف، وإبلاغ الدعم الفني برقم الإشعار: { $notice }.
last-piece-sold =
    🏷 <b>بيعت آخر قطعة: { $thing }</b>

    { $seen }
last-piece-none-left = نفدت الكمية، فلا يُعرض المنتج للعملاء حتى تُسجَّل كمية جديدة منه.
last-piece-others-left = الخيارات الأخرى من المنتج ما زالت معروضة للبيع.
last-piece-see-products = 🧺 منتجات الأسرة
income-product-left =
    📝 <b>لم يعد { $product } ضمن منتجات { $brand }</b>

    كان مسجّلاً باسم علامتكم خطأً منّا، ونعتذر عن ذلك. وهو الآن مسجّل باسم الأسرة التي تصنعه.
income-product-came =
    📝 <b>أصبح { $product } ضمن منتجات { $brand }</b>

    كان مسجّلاً باسم علامة أخرى خطأً منّا، ونعتذر عن ذلك.
income-credit-left =
    كان قد أُضيف إلى مستحقاتكم { $amount } عن { $orders ->
        [zero] { $orders } عملية بيع
        [one] عملية بيع واحدة
        [two] عمليتي بيع
        [few] { $orders } عمليات بيع
        [many] { $orders } عملية بيع
       *[other] { $orders } عملية بيع
    }، وهو من دخل الأسرة الأخرى، فنُقل إليها.

    مستحقاتكم الآن: <b>{ $due }</b>
income-credit-came =
    💰 أُضيف إلى مستحقاتكم { $amount } عن { $orders ->
        [zero] { $orders } عملية بيع
        [one] عملية بيع واحدة
        [two] عمليتي بيع
        [few] { $orders } عمليات بيع
        [many] { $orders } عملية بيع
       *[other] { $orders } عملية بيع
    }، وكان قد حُسب لأسرة أخرى.

    مستحقاتكم الآن: <b>{ $due }</b>
income-open-left = أما طلباته التي لم تُسلَّم بعد ({ $amount }) فتنتقل معه، ولا حاجة إلى تجهيز شيء لها.
income-open-came = طلباته التي لم تُسلَّم بعد ({ $amount }) لكم الآن، وتفاصيلها في صفحتكم.
cart-product-deleted = لم يعد «{ $name }» متوفراً في المتجر، فأُخرج من سلتكم. وبقية السلة كما هي.

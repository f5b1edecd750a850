# ما يعود من الطلبات: حال المنتجات عند الإلغاء وبعده
cancelling-ask-goods = ما حال المنتجات الآن؟
cancelling-goods-shelf = موجودة، وتُعرض للبيع من جديد
cancelling-goods-inspect = تُفحص أولاً
cancelling-goods-missing = غير موجودة
cancelling-ask-missing = طلب { $number }: ما المنتجات غير الموجودة؟ يُحذف من المخزون ما يُختار هنا، ويعود الباقي.
cancelling-ask-unsellable = طلب { $number }: ما المنتجات التالفة؟ يُحذف من المخزون ما يُختار هنا، ويعود الباقي.
cancelling-lost-all = كل المنتجات
cancelling-line = { $thing }
cancelling-marked = ✅ { $thing }
cancelling-lost-these = متابعة بما اختير ({ $count })

goods-shelf = 🧺 يعود إلى الرف ويُعرض للبيع: { $things }
goods-inspect = 🔎 لا يُعرض للبيع حتى يعود إلى المركز ويُفحص: { $things }
goods-unsellable = 🗑 لا يصلح للبيع، ويُحذف من المخزون: { $things }
goods-missing = ❔ غير موجود، ويُحذف من المخزون: { $things }
goods-made = 🍽 صُنع لهذا الطلب ولا يُباع لغيره: { $things }
goods-unmade = 🗓 كان سيُصنع حسب الطلب، ولا يلزم صنعه: { $things }
goods-all = كل ما في الطلب
goods-borne = 💵 ما يدفعه المركز للأسر ثمناً لما لا يُباع: { $amount }
goods-and = { $first }، { $second }
goods-thing = { $thing } × { $count }

fate-shelf = ↳ عاد إلى الرف
fate-inspect = ↳ يعود إلى المركز ويُفحص قبل عرضه للبيع، ويصلكم إشعار بالنتيجة
fate-unsellable = ↳ لا يصلح للبيع
fate-missing = ↳ غير موجود
fate-made = ↳ صُنع لهذا الطلب، ولا يُباع لغيره
fate-unmade = ↳ لا يلزم صنعه إن لم يُصنع بعد

income-sum-none = لن يُضاف مبلغها ({ $amount }) إلى المستحقات.
income-sum-borne =
    يتحمّل المركز ثمنها، وأُضيف { $borne } إلى المستحقات.

    مستحقاتكم الآن: <b>{ $due }</b>
income-sum-part =
    يتحمّل المركز ثمن ما لا يُباع من جديد، وأُضيف { $borne } إلى المستحقات. لن يُضاف باقي المبلغ ({ $rest }).

    مستحقاتكم الآن: <b>{ $due }</b>

staff-order-unpack =
    ❌ أُلغي الطلب رقم <b>{ $number }</b> بعد تجهيزه.

    يُرجى إخراج منتجاته وإعادتها إلى مكانها.

desk-inspect =
    { $count ->
        [zero] لا شيء بانتظار الفحص.
        [one] منتج واحد بانتظار الفحص.
        [two] منتجان بانتظار الفحص.
        [few] { $count } منتجات بانتظار الفحص.
        [many] { $count } منتجاً بانتظار الفحص.
       *[other] { $count } منتج بانتظار الفحص.
    }
button-inspect = 🔎 بانتظار الفحص ({ $count })
inspecting-title = بانتظار الفحص
inspecting-list =
    <b>بانتظار الفحص</b>

    منتجات عادت من طلبات، ولا تُعرض للبيع قبل فحصها. الأقدم أولاً.
inspecting-none =
    <b>بانتظار الفحص</b>

    لا شيء ينتظر الفحص الآن.
inspecting-entry = { $thing } × { $count } · { $number }
inspecting-one =
    <b>{ $thing } × { $count }</b> – { $brand }

    من الطلب { $number }، منذ { $at }{ $carrier }

    ما حالها؟
inspecting-carrier = {"\u000A"}كان الطلب مع: { $name }
no-words = {""}
button-inspect-shelf = 🧺 كلها تُعرض للبيع
button-inspect-unsellable = 🗑 لا تصلح للبيع
button-inspect-missing = ❔ غير موجودة
button-inspect-some = 🔢 بعضها فقط
button-inspect-list = بانتظار الفحص
inspecting-ask-shelf = كم قطعة من { $count } تُعرض للبيع من جديد؟
inspecting-ask-unsellable = كم قطعة من الباقي ({ $count }) موجودة ولا تصلح للبيع؟ ما عداها يُسجَّل غير موجود.
inspected-shelf = عادت إلى الرف وتُعرض للبيع.
inspected-unsellable = سُجِّلت غير صالحة للبيع.
inspected-missing = سُجِّلت غير موجودة.
inspected-some = تم الفحص. تُعرض للبيع: { $shelf }، لا تصلح: { $unsellable }، غير موجودة: { $missing }
refused-already-inspected = فحصها زميل قبل لحظات، ولم يتغيّر شيء الآن.

income-inspected =
    🔎 <b>فُحص ما عاد من الطلب رقم { $number }</b>، وفيه من منتجات { $brand }:

    { $lines }

    { $sum }
income-sum-on-sale = تُعرض للبيع من جديد.
income-sum-unpaid = ما لا يُباع من جديد لا يُضاف ثمنه إلى المستحقات.
income-sum-lost =
    يتحمّل المركز ثمن ما لا يصلح للبيع، وأُضيف { $borne } إلى المستحقات.

    مستحقاتكم الآن: <b>{ $due }</b>

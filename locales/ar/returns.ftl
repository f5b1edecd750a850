# ما يعود من الطلبات: حال المنتجات عند الإلغاء وبعده
cancelling-ask-goods = طلب { $number }: ما حال المنتجات الآن؟
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
goods-missing = ❓ غير موجود، ويُحذف من المخزون: { $things }
goods-made = 🍽 صُنع لهذا الطلب ولا يُباع لغيره: { $things }
goods-unmade = 🗓 كان سيُصنع حسب الطلب، ولا يلزم صنعه: { $things }
goods-all = كل ما في الطلب
goods-borne = 💵 ما يدفعه المركز للأسر ثمناً لما لا يُباع: { $amount }
goods-and = { $first }، { $second }
goods-thing = { $thing } × { $count }

fate-shelf = – عودة إلى الرف
fate-inspect = – الفحص في المركز قبل العرض للبيع، ويصلكم إشعار بالنتيجة
fate-unsellable = – لا يصلح للبيع
fate-missing = – غير موجود
fate-made = – خاص بهذا الطلب، ولا بيع لغيره
fate-unmade = – لا حاجة إلى الصنع إن لم يبدأ بعد

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

    من الطلب { $number }، منذ { $at }.{ $carrier }

    ما حالها؟
inspecting-carrier = {"\u000A"}كان الطلب مع: { $name }
no-words = {""}
button-inspect-shelf = 🧺 سليمة، تُعرض للبيع
button-inspect-unsellable = 🗑 لا تصلح للبيع
button-inspect-missing = ❓ غير موجودة
button-inspect-some = 📋 بعضها فقط
button-inspect-list = بانتظار الفحص
inspecting-ask-shelf = كم قطعة من { $count } تُعرض للبيع من جديد؟
inspecting-ask-unsellable = كم قطعة من الباقي ({ $count }) موجودة ولا تصلح للبيع؟ ما عداها يُسجَّل غير موجود.
inspected-shelf = عادت إلى الرف وتُعرض للبيع.
inspected-unsellable = سُجِّلت غير صالحة للبيع.
inspected-missing = سُجِّلت غير موجودة.
inspected-some = تم الفحص. تُعرض للبيع: { $shelf }، لا تصلح: { $unsellable }، غير موجودة: { $missing }
refused-already-inspected = سبق فحصها قبل لحظات، ولم يتغيّر شيء الآن.

income-inspected =
    🔎 <b>فُحص ما عاد من الطلب رقم { $number }</b>، وفيه من منتجات { $brand }:

    { $lines }

    { $sum }
income-sum-on-sale = تُعرض للبيع من جديد.
income-sum-unpaid = ما لا يُباع من جديد لا يُضاف ثمنه إلى المستحقات.
income-sum-lost =
    يتحمّل المركز ثمن ما لا يصلح للبيع، وأُضيف { $borne } إلى المستحقات.

    مستحقاتكم الآن: <b>{ $due }</b>

button-return = ↩️ مرتجع
line-returned = • { $thing } × { $count } = { $amount } (مرتجع)
returning-ask-line = طلب { $number }: ما المنتج المرتجع؟
returning-ask-more = طلب { $number }: هل من منتج مرتجع آخر؟
returning-all = الطلب كله
returning-rest = كل الباقي
returning-done-picking = ✔️ لا شيء غيره
returning-anew = 🔁 الاختيار من جديد
returning-ask-pieces = طلب { $number }: كم قطعة مرتجعة من هذا المنتج؟
returning-ask-fate = طلب { $number }: ما حال القطع المرتجعة؟
returning-fate-shelf = 🧺 سليمة، تُعرض للبيع
returning-fate-inspect = 🔎 تُفحص أولاً
returning-fate-unsellable = 🗑 لا تصلح للبيع
returning-ask-fee = طلب { $number }: كله مرتجع. هل تُعاد رسوم التوصيل أيضاً؟
returning-without-fee = لا، المنتجات فقط
returning-with-fee = نعم، مع الرسوم ({ $fee })
returning-ask-payer = طلب { $number }: من أي نقد يُعاد المبلغ؟
returning-payer-till = 💵 من خزنة المركز
returning-payer-purse = { $name } (العهدة { $amount })
returning-unpaid = منها ما لم يُدفع: { $amount }
returning-paid-by = من عهدة: { $name }
returning-ask-sure = <b>طلب { $number }: هل يُسجَّل هذا المرتجع؟</b>
returning-hand-back = 💵 يُعاد إلى العميل نقداً: <b>{ $amount }</b> (المنتجات { $items }، رسوم التوصيل { $fee })
returning-yes = نعم
returning-sure = نعم، إعادة { $amount }
returning-done = ↩️ سُجِّل المرتجع. المبلغ المعاد إلى العميل نقداً: <b>{ $amount }</b> (المنتجات { $items }، رسوم التوصيل { $fee })
returning-changed = سُجِّل مرتجع من هذا الطلب أثناء ذلك، ولم يُسجَّل شيء الآن. يُرجى مراجعة محتواه.
refused-too-late-to-return = انتهت مدة الإرجاع لهذا الطلب.
deliveries-owed-back = ⚠️ مبلغ يُعاد إلى العميل عن مرتجع سابق: <b>{ $amount }</b>
button-hand-back = ↩️ إعادة { $amount } إلى العميل
handing-back-ask = <b>طلب { $number }: إعادة { $amount } إلى العميل عن مرتجع سابق.</b> من أي نقد؟ يُسجَّل المبلغ مُعاداً فور الاختيار.
handing-back-done = ↩️ سُجِّل المبلغ المعاد إلى العميل نقداً: <b>{ $amount }</b>
handing-back-changed = لم يعد للعميل هذا المبلغ، ولم يُسجَّل شيء الآن. يُرجى مراجعة الطلب.
order-owed-back = مبلغ يُعاد إليكم عن مرتجع: <b>{ $amount }</b>
customer-money-handed-back = ↩️ أُعيد إليكم نقداً عن مرتجع طلبكم رقم <b>{ $number }</b>: { $amount }
deliveries-refunded = أُعيد إلى العميل: { $amount }
order-refunded = المبلغ المعاد: <b>{ $amount }</b>
receipt-refunded = مبلغ معاد عن مرتجع
receipt-after-return = الإجمالي بعد الإرجاع
family-line-returned = مرتجع
due-below-nothing = المبلغ دون الصفر يُسوَّى من المبيعات القادمة، ولا يلزم دفع شيء.
customer-goods-returned =
    ↩️ سُجِّل المرتجع من طلبكم رقم <b>{ $number }</b>.

    💵 أُعيد إليكم نقداً: <b>{ $amount }</b>
income-returned =
    ↩️ <b>أُعيدت منتجات من الطلب رقم { $number } بعد تسليمه</b>، وفيها من منتجات { $brand }:

    { $lines }

    { $sum }
income-sum-taken = خُصم ثمنها ({ $amount }) من المستحقات.
income-sum-given = يتحمّل المركز ثمن ما لا يُباع من جديد، فأُضيف { $borne } إلى المستحقات.
income-due = مستحقاتكم الآن: <b>{ $due }</b>

button-undo-cancel = ↩️ تراجع عن الإلغاء
undo-done = تم التراجع عن الإلغاء. حالة الطلب الآن: { $state }
undo-done-own = عاد الطلب كما كان.
undo-gone = تعذّر التراجع، لأن هذا لم يعد متوفراً: { $thing }. يمكن طلب الباقي من جديد.
undo-no-window = تعذّر التراجع، فلم يبق مكان في موعد التوصيل. يمكن الطلب من جديد في موعد آخر.
undo-inspected = تعذّر التراجع، فقد فُحص ما عاد من الطلب. يمكن الطلب من جديد.
undo-too-late = لا يمكن التراجع عن الإلغاء بعد الآن. يمكن الطلب من جديد.
customer-reinstated =
    ✅ نعتذر، أُلغي طلبكم رقم <b>{ $number }</b> خطأً، وهو قائم كما كان.

    🕓 { $window }
    💵 المبلغ عند الاستلام: { $total }
staff-order-reinstated =
    ✅ <b>تم التراجع عن إلغاء الطلب رقم { $number }</b>، وحالته الآن: { $state }

    🕓 { $window }
income-reinstated =
    ✅ <b>تم التراجع عن إلغاء الطلب رقم { $number }</b>، وفيه من منتجات { $brand }:

    { $lines }

    المجموع: <b>{ $amount }</b>، يُضاف إلى المستحقات بعد التسليم. وما ورد في إشعار الإلغاء لم يعد قائماً.

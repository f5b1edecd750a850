# القاعة: الصناديق وما فيها من نقد، وما يُباع منها
menu-sell = بيع في القاعة
button-hall = 🏷️ بيع في القاعة
button-till = الصندوق
button-open-till = فتح الصندوق
till-title = صندوق القاعة
till-none =
    <b>صندوق القاعة</b>

    لا صندوق مفتوح لكم الآن. يُفتح الصندوق بما فيه من نقد للبداية، ثم يبدأ البيع.
till-no-bazaar =
    <b>صندوق القاعة</b>

    لا بازار اليوم. يُفتح الصندوق في أيام البازار، قبل الافتتاح بساعات أو في أثنائه.
till-ask-bazaar = في أي بازار يُفتح الصندوق؟
till-ask-float =
    <b>فتح الصندوق</b>

    كم فيه من نقد للبداية؟ يمكن اختيار مبلغ أو كتابته.
till-moved-in = إيداع نقد { $amount }
till-moved-out = سحب نقد { $amount }
till-open =
    <b>الصندوق { $number }</b> – مفتوح
    { $name } · { $bazaar }، منذ { $at }

    🧾 { $receipts ->
        [zero] لا إيصال بعد
        [one] إيصال واحد
        [two] إيصالان
        [few] { $receipts } إيصالات
        [many] { $receipts } إيصالاً
       *[other] { $receipts } إيصال
    }
    💵 المفترض وجوده في الصندوق: <b>{ $cash }</b>
till-counted =
    <b>الصندوق { $number }</b> – معدود، ولا بيع منه
    { $name } · { $bazaar }، منذ { $at }

    🧾 { $receipts ->
        [zero] لا إيصال بعد
        [one] إيصال واحد
        [two] إيصالان
        [few] { $receipts } إيصالات
        [many] { $receipts } إيصالاً
       *[other] { $receipts } إيصال
    }
    💵 المفترض وجوده في الصندوق: <b>{ $cash }</b>
till-closed =
    <b>الصندوق { $number }</b> – مغلق
    { $name } · { $bazaar }، أُغلق { $at }

    🧾 { $receipts ->
        [zero] لا إيصال بعد
        [one] إيصال واحد
        [two] إيصالان
        [few] { $receipts } إيصالات
        [many] { $receipts } إيصالاً
       *[other] { $receipts } إيصال
    }
till-was-counted = 💵 المعدود: <b>{ $amount }</b>
till-waits-for-centre = ينتظر تأكيد المركز، ولا يتغيّر شيء قبله.
till-waits-for-holder = ينتظر تأكيد صاحب الصندوق، ولا يتغيّر شيء قبله.
till-waits-for-seller = ينتظر استلام { $name } لمتابعة البيع، ولا يتغيّر شيء قبله.
till-moved-meanwhile = ⚠️ تغيّر ما في الصندوق أثناء العدّ، ولم يُغلق بعد.
till-nobody-takes-over =
    <b>تسليم الصندوق</b>

    لا بائع آخر بلا صندوق الآن. يمكن إغلاق الصندوق وتسليم نقده إلى المركز.
button-tills = صناديق القاعة
button-cash-in = ➕ إيداع نقد
button-cash-out = ➖ سحب نقد
button-hand-till = تسليم الصندوق إلى بائع آخر
button-close-till = إغلاق الصندوق
button-count-till = عدّ الصندوق وإغلاقه
button-hand-it = تسليم الصندوق
button-confirm-till = ✅ تأكيد: { $amount }
button-take-till = ✅ استلام لمتابعة البيع: { $amount }
button-count-anew = المبلغ غير صحيح، عدّ من جديد
button-wrong-count = المبلغ غير صحيح
button-withdraw-till = سحب العدّ والعودة إلى البيع
button-till-waits = ⏳ الصندوق { $number }: { $amount }
till-ask-in =
    <b>إيداع نقد في الصندوق</b>

    كم المبلغ؟
till-ask-out =
    <b>سحب نقد من الصندوق</b>

    كم المبلغ؟
till-ask-why-in = إيداع { $amount } في الصندوق. ما السبب؟ يمكن اختيار سبب أو كتابته.
till-ask-why-out = سحب { $amount } من الصندوق. ما السبب؟ يمكن اختيار سبب أو كتابته.
till-ask-seller = مَن يستلم الصندوق لمتابعة البيع؟
till-ask-count =
    <b>عدّ الصندوق</b>

    كم من كل فئة؟ تُكتب كلها في رسالة واحدة، مثل:
    3×100 2×50 4×0.25

    أو تُعدّ فئةً فئةً بالأزرار.
button-count-each = فئة فئة
button-count-rest = لا شيء من هذه الفئة وما دونها
till-count-unclear = لم يتضح العدّ. يُكتب عدد القطع ثم الفئة، مثل 3×100، والفئات: 1000 و500 و200 و100 و50 و20 و10 و5 و1 و0.50 و0.25.
till-ask-piece =
    كم من فئة <b>{ $piece }</b>؟

    المجموع حتى الآن: { $counted }
till-count-line = • { $pieces } = { $amount }
till-count-lines = { $lines }
till-count-sum =
    💵 المعدود: <b>{ $counted }</b>
    💵 المفترض وجوده: <b>{ $expected }</b>
till-count-right = ✅ المبلغ مطابق.
till-ask-why = ⚠️ { $missing }. ما السبب؟ يمكن اختيار سبب أو كتابته، أو الرجوع للعدّ من جديد.
tills-title = صناديق القاعة
tills =
    <b>صناديق القاعة</b>

    { $count ->
        [zero] لا صندوق مفتوح الآن.
        [one] صندوق واحد مفتوح، وفيه { $cash }.
        [two] صندوقان مفتوحان، وفيهما { $cash }.
        [few] { $count } صناديق مفتوحة، وفيها { $cash }.
        [many] { $count } صندوقاً مفتوحاً، وفيها { $cash }.
       *[other] { $count } صندوق مفتوح، وفيها { $cash }.
    }
tills-row-open = الصندوق { $number } · { $name }
tills-row-counted = ⏳ الصندوق { $number } · { $name }
tills-row-closed = ✅ الصندوق { $number } · { $name }
desk-tills-wait =
    { $count ->
        [zero] لا صندوق ينتظر التأكيد.
        [one] صندوق واحد ينتظر تأكيد عدّه.
        [two] صندوقان ينتظران تأكيد عدّهما.
        [few] { $count } صناديق تنتظر تأكيد عدّها.
        [many] { $count } صندوقاً ينتظر تأكيد عدّه.
       *[other] { $count } صندوق ينتظر تأكيد عدّه.
    }
desk-tills-open =
    { $count ->
        [zero] لا صندوق مفتوح في القاعة.
        [one] صندوق واحد لم يُغلق بعد في القاعة.
        [two] صندوقان لم يُغلقا بعد في القاعة.
        [few] { $count } صناديق لم تُغلق بعد في القاعة.
        [many] { $count } صندوقاً لم يُغلق بعد في القاعة.
       *[other] { $count } صندوق لم يُغلق بعد في القاعة.
    }
refused-no-open-till = لا صندوق مفتوح لكم الآن، ولا يُباع في القاعة إلا من صندوق مفتوح.
refused-till-is-open = لكم صندوق لم يُغلق بعد. يُغلق أولاً، ثم يُفتح غيره أو يُستلم.
refused-not-in-till = في الصندوق { $held } فقط.
refused-till-moved = في الصندوق الآن { $expected }، فيُرجى العدّ من جديد.
told-till-counted =
    💵 <b>الصندوق { $number }</b> ({ $name }) معدود: <b>{ $amount }</b>، وينتظر التأكيد. لا يتغيّر شيء قبل ذلك.
told-till-for-you =
    💵 <b>الصندوق { $number }</b> ({ $name }) جاهز للاستلام لمتابعة البيع: <b>{ $amount }</b>. يُرجى عدّه قبل الاستلام.
told-till-count-withdrawn = سُحب عدّ الصندوق { $number } ({ $name }): { $amount }، وعاد الصندوق مفتوحاً.
told-till-closed = ✅ أُغلق الصندوق { $number } ({ $name })، وسُلّم نقده: <b>{ $amount }</b>
told-till-taken = ✅ استُلم الصندوق { $number } ({ $name }) لمتابعة البيع: <b>{ $amount }</b>
told-till-left-open = ⚠️ أغلق البازار أبوابه، والصندوق <b>{ $number }</b> ({ $name }) ما زال مفتوحاً.
button-closing = 🧾 كشف الإغلاق
button-day-money = 💵 نقد اليوم
closing-text = كشف الصندوق <b>{ $number }</b>
closing-title = كشف إغلاق الصندوق
closing-till = الصندوق
closing-seller = البائع
closing-bazaar = البازار
closing-opened = فُتح
closing-closed = أُغلق
closing-receipts = الإيصالات
closing-range = من { $first } إلى { $last }
closing-none = لا شيء
closing-part-takings = المبيعات
closing-count-sales = { $sales ->
        [zero] لا مبيعات
        [one] عملية بيع واحدة
        [two] عمليتا بيع
        [few] { $sales } عمليات بيع
        [many] { $sales } عملية بيع
       *[other] { $sales } عملية بيع
    }
closing-cash = نقداً
closing-card = بطاقة
closing-discount = خصومات
closing-returns = مرتجعات ومبيعات ملغاة ({ $count })
closing-cash-back = أُعيد نقداً
closing-card-back = أُعيد إلى البطاقة
closing-part-packages = حسب الباقة، بعد المرتجعات
closing-package = { $package } ({ $pieces })
closing-part-cash = نقد الصندوق
closing-float = نقد البداية
closing-expected = المفترض وجوده
closing-counted = المعدود
closing-missing = الناقص
closing-over = الزائد
closing-reason = السبب
closing-to = استلمه لمتابعة البيع
closing-part-pieces = المعدود حسب الفئة
closing-sign-seller = توقيع البائع
closing-sign-centre = توقيع المستلم
day-money-text = نقد يوم { $day }
day-money-title = نقد اليوم
day-money-day = اليوم
day-money-all = المجموع
day-money-part-hall = صناديق القاعة
day-money-till = نقد مبيعات الصندوق { $number } · { $name }
day-money-till-now = الآن في الصندوق { $number }
day-money-till-counted = عُدّ وسُلّم من الصندوق { $number }
day-money-card = بطاقات القاعة
day-money-cash = نقد مبيعات القاعة كلها، بعد المرتجعات
day-money-part-handed = نقد المندوبين الذي سُلّم
day-money-part-carried = نقد في العهدة الآن
closing-moved-in = إيداع: { $reason }
closing-moved-out = سحب: { $reason }

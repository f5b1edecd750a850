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
till-open =
    <b>الصندوق { $number }</b> – مفتوح
    { $bazaar }، منذ { $at }

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
    { $bazaar }، منذ { $at }

    🧾 { $receipts ->
        [zero] لا إيصال
        [one] إيصال واحد
        [two] إيصالان
        [few] { $receipts } إيصالات
        [many] { $receipts } إيصالاً
       *[other] { $receipts } إيصال
    }
    💵 المفترض وجوده في الصندوق: <b>{ $cash }</b>
till-moved-in = إيداع نقد { $amount }
till-moved-out = سحب نقد { $amount }

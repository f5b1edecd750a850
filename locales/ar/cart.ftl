# السلة
cart-title = السلة
cart-pieces =
    { $count ->
        [zero] لا قطع فيها
        [one] فيها قطعة واحدة
        [two] فيها قطعتان
        [few] فيها { $count } قطع
        [many] فيها { $count } قطعة
       *[other] فيها { $count } قطعة
    }
cart-line = { $number }. <b>{ $name }</b>
cart-line-option = { $number }. <b>{ $name }</b> ({ $option })
cart-line-sum = { $count } × { $price } = { $amount }
cart-product = { $number }. { $name } × { $count }
cart-price-changed = ⚠️ تغيّر السعر، وكان { $was }.
cart-fewer =
    { $left ->
        [zero] ⚠️ نفدت الكمية.
        [one] ⚠️ لم تبقَ منه سوى قطعة واحدة.
        [two] ⚠️ لم تبقَ منه سوى قطعتين.
        [few] ⚠️ لم تبقَ منه سوى { $left } قطع.
        [many] ⚠️ لم تبقَ منه سوى { $left } قطعة.
       *[other] ⚠️ لم تبقَ منه سوى { $left } قطعة.
    }
cart-sold-out = ⚠️ نفدت الكمية.
cart-gone = ⚠️ لم يعد معروضاً للبيع.
cart-total = مجموع المنتجات: <b>{ $total }</b>
cart-fee-later = تُضاف رسوم التوصيل حسب الإمارة عند إتمام الطلب.
cart-without-gone = ما لم يعد متوفراً لا يدخل في الطلب.
cart-lead =
    { $days ->
        [zero] لا يحتاج الطلب إلى وقت للتجهيز.
        [one] يحتاج الطلب إلى يوم واحد للتجهيز.
        [two] يحتاج الطلب إلى يومين للتجهيز.
        [few] يحتاج الطلب إلى { $days } أيام للتجهيز.
        [many] يحتاج الطلب إلى { $days } يوماً للتجهيز.
       *[other] يحتاج الطلب إلى { $days } يوم للتجهيز.
    }
cart-checkout = ✅ إتمام الطلب
cart-clear = 🗑 إفراغ السلة
cart-clear-ask =
    { $count ->
        [zero] السلة فارغة.
        [one] في السلة قطعة واحدة. هل تُفرَغ السلة؟
        [two] في السلة قطعتان. هل تُفرَغ السلة كلها؟
        [few] في السلة { $count } قطع. هل تُفرَغ السلة كلها؟
        [many] في السلة { $count } قطعة. هل تُفرَغ السلة كلها؟
       *[other] في السلة { $count } قطعة. هل تُفرَغ السلة كلها؟
    }
cart-clear-sure = نعم، إفراغ السلة
cart-cleared = أُفرغت السلة.
cart-empty =
    <b>السلة فارغة.</b>

    يُرجى اختيار باقة لتصفح منتجاتها، أو البحث عن منتج.
added-to-cart = أُضيف المنتج إلى السلة.
in-cart-now = في السلة الآن: { $count }
taken-from-cart = أُزيل المنتج من السلة.

# التصفح: القائمة والباقات والمنتج والبحث
home-welcome =
    أهلاً وسهلاً بكم في <b>بازار إنتاج</b>!

    منتجات من صنع الأسر المنتجة في الشارقة: مأكولات وعطور وأزياء وحرف تراثية وأعمال يدوية، مع التوصيل إلى البيت في جميع الإمارات والدفع نقداً عند الاستلام.

    للبدء يُرجى اختيار باقة من الأزرار، أو كتابة اسم المنتج المطلوب.
home-again =
    <b>بازار إنتاج</b>

    يُرجى اختيار باقة من الأزرار، أو كتابة اسم المنتج المطلوب للبحث عنه.
home-package-atayeb = 🍯 أطايب: مأكولات وحلويات ({ $count })
home-package-teeb = 🌸 طِيب: عطور وبخور ({ $count })
home-package-anaqa = 👗 أناقة: أزياء ومستلزمات البيت ({ $count })
home-package-mahra = 🏺 مهرة: تراث وأكلات شعبية ({ $count })
home-package-ebdaa = 🎨 إبداع: أعمال يدوية ({ $count })

package-all = الكل
package-see = كل منتجات { $package }
package-empty = لا توجد منتجات معروضة في باقة { $package } حالياً، ويمكن تصفح باقة أخرى:
package-empty-for = لا توجد في باقة { $package } حالياً منتجات { $audience }.

shelf-title = <b>{ $title }</b>
shelf-title-for = <b>{ $title }</b> · { $audience }
shelf-range = المنتجات { $first } إلى { $last } من { $total }
shelf-range-one = المنتج { $first } من { $total }
shelf-range-of-more = المنتجات { $first } إلى { $last }، وهناك غيرها الكثير
shelf-choice = { $number } · { $name }
shelf-choice-sold-out = { $number } · { $name } · نفدت الكمية
shelf-price-from = من { $amount }
shelf-for-whom = 👥 لمن؟
shelf-for = 👥 { $audience }
shelf-ask-for-whom =
    <b>{ $package }</b>

    لمن المنتجات المطلوبة؟
shelf-audience = { $label } ({ $count })
shelf-back = العودة إلى { $name }
shelf-brand-empty = لا توجد منتجات معروضة من { $brand } حالياً، ويمكن تصفح إحدى الباقات:

product-name = <b>{ $name }</b>
product-brand = من { $brand }
product-price = السعر: { $price }
product-price-from = السعر: من { $price }
product-option = الخيار: { $option }
product-sold-out = نفدت الكمية حالياً.
product-option-sold-out = نفد هذا الخيار، وما زال غيره متوفراً.
product-few-left =
    { $left ->
        [zero] نفدت الكمية حالياً.
        [one] بقيت قطعة واحدة فقط.
        [two] بقيت قطعتان فقط.
        [few] بقيت { $left } قطع فقط.
        [many] بقيت { $left } قطعة فقط.
       *[other] بقيت { $left } قطعة فقط.
    }
product-made-to-order =
    { $days ->
        [zero] حسب الطلب.
        [one] حسب الطلب، والتجهيز خلال يوم واحد.
        [two] حسب الطلب، والتجهيز خلال يومين.
        [few] حسب الطلب، والتجهيز خلال { $days } أيام.
        [many] حسب الطلب، والتجهيز خلال { $days } يوماً.
       *[other] حسب الطلب، والتجهيز خلال { $days } يوم.
    }
product-made-by = حسب الطلب، والتجهيز بحلول { $day }.
product-not-on-sale =
    <b>{ $name }</b>

    هذا المنتج غير معروض للبيع حالياً. في الباقة نفسها منتجات أخرى، ويمكن البحث عن منتج مشابه.
product-description = { $text }
product-choose-first = يُرجى أولاً اختيار أحد الخيارات.
product-add = أضف إلى السلة
product-in-cart = في السلة: { $count }
product-less = ➖
product-photo-before = ‹
product-photo-at = { $at }/{ $all }
product-photo-after = ›
product-photo = الصورة { $at } من { $all } ›
product-more = ➕
product-most = أقصى كمية
product-results = العودة إلى نتائج البحث
product-of-brand = المزيد من { $brand }
product-remove = 🗑 إزالة
product-share = 📤 مشاركة
product-share-text = { $name } من { $brand } في بازار إنتاج
product-option-choice = { $option } · { $price }
product-option-alone = { $option }
product-option-gone = { $option } (نفدت الكمية)
product-tag-sold-out = نفدت الكمية
product-tag-made-to-order = حسب الطلب

search-title = بحث
search-subtitle = في جميع الباقات
search-ask =
    <b>عمّ تبحثون؟</b>

    يُرجى كتابة اسم المنتج أو جزء منه، مثل: دخون، مخلل، شيلة.
search-results = نتائج البحث عن «{ $words }»:
search-instead = لم نجد «{ $words }»، وهذه نتائج البحث عن «{ $instead }»:
search-nothing =
    لم نجد شيئاً باسم «{ $words }».

    يُرجى تجربة كلمة أخرى أقصر، أو تصفح إحدى الباقات:
search-no-words =
    لم نجد في الرسالة كلمة نبحث عنها.

    يُرجى كتابة اسم المنتج أو جزء منه، أو تصفح إحدى الباقات:
search-row = { $name } · { $price }
search-row-from = { $name } · من { $price }

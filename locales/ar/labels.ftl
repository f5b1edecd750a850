# ملصقات الأسعار
button-labels = 🏷️ ملصقات
labels-title = ملصقات
labels-choose = لأي شيء تُطبع الملصقات؟
labels-choose-family = لأي أسرة؟ ومع كل اسم عدد القطع على الرف.
labels-choose-note = لأي سند استلام؟
labels-no-notes = لا توجد سندات استلام بعد.
labels-none = لا توجد قطع على الرف تحتاج إلى ملصقات.
labels-by-family = حسب الأسرة
labels-by-note = حسب سند الاستلام
labels-family = { $brand } ({ $count })
labels-note = { $number } · { $brand } · { $at }
labels-of-old-price = ⚠️ ملصقات قديمة السعر ({ $count })
labels-old-count =
    تغيّرت أسعار { $count ->
        [zero] لا منتجات على الرف
        [one] منتج واحد على الرف، وملصقه يحمل السعر القديم
        [two] منتجين على الرف، وملصقاتهما تحمل السعر القديم
        [few] { $count } منتجات على الرف، وملصقاتها تحمل السعر القديم
        [many] { $count } منتجاً على الرف، وملصقاتها تحمل السعر القديم
       *[other] { $count } منتج على الرف، وملصقاتها تحمل السعر القديم
    }.
labels-name = { $name }
labels-name-option = { $name } ({ $option })
labels-line = • { $what }: { $price } × { $count }
labels-line-old = • { $what }: { $price } × { $count } (على الملصق { $was })
labels-picked =
    <b>{ $labels ->
        [zero] لا ملصقات
        [one] ملصق واحد
        [two] ملصقان
        [few] { $labels } ملصقات
        [many] { $labels } ملصقاً
       *[other] { $labels } ملصق
    }</b> على { $sheets ->
        [zero] لا ورق
        [one] ورقة واحدة
        [two] ورقتين
        [few] { $sheets } أوراق
        [many] { $sheets } ورقة
       *[other] { $sheets } ورقة
    } ({ $sheet }):

    { $list }
labels-too-many = عدد الملصقات { $labels }، وهو أكثر مما يُطبع في ملف واحد ({ $most }). تُطبع لكل أسرة على حدة.
labels-narrow = اختيار أسرة
labels-print = طباعة
labels-part-sheet = ورقة استُعمل بعضها
labels-picture = ملصق واحد كصورة
labels-one = ملصق { $name }
labels-ask-used = كم ملصقاً استُعمل من الورقة؟ يُعدّ من أعلى اليسار، صفاً بعد صف.
labels-file =
    { $labels ->
        [zero] لا ملصقات
        [one] ملصق واحد جاهز
        [two] ملصقان جاهزان
        [few] { $labels } ملصقات جاهزة
        [many] { $labels } ملصقاً جاهزاً
       *[other] { $labels } ملصق جاهز
    } للطباعة على ورق { $sheet }. تكون الطباعة بالحجم الفعلي (100%)، دون ملاءمة للصفحة.
label-sheet-3x8 = 3×8
label-sheet-3x8-gaps = 3×8 بفواصل
label-sheet-4x10 = 4×10
label-sheet-4x10-gaps = 4×10 بفواصل

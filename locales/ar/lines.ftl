# أسطر الطلب والعنوان والموعد
line = • { $thing } × { $count } = { $amount }
line-struck = • { $thing } × { $count } (هذا المنتج محذوف من الطلب)
line-of = { $line } – { $brand }
lines-more =
    { $count ->
        [zero] ولا شيء غيرها
        [one] ومنتج واحد آخر
        [two] ومنتجان آخران
        [few] إضافة إلى { $count } منتجات أخرى
        [many] إضافة إلى { $count } منتجاً آخر
       *[other] إضافة إلى { $count } منتج آخر
    }
line-extra = { $extra }: { $amount }
extra-discount = خصم
thing = { $name }
thing-option = { $name } ({ $option })
place-part = { $part }
place-parts = { $before }، { $part }
place-pin = موقع محدد على الخريطة
day = { $day }
day-today = اليوم
day-tomorrow = غداً
window = { $day }، من { $starts } إلى { $ends }
window-choice = { $day } · { $starts } – { $ends }

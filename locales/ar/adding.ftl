# إضافة منتج، سؤالاً بعد سؤال
adding-no-family = كل منتج يُنسب إلى أسرة، ولم تُضَف أي أسرة بعد. تضيف الإدارة الأسرة أولاً، ثم تُضاف منتجاتها.
adding-ask-package = إلى أي باقة ينتمي المنتج؟
adding-ask-name-ar = ما اسم المنتج بالعربية؟
adding-ask-name-en = ما اسمه بالإنجليزية؟ ويمكن تخطي السؤال، فيظهر الاسم العربي حتى يُكتب.
adding-ask-family = أي أسرة صنعت المنتج؟ يمكن الضغط على اسم علامتها، أو كتابة جزء منه.
adding-ask-which-family = أكثر من علامة في اسمها «{ $words }». لأي منها هذا المنتج؟
adding-ask-making = هل المنتج موجود في المخزون، أم يُصنع بعد الطلب؟
adding-in-stock = موجود في المخزون
adding-made-to-order = يُصنع حسب الطلب
adding-ask-lead = كم يوماً يستغرق التجهيز بعد الطلب؟ من 1 إلى 60.
adding-ask-daily = كم قطعة يمكن تجهيزها في اليوم على الأكثر؟ يُكتب 0 إذا لم يكن هناك حد.
adding-ask-kind = هل للمنتج خيارات، مثل الحجم أو اللون أو الوزن؟
adding-kind-one = بلا خيارات
adding-kind-several = له خيارات
adding-ask-label-ar = الخيار رقم { $number }: ما اسمه بالعربية؟ مثل: كبير، أو 500 غرام.
adding-label-taken = للمنتج خيار بهذا الاسم: { $option }. يُرجى كتابة اسم آخر يميّز هذا الخيار.
adding-ask-label-en = ما اسم هذا الخيار بالإنجليزية؟ ويمكن تخطي السؤال.
adding-ask-price = كم السعر بالدرهم؟ مثل 35 أو 25.50.
adding-ask-quantity = كم قطعة موجودة الآن؟
adding-ask-more =
    الخيارات حتى الآن:
    { $options }
adding-option = { $option }: { $price }، الكمية { $quantity }
adding-option-made = { $option }: { $price }
button-options-done = اكتملت الخيارات
button-another-option = إضافة خيار آخر
button-no-other-option = اكتملت الخيارات
button-drop-last-option = حذف آخر خيار
adding-ask-audience = لمن هذا المنتج؟
adding-ask-description-ar = ما وصف المنتج بالعربية؟ المكونات أو المقاس أو طريقة الحفظ مثلاً. ويمكن تخطي السؤال.
adding-ask-description-en = ما وصفه بالإنجليزية؟ ويمكن تخطي السؤال.
adding-ask-photo = يُرجى إرسال صورة المنتج (حتى 10 صور). ومن دون صورة تُرسم له بطاقة باسمه وسعره.
adding-ask-more-photos =
    { $count ->
        [zero] لا صور بعد.
        [one] وصلت صورة واحدة.
        [two] وصلت صورتان.
        [few] وصلت { $count } صور.
        [many] وصلت { $count } صورة.
       *[other] وصلت { $count } صورة.
    } يمكن إرسال صورة أخرى (حتى 10 صور)، أو المتابعة.
adding-photos-full =
    { $count ->
        [zero] لا صور بعد.
        [one] وصلت صورة واحدة، ولا مكان لغيرها.
        [two] وصلت صورتان، ولا مكان لغيرهما.
        [few] وصلت { $count } صور، ولا مكان لغيرها.
        [many] وصلت { $count } صورة، ولا مكان لغيرها.
       *[other] وصلت { $count } صورة، ولا مكان لغيرها.
    } يمكن المتابعة بها، أو حذفها وإرسال غيرها.
button-photos-done = المتابعة بهذه الصور
button-drop-photos = حذف الصور
adding-in-other-language =
    <b>هذا ما يظهر من المنتج بالإنجليزية:</b>

    { $words }
adding-preview = <b>هكذا سيظهر المنتج للعملاء:</b>
button-publish = ✅ نشر المنتج
button-change-answer = ✏️ تعديل إجابة
button-to-preview = العودة إلى المعاينة
adding-ask-part = أي إجابة تُعدَّل؟
adding-part-package = الباقة
adding-part-name-ar = الاسم بالعربية
adding-part-name-en = الاسم بالإنجليزية
adding-part-family = الأسرة
adding-part-making = في المخزون أو حسب الطلب
adding-part-lead-days = أيام التجهيز
adding-part-daily-most = الحد اليومي
adding-part-kind = وجود خيارات
adding-part-more = الخيارات
adding-part-price = السعر
adding-part-quantity = الكمية
adding-part-audience = لمن المنتج
adding-part-description-ar = الوصف بالعربية
adding-part-description-en = الوصف بالإنجليزية
adding-part-photos = الصور
adding-published = ✅ <b>نُشر المنتج، وهو معروض للبيع من الآن.</b>
adding-published-empty = ✅ <b>نُشر المنتج، ويظهر للعملاء بعد تسجيل كمية منه.</b>
# الخيارات جدولاً في رسالة واحدة
table-hint =
    ويمكن كتابة كل الخيارات في رسالة واحدة، كل خيار في سطر: الاسم ثم السعر ثم الكمية. مثل:
    صغير 25 10
    وسط / Medium 35 5
table-hint-made =
    ويمكن كتابة كل الخيارات في رسالة واحدة، كل خيار في سطر: الاسم ثم السعر. مثل:
    صغير 25
    وسط / Medium 35
table-line =
    السطر { $number }: { $line }
    { $why }
table-needs-both = ينقصه السعر أو الكمية في آخره. مثل: صغير 25 10
table-needs-price = ينقصه السعر في آخره. مثل: صغير 25
table-needs-name = ينقصه اسم الخيار في أوله.
table-twice = هذا الاسم لخيار آخر: { $option }
table-too-many = يمكن أن يكون للمنتج { $most } خياراً على الأكثر.
button-options-anew = كتابة الخيارات من جديد
adding-details =
    <b>للمراجعة قبل النشر</b>
    الباقة: { $package }
    لمن: { $audience }
    { $making }
    { $options }
    الصور: { $photos }
adding-details-made = { $making }. الحد اليومي: { $most }

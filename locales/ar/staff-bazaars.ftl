# البازارات في نظر الفريق
button-add-bazaar = إضافة بازار
button-add-day = إضافة يوم
button-hide-bazaar = إخفاء عن العملاء
button-show-bazaar = إظهار للعملاء
button-remove-day = حذف { $day }
button-remove-day-sure = حذف اليوم
button-another-day = إضافة يوم آخر
button-no-other-day = اكتملت الأيام
button-drop-last-day = حذف آخر يوم
button-bazaar-done = حفظ البازار
bazaars-title = البازارات
bazaars =
    <b>البازارات</b>

    يُرجى اختيار بازار لعرض أيامه أو تعديلها.
bazaars-none =
    <b>البازارات</b>

    لم يُضَف أي بازار بعد.
bazaars-row = { $name }
bazaars-card =
    <b>{ $name-ar }</b>
    { $name-en }

    المكان: { $place-ar }
    { $place-en }

    { $seen }

    { $days }
bazaars-saved = ✅ حُفظ البازار.
bazaars-day-added = ✅ أُضيف اليوم.
bazaars-shown = ظاهر للعملاء.
bazaars-shown-later = يظهر للعملاء بعد إضافة أول يوم.
bazaars-hidden = مخفي عن العملاء.
bazaars-no-days = لا أيام لهذا البازار بعد.
bazaars-day = { $day }، { $hours }
bazaars-one-day = { $day }
bazaars-hours = من { $opens } إلى { $closes }
bazaars-hours-overnight = من { $opens } إلى { $closes } في اليوم التالي
bazaars-now-hidden = أُخفي البازار عن العملاء.
bazaars-now-shown = صار البازار ظاهراً للعملاء.
bazaars-day-removed = حُذف اليوم.
bazaars-enough-days =
    { $most ->
        [zero] لا يتسع البازار لأيام قادمة.
        [one] للبازار يوم قادم واحد، ولا يتسع لأكثر منه. يمكن إضافة غيره بعد انتهائه.
        [two] للبازار يومان قادمان، ولا يتسع لأكثر منهما. يمكن إضافة غيرهما بعد انتهاء أحدهما.
        [few] للبازار { $most } أيام قادمة، ولا يتسع لأكثر منها. يمكن إضافة غيرها بعد انتهاء أحدها.
        [many] للبازار { $most } يوماً قادماً، ولا يتسع لأكثر منها. يمكن إضافة غيرها بعد انتهاء أحدها.
       *[other] للبازار { $most } يوم قادم، ولا يتسع لأكثر منها. يمكن إضافة غيرها بعد انتهاء أحدها.
    }
bazaars-day-gone = سبق حذف هذا اليوم.
bazaars-sure =
    هل يُحذف هذا اليوم من البازار؟

    { $day }
bazaars-hide-sure =
    هل يُخفى هذا البازار عن العملاء؟

    { $days }
bazaars-told = يصل خبر الإلغاء إلى كل من فعّل التذكير.
bazaars-ask-name-ar = ما اسم البازار بالعربية؟
bazaars-ask-name-en = ما اسمه بالإنجليزية؟
bazaars-ask-place-ar = أين يُقام؟ يُرجى كتابة المكان بالعربية، مثل: مجلس ضاحية الرحمانية، الشارقة.
bazaars-ask-place-en = ما اسم المكان بالإنجليزية؟
bazaars-ask-pin = يُرجى إرسال موقع البازار على الخريطة، ويمكن تخطي هذا السؤال.
bazaars-needs-pin = المطلوب هنا موقع على الخريطة، لا نص. يمكن إرساله من زر المرفقات، أو تخطي السؤال.
bazaars-ask-day = في أي يوم؟ يمكن اختيار يوم من الأزرار أو كتابة التاريخ، مثل 14/7 أو 14 يوليو.
bazaars-what-day = لم يتضح التاريخ. يُكتب باليوم ثم الشهر، مثل 14/7، أو مع السنة: 14/7/2027.
bazaars-day-past = مضى { $day }. إن كان المقصود سنة قادمة، فيُرجى كتابة التاريخ مع السنة.
bazaars-day-far = { $day } بعيد جداً. يُرجى التأكد من السنة.
bazaars-ask-hours = من أي ساعة إلى أي ساعة؟ مثل: 4 م - 10 م، أو ⁦16:00-22:00⁩.
bazaars-what-hours = لم تتضح الساعات. تُكتب مع ص (صباحاً) أو م (مساءً)، مثل: 4 م - 10 م، أو بنظام 24 ساعة: ⁦16:00-22:00⁩.
bazaars-hours-long = { $hours }: هذه أكثر من 14 ساعة متصلة. يُرجى التأكد من ص (صباحاً) وم (مساءً) وكتابة الساعات من جديد.
bazaars-hours-past = انتهت هذه الساعات. يُرجى كتابة وقت لم يمضِ بعد.
bazaars-overlaps = تتداخل هذه الساعات مع يوم آخر من البازار. يُرجى كتابة ساعات أخرى، أو الرجوع لاختيار يوم آخر.
bazaars-ask-more =
    أيام البازار:
    { $days }

    هل تُحفظ هكذا؟
bazaars-change-name = الاسم
bazaars-change-place = المكان
bazaars-change-pin = الموقع
changing-ask-place-ar =
    المكان بالعربية الآن: <b>{ $was }</b>

    ما المكان الجديد؟
changing-ask-place-en =
    المكان بالإنجليزية الآن: <b>{ $was }</b>

    ما المكان الجديد؟
changing-ask-pin = يُرجى إرسال موقع البازار الجديد على الخريطة.
changing-needs-pin = المطلوب هنا موقع على الخريطة، لا نص. يمكن إرساله من زر المرفقات.

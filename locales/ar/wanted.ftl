# المفضلة، وإشعار عودة ما نفد
button-favourite = ❤️ إضافة إلى المفضلة
button-favourite-drop = ✖️ إزالة من المفضلة
button-favourites = ❤️ المفضلة
favourite-kept = أُضيف إلى المفضلة، وهي في القائمة الرئيسية.
favourite-dropped = أُزيل من المفضلة.
favourites-title = المفضلة
favourites = <b>المفضلة</b>
favourites-back = رجوع إلى المفضلة
favourites-none =
    <b>لا شيء في المفضلة بعد.</b>

    زر «إضافة إلى المفضلة» في صفحة كل منتج يحفظه هنا. للبدء يُرجى اختيار إحدى الباقات:
button-alert = 🔔 أخبروني عند توفره
button-alert-option = 🔔 أخبروني عند توفر هذا الخيار
button-alert-off = 🔕 إلغاء الإشعار بتوفره
alert-on = تصلكم رسالة واحدة عند توفره من جديد.
alert-off = أُلغي الإشعار.
alert-back = 🔔 <b>{ $name }</b> متوفر من جديد.
alert-back-option = 🔔 <b>{ $name }</b> متوفر من جديد بخيار: { $option }.
alert-see-product = عرض المنتج
refused-too-many-kept =
    { $most ->
        [zero] لا يمكن حفظ المزيد.
        [one] يمكن حفظ منتج واحد فقط. يُرجى إزالة المحفوظ أولاً.
        [two] يمكن حفظ منتجين فقط. يُرجى إزالة أحدهما أولاً.
        [few] يمكن حفظ { $most } منتجات فقط. يُرجى إزالة أحدها أولاً.
        [many] يمكن حفظ { $most } منتجاً فقط. يُرجى إزالة أحدها أولاً.
       *[other] يمكن حفظ { $most } منتج فقط. يُرجى إزالة أحدها أولاً.
    }
history-product-back = عاد المنتج متوفراً، وأُبلغ من طلب إشعاراً

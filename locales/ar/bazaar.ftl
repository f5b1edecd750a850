# البازار: ماذا ومتى وأين
bazaar-title = بازار إنتاج
bazaar-name = { $name }
bazaar-address = { $place }
bazaar-headline = <b>{ $name }</b>
bazaar-place = 📍 { $place }
bazaar-families =
    { $count ->
        [zero] لا تشارك فيه أسر منتجة بعد.
        [one] تشارك فيه أسرة منتجة واحدة.
        [two] تشارك فيه أسرتان منتجتان.
        [few] تشارك فيه { $count } أسر منتجة.
        [many] تشارك فيه { $count } أسرة منتجة.
       *[other] تشارك فيه { $count } أسرة منتجة.
    }
bazaar-day = 🗓 { $opens } حتى { $closes }
bazaar-more-days =
    { $count ->
        [zero] ولا أيام أخرى
        [one] ويوم آخر
        [two] ويومان آخران
        [few] إضافة إلى { $count } أيام أخرى
        [many] إضافة إلى { $count } يوماً آخر
       *[other] إضافة إلى { $count } يوم آخر
    }
bazaar-open = <b>البازار مفتوح الآن</b> حتى الساعة { $closes }. أهلاً وسهلاً بكم.
bazaar-opens = يفتح البازار أبوابه يوم { $opens }.
bazaar-over = انتهى هذا البازار. شكراً لكل من زارنا، والمتجر هنا مفتوح على مدار الساعة.
bazaar-none =
    <b>لم يُعلَن عن بازار قادم بعد.</b>

    يُعلَن هنا عن البازار القادم فور تحديد موعده، والمتجر مفتوح على مدار الساعة.
bazaar-reminders-on = 🔔 التذكير مفعّل: تصلكم رسالة قبل كل افتتاح بيوم، ثم قبله بساعة.
bazaar-reminders-off = عند تفعيل التذكير تصلكم رسالة قبل كل افتتاح بيوم، ثم قبله بساعة.
bazaar-map = 🗺 الموقع على الخريطة
bazaar-calendar = 📅 إضافة إلى التقويم
bazaar-start-reminders = 🔔 تفعيل التذكير
bazaar-stop-reminders = 🔕 إيقاف التذكير
bazaar-before = ‹ البازار السابق
bazaar-after = البازار التالي ›
bazaar-share = 📤 مشاركة
bazaar-share-text = ندعوكم إلى { $name }:
bazaar-reminders-set = فُعّل التذكير بمواعيد البازار.
bazaar-reminders-unset = أُوقف التذكير بمواعيد البازار.
bazaar-map-text = موقع { $name }
bazaar-calendar-text =
    { $count ->
        [zero] لا أيام قادمة في هذا الملف.
        [one] موعد يوم واحد. عند فتح الملف يُضاف الموعد إلى تقويم الهاتف.
        [two] موعدا يومين. عند فتح الملف يُضاف الموعدان إلى تقويم الهاتف.
        [few] مواعيد { $count } أيام. عند فتح الملف تُضاف المواعيد إلى تقويم الهاتف.
        [many] مواعيد { $count } يوماً. عند فتح الملف تُضاف المواعيد إلى تقويم الهاتف.
       *[other] مواعيد { $count } يوم. عند فتح الملف تُضاف المواعيد إلى تقويم الهاتف.
    }

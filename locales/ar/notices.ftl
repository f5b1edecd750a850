# كيف تصل الإشعارات إلى كل شخص
button-notices = 🔔 الإشعارات
notices-title = الإشعارات
notices =
    <b>الإشعارات</b>

    { $topics }

    تنبيهات المبالغ ورموز التسليم تصل فوراً دائماً.
notices-none = لا إشعارات من هذا النوع لهذا الحساب.
notices-line = { $topic }: { $way }
notices-orders = الطلبات الجديدة وتغيّراتها
notices-deliveries = الطلبات الجاهزة للتوصيل
notices-team = المنضمّون إلى الفريق والأسر
notices-sales = مبيعات أسرتي
notices-choose =
    <b>{ $topic }</b>

    متى تصل هذه الإشعارات؟ المجمّعة منها تصل في رسالة واحدة.
notices-way-now = فوراً
notices-way-hourly = مجمّعة كل ساعة
notices-way-morning = مجمّعة 8 صباحاً
notices-way-noon = مجمّعة 12 ظهراً
notices-way-afternoon = مجمّعة 4 عصراً
notices-way-evening = مجمّعة 8 مساءً
notices-way-off = إيقاف
notices-off-orders =
    <b>هل توقَف هذه الإشعارات؟</b>

    عندها لا تُعرف الطلبات الجديدة، وما يلغيه العملاء، وما يعود من التوصيل، إلا من /desk.
notices-off-deliveries =
    <b>هل توقَف هذه الإشعارات؟</b>

    عندها لا تُعرف الطلبات الجاهزة للتوصيل إلا من /desk.
notices-off-team =
    <b>هل توقَف هذه الإشعارات؟</b>

    عندها لا يُعرف من انضم إلى الفريق أو إلى أسرة إلا من صفحة الفريق.
notices-off-sales =
    <b>هل توقَف إشعارات المبيعات؟</b>

    عندها لا يصل خبر أي بيع، ولا ما يلزم تجهيزه وموعده، ولا التسليم، ولا الإلغاء. كل ذلك يبقى في /sales. والأفضل تجميعها: تصل كلها في رسالة واحدة.
notices-off-sure = نعم، إيقافها

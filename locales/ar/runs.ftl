# الجولات: ما يخرج به كل مندوب، وتوزيع الطلبات على المندوبين
button-my-run = 🛵 جولتي
button-runs = 🗺 الجولات
button-to-run = 🗺 ضمّ إلى جولة
run-title = جولتي
run =
    <b>جولتي</b>
    🕓 { $window }
run-of =
    <b>جولة { $courier }</b>
    🕓 { $window }
run-none =
    <b>جولتي</b>

    لا جولة لكم الآن. عند تجهيز جولة جديدة يصل إشعار بها.
run-left =
    { $count ->
        [zero] تمت كل المحطات.
        [one] بقيت محطة واحدة.
        [two] بقيت محطتان.
        [few] بقيت { $count } محطات.
        [many] بقيت { $count } محطة.
       *[other] بقيت { $count } محطة.
    }
run-left-ended = { $left } (انتهت: { $ended })
run-cash = 💵 المطلوب تحصيله: <b>{ $cash }</b>
run-done =
    ✅ <b>انتهت الجولة.</b>
    💵 النقد معكم الآن: <b>{ $carried }</b>
run-emirate = 📍 <b>{ $emirate }</b>
run-stop = { $at }. { $name }، { $area }: { $goods } – { $total }
run-stop-told = { $at }. 🔔 { $name }، { $area }: { $goods } – { $total }
run-stop-choice = { $at } · { $name }
run-mine = جولة: { $window }
runs-mine =
    { $count ->
        [zero] لا جولات لكم.
        [one] لكم جولة واحدة:
        [two] لكم جولتان، والجارية أولاً:
        [few] لكم { $count } جولات، والجارية أولاً:
        [many] لكم { $count } جولةً، والجارية أولاً:
       *[other] لكم { $count } جولة، والجارية أولاً:
    }
button-my-runs = 🗂 كل جولاتي ({ $count })
run-other = جولة أخرى: { $window }
button-take-run =
    🚚 استلام الجولة ({ $count ->
        [zero] لا طلبات
        [one] طلب واحد
        [two] طلبان
        [few] { $count } طلبات
        [many] { $count } طلباً
       *[other] { $count } طلب
    })
run-taken =
    { $count ->
        [zero] لم يخرج أي طلب.
        [one] خرج طلب واحد للتوصيل.
        [two] خرج طلبان للتوصيل.
        [few] خرجت { $count } طلبات للتوصيل.
        [many] خرج { $count } طلباً للتوصيل.
       *[other] خرج { $count } طلب للتوصيل.
    }
run-taken-but =
    { $count ->
        [zero] لم يخرج أي طلب.
        [one] خرج طلب واحد للتوصيل.
        [two] خرج طلبان للتوصيل.
        [few] خرجت { $count } طلبات للتوصيل.
        [many] خرج { $count } طلباً للتوصيل.
       *[other] خرج { $count } طلب للتوصيل.
    } ولم يعد في الجولة: { $left }
run-taken-before = استُلمت الجولة من قبل.

run-stop-heading =
    <b>المحطة { $at } من { $count }</b>
    طلب { $number } – { $state }
run-stop-cash = 💵 المبلغ عند الاستلام: <b>{ $total }</b>
run-stop-knows = 🔔 أُبلغ العميل بأن المندوب في الطريق.
run-stop-no-chat = ☎️ لا محادثة للعميل هنا، فلا يصله إشعار بقدوم المندوب: يُرجى الاتصال به.
run-stop-gone = انتهت هذه المحطة.
button-coming = 🔔 المندوب في الطريق
button-whatsapp = 💬 واتساب
button-stop-next = 📍 التالية
button-stop-earlier = ⬆️ تقديم
button-stop-later = ⬇️ تأخير
run-told = أُبلغ العميل بأن المندوب في الطريق.
run-told-before = العميل على علم بأن المندوب في الطريق.

runs-title = الجولات
runs =
    <b>الجولات</b>

    { $runs ->
        [zero] لا جولات الآن.
        [one] جولة واحدة قائمة.
        [two] جولتان قائمتان.
        [few] { $runs } جولات قائمة.
        [many] { $runs } جولة قائمة.
       *[other] { $runs } جولة قائمة.
    }
    { $loose ->
        [zero] كل الطلبات الجاهزة موزّعة على الجولات.
        [one] طلب جاهز واحد ليس في أي جولة.
        [two] طلبان جاهزان ليسا في أي جولة.
        [few] { $loose } طلبات جاهزة ليست في أي جولة.
        [many] { $loose } طلباً جاهزاً ليس في أي جولة.
       *[other] { $loose } طلب جاهز ليس في أي جولة.
    }
runs-plan = ➕ توزيع ({ $count }): { $window }
runs-planned = { $courier } ({ $count }) · { $day } { $starts }
runs-taken = 🚚 { $courier } ({ $count }) · { $day } { $starts }
button-pass-run = 🔁 تسليم الجولة لمندوب آخر
runs-pass-to =
    <b>جولة { $courier }</b>
    🕓 { $window }

    إلى من تُسلَّم الجولة؟
runs-nobody-else =
    <b>جولة { $courier }</b>
    🕓 { $window }

    لا مندوب آخر في الفريق. يمكن دعوة مندوب من صفحة الفريق.
runs-passed = الجولة الآن مع { $courier }.
runs-passed-before = سُلّمت الجولة قبل ذلك، وهي الآن مع { $courier }.
runs-order =
    <b>طلب { $number }</b> – { $state }
    👤 { $name }
    🕓 { $window }

    { $where }
    { $asked }
runs-order-in = الطلب في جولة { $courier }.
runs-order-in-none = الطلب ليس في أي جولة.
runs-move-to = إلى أي جولة يُنقل؟
runs-no-other = لا توجد جولة أخرى يُنقل إليها الطلب. تُجهَّز الجولات من صفحة «الجولات».
runs-order-moved-on = يُنقل الطلب بين الجولات ما دام جاهزاً في المركز. وبعد خروجه تُسلَّم الجولة كلها لمندوب آخر.
runs-out-of = ➖ إخراج من الجولة
runs-moved = نُقل الطلب.
runs-moved-out = أُخرج الطلب من الجولة.

plan =
    <b>توزيع { $count ->
        [zero] الطلبات
        [one] طلب واحد
        [two] طلبين
        [few] { $count } طلبات
        [many] { $count } طلباً
       *[other] { $count } طلب
    } على المندوبين</b>
    🕓 { $window }
plan-courier = 🛵 <b>{ $courier }</b> ({ $count })
plan-emirate = 📍 { $emirate }: { $count }
plan-ask = هل تُجهَّز الجولات هكذا؟ يمكن نقل أي طلب بعدها.
plan-sure = ✅ نعم، تجهيز الجولات
plan-made = ✅ جُهّزت الجولات، وأُبلغ بها المندوبون.
plan-made-own = ✅ جُهّزت الجولة، وهي في «جولتي».
plan-made-none = لم تُجهَّز أي جولة.
plan-left = طلبات لم تُضَمّ، لأن حالها تغيّرت أثناء ذلك: { $left }
plan-nothing = كل ما هو جاهز في هذا الموعد موزّع على الجولات.
plan-nobody = لا مندوب في الفريق بعد. يمكن دعوة مندوب من صفحة الفريق.

courier-run-planned =
    🛵 <b>{ $count ->
        [zero] جولة جديدة
        [one] طلب واحد في جولتكم
        [two] طلبان في جولتكم
        [few] { $count } طلبات في جولتكم
        [many] { $count } طلباً في جولتكم
       *[other] { $count } طلب في جولتكم
    }</b>

    🕓 { $window }
courier-run-added =
    ➕ أُضيف الطلب رقم <b>{ $number }</b> إلى جولتكم.

    🕓 { $window }
courier-run-without =
    ➖ الطلب رقم <b>{ $number }</b> لم يعد في جولتكم.

    🕓 { $window }
courier-run-yours =
    🔁 <b>صارت هذه الجولة معكم</b> ({ $count ->
        [zero] لا محطات
        [one] محطة واحدة
        [two] محطتان
        [few] { $count } محطات
        [many] { $count } محطة
       *[other] { $count } محطة
    })

    🕓 { $window }
courier-run-passed =
    🔁 سُلّمت جولتكم إلى { $courier }.

    🕓 { $window }
window-passed = في أقرب وقت ممكن
customer-coming =
    🚚 <b>المندوب في الطريق</b> إليكم الآن بطلبكم رقم <b>{ $number }</b>.

    💵 المبلغ عند الاستلام: { $total } نقداً
    رمز التسليم: <b>{ $code }</b>، ويُعطى للمندوب عند استلام الطلب فقط.
order-waits-its-turn = خرج الطلب مع المندوب، ويصل إشعار عندما يكون في الطريق إليكم.
day-short = { $day }

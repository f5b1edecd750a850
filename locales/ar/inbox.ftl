# صندوق الرسائل: ما يُكتب إلى الفريق، وما يُجاب به
button-send-to-team = 💬 إرسال إلى الفريق
button-ask-team = 💬 سؤال للفريق
button-add-to-question = ✍️ إضافة إلى الرسالة
button-write-again = ✍️ رد على الفريق
button-erase-questions =
    { $count ->
        [zero] 🗑 محو رسائلي مع الفريق
        [one] 🗑 محو رسالتي إلى الفريق
        [two] 🗑 محو الرسالتين مع الفريق
        [few] 🗑 محو { $count } رسائل مع الفريق
        [many] 🗑 محو { $count } رسالة مع الفريق
       *[other] 🗑 محو { $count } رسالة مع الفريق
    }
button-erase-questions-sure = نعم، محو الرسائل كلها

inbox-offer = وإن كانت رسالة إلى الفريق، فيمكن إرسالها إليه كما هي بالزر أدناه.
inbox-offer-photo =
    وصلت الصورة.

    هل تُرسل إلى الفريق؟
inbox-offer-photos =
    وصلت الصور.

    هل تُرسل كلها إلى الفريق؟
inbox-offer-voice =
    وصلت الرسالة الصوتية.

    هل تُرسل إلى الفريق؟
inbox-too-long = الرسالة أطول من أن تُرسل إلى الفريق مرة واحدة. يُرجى تقسيمها.
inbox-draft-gone = لم تعد هذه الرسالة محفوظة هنا، ولم يُرسل شيء. يُرجى كتابتها أو إرسالها مرة أخرى.
inbox-handed =
    ✅ <b>وصلت الرسالة إلى الفريق.</b>

    يصل الرد هنا في هذه المحادثة، عادةً قبل { $by }.
inbox-handed-before =
    <b>هذه الرسالة عند الفريق بالفعل</b>، ولم تُرسل مرة أخرى.

    يصل الرد هنا في هذه المحادثة، عادةً قبل { $by }.
inbox-handed-settled =
    <b>وصلت هذه الرسالة إلى الفريق من قبل</b>، ولم تُرسل مرة أخرى.

    ولم تعد بانتظار رد. يمكن الكتابة إلى الفريق من جديد بالزر أدناه.
inbox-open-order = 📦 الطلب { $number }
inbox-open-product = 🛍 { $name }
inbox-ask =
    <b>رسالة إلى الفريق</b>

    يُرجى كتابة السؤال أو الملاحظة، أو إرسال صورة. وفي تيليغرام يمكن إرسال رسالة صوتية أيضاً.
inbox-ask-order =
    <b>سؤال عن الطلب { $number }</b>

    يُرجى كتابة السؤال، أو إرسال صورة. وفي تيليغرام يمكن إرسال رسالة صوتية أيضاً.
inbox-ask-product =
    <b>سؤال عن { $name }</b>

    يُرجى كتابة السؤال، أو إرسال صورة. وفي تيليغرام يمكن إرسال رسالة صوتية أيضاً.
inbox-ask-more =
    <b>رسالة أخرى إلى الفريق</b>

    يُرجى كتابة الرسالة، أو إرسال صورة. وفي تيليغرام يمكن إرسال رسالة صوتية أيضاً.
inbox-ask-more-about =
    <b>رسالة أخرى إلى الفريق</b> ({ $about })

    يُرجى كتابة الرسالة، أو إرسال صورة. وفي تيليغرام يمكن إرسال رسالة صوتية أيضاً.
inbox-ask-again = لا يمكن إرسال ذلك إلى الفريق. المطلوب كلام مكتوب أو صورة أو رسالة صوتية.
inbox-answer =
    💬 <b>رد الفريق</b>

    { $words }
inbox-read = 🌷 قرأ الفريق رسالتكم ({ $about })، وشكراً لتواصلكم. وإن بقي أي سؤال فنرحب بالكتابة إلينا من جديد، ويسعدنا الرد.
inbox-answer-order =
    💬 <b>رد الفريق عن الطلب { $number }</b>

    { $words }
inbox-answer-product =
    💬 <b>رد الفريق عن { $name }</b>

    { $words }
inbox-erase-ask =
    <b>هل تُمحى كل الرسائل مع الفريق؟</b>

    { $count ->
        [zero] لا توجد رسائل محفوظة.
        [one] تُمحى رسالة واحدة مع ما فيها من صور وتسجيلات، ولا يصل رد على ما لم يُجب عنه بعد.
        [two] تُمحى رسالتان مع ما فيهما من صور وتسجيلات، ولا يصل رد على ما لم يُجب عنه بعد.
        [few] تُمحى { $count } رسائل مع ما فيها من صور وتسجيلات، ولا يصل رد على ما لم يُجب عنه بعد.
        [many] تُمحى { $count } رسالة مع ما فيها من صور وتسجيلات، ولا يصل رد على ما لم يُجب عنه بعد.
       *[other] تُمحى { $count } رسالة مع ما فيها من صور وتسجيلات، ولا يصل رد على ما لم يُجب عنه بعد.
    }
inbox-erased = مُحيت الرسائل مع الفريق، ولم يبقَ منها شيء.

inbox-title = صندوق الرسائل
button-inbox = صندوق الرسائل
button-inbox-open = بانتظار الرد
button-inbox-mine = معي
button-inbox-answered = تم الرد
desk-inbox =
    { $count ->
        [zero] لا رسائل تنتظر الرد.
        [one] رسالة واحدة من العملاء تنتظر الرد.
        [two] رسالتان من العملاء تنتظران الرد.
        [few] { $count } رسائل من العملاء تنتظر الرد.
        [many] { $count } رسالة من العملاء تنتظر الرد.
       *[other] { $count } رسالة من العملاء تنتظر الرد.
    }
desk-no-contact = ⚠️ لا هاتف للمركز ولا بريد إلكتروني في إعدادات المتجر، فلا يصل العملاء إلى المركز إلا بزر «إرسال إلى الفريق».
inbox-list-open =
    <b>رسائل تنتظر الرد</b>

    { $list }
inbox-list-mine =
    <b>رسائل معي</b>

    { $list }
inbox-list-answered =
    <b>رسائل تم الرد عليها</b>

    { $list }
inbox-none-open =
    <b>صندوق الرسائل</b>

    لا رسائل تنتظر الرد الآن.
inbox-none-mine =
    <b>صندوق الرسائل</b>

    لا رسائل معي الآن.
inbox-none-answered =
    <b>صندوق الرسائل</b>

    لا رسائل تم الرد عليها حديثاً.
inbox-line = • { $who } – { $about }: { $state } ({ $at })
inbox-row = { $who } · { $about }
inbox-name = { $name }
inbox-nameless = بلا اسم
inbox-about-order = الطلب { $number }
inbox-about-product = { $name }
inbox-about-nothing = رسالة عامة
inbox-state-open = بانتظار الرد
inbox-state-taken = قيد الرد
inbox-state-answered = تم الرد
inbox-state-closed = مغلقة
inbox-state-mine = معي
inbox-state-with = مع { $name }
inbox-state-late = { $state }، { $late }
inbox-late = ⏰ تأخر الرد
inbox-question =
    <b>{ $who }</b> – { $about }
    { $state }
inbox-said = <b>{ $who }</b> ({ $at }):
inbox-colleague = أحد أعضاء الفريق
inbox-by-team = الرد من { $name }
inbox-words = { $words }
inbox-photo = 🖼 صورة
inbox-voice =
    { $seconds ->
        [zero] 🔊 رسالة صوتية
        [one] 🔊 رسالة صوتية (ثانية واحدة)
        [two] 🔊 رسالة صوتية (ثانيتان)
        [few] 🔊 رسالة صوتية ({ $seconds } ثوانٍ)
        [many] 🔊 رسالة صوتية ({ $seconds } ثانية)
       *[other] 🔊 رسالة صوتية ({ $seconds } ثانية)
    }
inbox-show = { $what } · { $at }
inbox-sent-by = أرسلها: { $who }
inbox-message-erased = (مُحيت)
button-answer = ✍️ رد
button-take = تولّي الرد
button-let-go = ترك الرسالة للفريق
button-close = إغلاق بلا رد
button-close-answered = إغلاق
button-earlier = ‹ رسائل أقدم
button-later = رسائل أحدث ›
button-this-question = العودة إلى المحادثة
button-answer-anyway = إرسال الرد كما هو
inbox-taken = الرسالة معكم الآن.
inbox-let-go = عادت الرسالة إلى بقية الفريق.
inbox-stands = حالة الرسالة الآن: { $state }.
inbox-more-was-said = وصل جديد في هذه المحادثة، ولم تُغلق.
inbox-closed = أُغلقت الرسالة.
inbox-who-about = { $who } – { $about }
inbox-ask-answer =
    <b>الرد على { $who }</b>

    يُرجى كتابة الرد. يصل كما هو، باسم الفريق وحده.
inbox-answered-meanwhile =
    <b>سبق الرد من { $name }:</b>

    { $words }

    هل يُرسل الرد الجديد أيضاً؟
inbox-written-meanwhile =
    <b>وصل من العميل بعد فتح الرسالة:</b>

    { $words }

    هل يُرسل الرد كما هو؟
inbox-changed-meanwhile = تغيّرت هذه المحادثة بعد فتحها. هل يُرسل الرد كما هو؟
inbox-answer-sent = ✅ أُرسل الرد.
inbox-news =
    💬 <b>رسالة جديدة تنتظر الرد</b>

    { $who } – { $about }
inbox-news-late =
    ⏰ <b>رسالة تأخر الرد عليها</b>

    { $who } – { $about }
inbox-open-question = فتح الرسالة

refused-too-many-messages =
    { $most ->
        [zero] لا يمكن إرسال رسائل إلى الفريق اليوم.
        [one] يمكن إرسال رسالة واحدة إلى الفريق في اليوم، وقد أُرسلت. يمكن الإرسال مرة أخرى غداً.
        [two] يمكن إرسال رسالتين إلى الفريق في اليوم، وقد أُرسلتا. يمكن الإرسال مرة أخرى غداً.
        [few] يمكن إرسال { $most } رسائل إلى الفريق في اليوم، وقد أُرسلت. يمكن الإرسال مرة أخرى غداً.
        [many] يمكن إرسال { $most } رسالة إلى الفريق في اليوم، وقد أُرسلت. يمكن الإرسال مرة أخرى غداً.
       *[other] يمكن إرسال { $most } رسالة إلى الفريق في اليوم، وقد أُرسلت. يمكن الإرسال مرة أخرى غداً.
    }
refused-too-many-questions =
    { $most ->
        [zero] لا يمكن فتح سؤال جديد الآن.
        [one] ما زال سؤال واحد مفتوحاً عند الفريق. يمكن الإضافة إليه، أو انتظار الرد عليه.
        [two] ما زال سؤالان مفتوحين عند الفريق. يمكن الإضافة إليهما، أو انتظار الرد عليهما.
        [few] ما زالت { $most } أسئلة مفتوحة عند الفريق. يمكن الإضافة إليها، أو انتظار الرد عليها.
        [many] ما زال { $most } سؤالاً مفتوحاً عند الفريق. يمكن الإضافة إليها، أو انتظار الرد عليها.
       *[other] ما زال { $most } سؤال مفتوحاً عند الفريق. يمكن الإضافة إليها، أو انتظار الرد عليها.
    }
trouble-voice-too-big = الرسالة الصوتية طويلة جداً. أقصى مدة خمس دقائق.
trouble-voice-unreachable = تعذّر استلام الرسالة الصوتية. يُرجى إرسالها مرة أخرى.
trouble-too-many-files = وصلت صور ورسائل صوتية كثيرة لم تُرسل إلى الفريق بعد. يُرجى إرسالها بأزرارها أولاً، أو الانتظار بضع دقائق.

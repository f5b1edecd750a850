# البيع في القاعة وما يعرفه كل طرف عنه
income-hall-sold =
    🎉 <b>مبيعات جديدة في القاعة: { $brand }</b>

    { $lines }

    رقم الإيصال: { $number }

    { $sum }
income-hall-returned =
    ↩️ <b>أُعيدت منتجات بيعت في القاعة</b>، وفيها من منتجات { $brand }:

    { $lines }

    رقم الإيصال: { $number }

    { $sum }
income-hall-void =
    ↩️ <b>أُلغي بيع في القاعة</b>، وفيه من منتجات { $brand }:

    { $lines }

    رقم الإيصال: { $number }

    { $sum }
income-sum-added = 💰 أُضيف إلى مستحقاتكم: <b>{ $amount }</b>

family-sale-hall =
    • { $what } × { $quantity }: { $amount }
    في القاعة، إيصال { $number }، { $when }
family-some-back = { $count ->
        [zero] لم يُرجَع منها شيء
        [one] أُرجعت منها قطعة واحدة
        [two] أُرجعت منها قطعتان
        [few] أُرجعت منها { $count } قطع
        [many] أُرجعت منها { $count } قطعة
       *[other] أُرجعت منها { $count } قطعة
    }

history-hall-sold = بيع في القاعة بالإيصال { $receipt }: { $total }
history-hall-returned = مرتجع في القاعة من الإيصال { $receipt }: أُعيد { $refunded }
history-hall-void = أُلغي البيع كاملاً خلال دقائق
day-book-hall = مبيعات القاعة: { $count } ({ $total })
day-book-hall-back = أُعيد في القاعة عن مرتجعات: { $amount }

refused-too-little-given = المبلغ المستلم أقل من المطلوب نقداً: { $due }. لم يتم البيع.
refused-sale-changed = تغيّرت الأسعار، والمجموع الآن { $total }. لم يتم البيع.
refused-returned-already =
    { $left ->
        [zero] أُرجعت هذه القطع كلها من قبل، ولا شيء آخر يُرجَع من هذا السطر.
        [one] لم يبقَ من هذا السطر سوى قطعة واحدة يمكن إرجاعها.
        [two] لم يبقَ من هذا السطر سوى قطعتين يمكن إرجاعهما.
        [few] لم يبقَ من هذا السطر سوى { $left } قطع يمكن إرجاعها.
        [many] لم يبقَ من هذا السطر سوى { $left } قطعة يمكن إرجاعها.
       *[other] لم يبقَ من هذا السطر سوى { $left } قطعة يمكن إرجاعها.
    }
refused-made-to-order = هذا المنتج يُصنع حسب الطلب، فلا يُباع من الرف. يمكن تسجيل طلب توصيل له.
refused-too-late-to-void = لا يُلغى هذا البيع: الإلغاء متاح للبائع نفسه خلال دقائق من البيع وقبل إغلاق صندوقه. المرتجع متاح بعد ذلك.

button-sell-here = 🛒 بيع في القاعة
button-complete = ✅ إتمام البيع
button-new-sale = 🛒 بيع جديد
button-cash = 💵 نقداً
button-card = 💳 بطاقة
button-mixed = نقداً وبطاقة
button-void = إلغاء البيع
button-hall-return = ↩️ مرتجع
button-let-off = 🏷️ خصم
button-let-off-again = 🏷️ تعديل الخصم
button-deliver-basket = 🚚 طلب توصيل لعميل
button-sale-receipt = 🧾 الإيصال
button-print-receipt = 🧾 للطابعة الحرارية

selling-title = بيع في القاعة
selling-empty = السلة فارغة.
selling-find = للإضافة: مسح الملصق، أو كتابة الرمز القصير أو اسم المنتج.
selling-choose = يُرجى اختيار المنتج المطلوب:
selling-total = المجموع: <b>{ $total }</b>
selling-line-off = • { $thing } × { $count } = { $amount } (بعد خصم { $off })
selling-no-such-code = لا منتج بهذا الرمز. يمكن كتابة اسم المنتج بدلاً منه.
selling-nothing-found = لم يوجد على الرف منتج بهذا الاسم.
selling-too-few =
    ⚠️ { $left ->
        [zero] { $thing }: لم يبقَ على الرف شيء منه
        [one] { $thing }: لم يبقَ على الرف سوى قطعة واحدة
        [two] { $thing }: لم يبقَ على الرف سوى قطعتين
        [few] { $thing }: لم يبقَ على الرف سوى { $left } قطع
        [many] { $thing }: لم يبقَ على الرف سوى { $left } قطعة
       *[other] { $thing }: لم يبقَ على الرف سوى { $left } قطعة
    }
selling-full = السلة ممتلئة ({ $most } سطراً). يمكن إتمام البيع ثم بدء بيع جديد.
selling-due-title = المطلوب { $due }
selling-change-title = الباقي { $change }
selling-sold-title = تم البيع
selling-void-title = أُلغي البيع
selling-in-cash =
    المطلوب نقداً: <b>{ $due }</b>

    إذا كان المبلغ بالضبط فزر «إتمام البيع» يكفي. وإلا فيُرجى اختيار المبلغ المستلم أو كتابته.
selling-change =
    المطلوب نقداً: { $due }
    المستلم: { $given }

    <b>الباقي للعميل: { $change }</b>
selling-exact = المبلغ بالضبط
selling-by-card =
    المطلوب بالبطاقة: <b>{ $total }</b>

    بعد نجاح العملية على الجهاز يكفي زر «إتمام البيع». ويمكن قبل ذلك كتابة رقم العملية.
selling-reference = رقم عملية البطاقة: { $reference }
selling-ask-by-card = كم يُدفع بالبطاقة من { $total }؟ والباقي يُدفع نقداً.
selling-ask-reference = ما رقم عملية البطاقة ({ $amount })؟ يمكن تخطيه.
selling-not-sold =
    ⚠️ <b>لم يتم البيع.</b> لم يُسجَّل شيء.

    { $why }
selling-gone = ما بقي على الرف أقل مما في السلة:
selling-sold = ✅ <b>تم البيع</b>، الإيصال رقم <b>{ $number }</b>
selling-void = ❌ <b>أُلغي هذا البيع</b>، الإيصال رقم <b>{ $number }</b>
selling-at = { $at }
selling-let-off = خصم: { $off } ({ $reason })
selling-paid-card = بطاقة: { $amount }
selling-paid-cash = نقداً: { $amount }
selling-paid-cash-rounded = نقداً بعد التقريب: { $amount }
selling-given = المستلم { $given }، والباقي <b>{ $change }</b>
selling-handed-back = أُعيد إلى العميل: { $amount }

percent = { $number }٪
let-off-whole = السلة كلها
let-off-ask-line = الخصم على ماذا؟
let-off-ask-amount = كم الخصم من { $total }؟ يمكن اختيار نسبة، أو كتابة مبلغ أو نسبة مثل 15٪.
let-off-nothing = بلا خصم
let-off-too-much = النسبة بين 0 و100.
let-off-ask-reason = ما سبب الخصم؟ يمكن اختياره أو كتابته.
let-off-scratch = عيب بسيط
let-off-last = آخر قطعة
let-off-several = شراء عدة قطع

void-ask-reason = ما سبب إلغاء البيع بالإيصال { $number }؟ يعود كل ما فيه إلى الرف، ويُعاد المبلغ كاملاً إلى العميل.
void-keep = إبقاء البيع
void-wrong = خطأ في المنتج
void-customer = تراجُع العميل عن الشراء
void-paid = خطأ في الدفع

return-title = مرتجع
return-ask-number = ما رقم الإيصال؟ يُكتب كما هو عليه، مثل 12-7، أو يُمسح رمزه.
return-no-number = رقم الإيصال من جزأين، مثل 12-7.
return-no-such-receipt = لا إيصال بهذا الرقم.
return-nothing-left = لم يبقَ في هذا الإيصال ما يُرجَع.
return-ask-lines = <b>مرتجع من الإيصال { $number }</b>
return-line = { $thing } × { $sold }
return-line-back = <b>{ $thing } × { $sold } · مرتجع { $count }</b> ({ $fate })
return-to-shelf = إلى الرف
return-written-off = إتلاف
return-write-off = لا يصلح للبيع: { $thing }
return-put-back = إلى الرف: { $thing }
return-all = كل ما في الإيصال
return-done-picking = متابعة
return-ask-reason = ما سبب الإرجاع؟ يمكن اختياره أو كتابته.
return-wrong = مقاس أو صنف غير مناسب
return-damaged = عيب في المنتج
return-mind = تراجُع عن الشراء
return-ask-money =
    المبلغ المعاد: <b>{ $amount }</b>

    باختيار الطريقة يُسجَّل المرتجع.
return-booked = ↩️ <b>سُجّل المرتجع.</b> يُعاد إلى العميل: <b>{ $amount }</b>
return-booked-title = يُعاد { $amount }
return-in-cash = نقداً من الصندوق: { $amount }
return-to-card = إلى البطاقة: { $amount }
return-to-both = إلى البطاقة: { $card }، ونقداً: { $cash }

receipt-hall = إيصال رقم <b>{ $number }</b> بمبلغ { $total }
receipt-share = 📤 إرسال الإيصال إلى العميل
receipt-share-text = إيصالكم من البازار
receipt-hall-raster = إيصال رقم <b>{ $number }</b> لطابعة عرضها { $dots } نقطة. يُطبع كما هو، بلا تكبير ولا تصغير.
receipt-hall-title = إيصال
receipt-hall-number = رقم الإيصال
receipt-hall-items = مجموع المنتجات
receipt-hall-total = الإجمالي
receipt-hall-card = بطاقة
receipt-hall-cash = نقداً
receipt-hall-cash-rounded = نقداً بعد التقريب
receipt-hall-given = المستلم
receipt-hall-change = الباقي
receipt-hall-link = الإيصال في المحادثة
receipt-hall-thanks =
    🌷 شكراً لشرائكم من البازار. كل عملية شراء دخل لأسرة منتجة.

    إيصالكم رقم <b>{ $number }</b> بمبلغ { $total }.
receipt-hall-taken = الإيصال { $number } محفوظ في محادثة أخرى من قبل، ولا يُعرض إلا فيها. عند الحاجة يعرضه البائع على شاشته.

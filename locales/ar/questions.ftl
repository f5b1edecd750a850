# الأسئلة: ما يُقال حين لا يُفهم الجواب
button-no-answer = حذف الجواب
button-skip = تخطّي السؤال
button-keep = بلا تغيير
button-keep-that = بلا تغيير: { $that }
answer = { $answer }
button-yes = نعم
button-no = لا
question-meant = هل المقصود: { $that }؟
question-needs-text = المطلوب هنا جواب مكتوب.
question-needs-words = لم نجد كلمات في هذا الجواب. يُرجى كتابته بالحروف.
question-too-long = النص أطول من اللازم. الحد الأقصى { $most ->
    [zero] { $most } حرف
    [one] حرف واحد
    [two] حرفان
    [few] { $most } أحرف
    [many] { $most } حرفاً
   *[other] { $most } حرف
}.
question-choose = هذا ليس من الخيارات. يُرجى اختيار أحد الأزرار أدناه.
question-count = المطلوب عدد صحيح من { $least } إلى { $most }.
question-price = لم يتضح المبلغ. المطلوب مبلغ بالدرهم، مثل 25 أو 25.50.
question-price-range = يُرجى كتابة مبلغ من { $least } إلى { $most }.
question-phone-not-a-number = هذا ليس رقم هاتف صحيحاً. مثال: ⁦050 123 4567⁩. أما الرقم من خارج الإمارات فيُكتب برمز دولته، مثل: ⁦+966 50 123 4567⁩.
question-phone-wrong-abroad = هذا ليس رقماً صحيحاً برمز الدولة المكتوب. يُرجى التأكد من الرقم كله، مثل: ⁦+966 50 123 4567⁩، أو كتابة رقم إماراتي.
question-phone-not-reachable = لا يمكن الاتصال بهذا الرقم. المطلوب رقم متحرك أو أرضي. مثال: ⁦050 123 4567⁩.
question-phone-several = في الجواب أكثر من رقم. يُرجى كتابة رقم واحد فقط.
question-place-outside = هذا الموقع خارج الإمارات، والتوصيل داخلها فقط. يمكن إرسال موقع آخر أو كتابة العنوان.
question-needs-photo = المطلوب هنا صورة.
phone = { $phone }
phone-abroad = { $phone } (🌐 { $country })

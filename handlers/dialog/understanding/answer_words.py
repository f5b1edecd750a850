"""Words that answer a question."""

from __future__ import annotations

ANSWER_WORDS = {
    "yes": """
نعم / نعم اكيد / اي / اي نعم / ايه / ايوه / ايوا / هيه / هي نعم / هيه نعم / هي / اكيد / اكد / أكدوا
أكده / اكدوه / تاكيد / أؤكد / اكدي / تمام / تمامو / تمم / اوكي / اوك / اوكيه / موافق / موافقة
موافقين / زين / عدل / صح / صحيح / مضبوط / حسنا / طبعا / أرسلوا / ارسلوه / ارسلوها / اعتمد / اعتمدوا
اعتمدوه / سوه / اطلبه / اطلبوه / اطلبوها / توكلت على الله / على بركة الله / توكلنا / يلا اكد / بلى
اجل نعم / كل شي تمام / كله تمام / كل شي صح / مية مية / كامل / اتفقنا / خلاص اكد / خلاص تمام
اوكيشن
ابشر / ابشروا / هيه والله / اي والله / ايوة / ان شاء الله اكيد / أوكيه / تم / تمت / يلا / اي تمام
هيه تمام
yes / yep / yeah / yup / yea / yh / sure / of course / ok / okay / oky / okey / okie / k / confirm
confirmed / confirming / i confirm / go ahead / place it / place order / place the order
place my order / do it / correct / thats right / right / all good / looks good / good / perfect
agreed / proceed / submit / fine / great / absolutely / definitely / yes please / sounds good
alright / all right / go / send it / book it / done deal / accept / i accept / na3am / naam / aywa
aiwa / ee / eeh / ewa / tamam / tmam / akeed / akid / tm / a2aked / zain / zen / heyeh / hih
yes yes / yes dear / yess / okk / okey dokey / ok confirm / yes confirm / ok sure / haan / ji
sige / achha / accha / yas / ok done
ماشي تمام / تمام ماشي / ماشي اوكي / اوكي ماشي
""",
    "no": """
لا / كلا / لا شكرا / لا مشكور / لا خلاص / لاء / مب / ما ابي / ما ابا / ما اريد / لا اريد / مابي
مابا / مب موافق / غير موافق / لا تأكد / لا تأكدون / لا تأكدوا / لا ترسلون / لا تسوون / ما اكدت
مو صح / مب صح / غلط / مو الحين / خلها / خلاص لا / ابد / أبدا / مب تمام / مو تمام / ما يحتاج
لا ما يحتاج / مب لازم / مو لازم / لا داعي / مافي داعي / ما له داعي / مب ضروري / خلاص بدون / بدون
ما في / لا لا / مب محتاج / ما ودي
no / nope / nah / no thanks / no thank you / dont / do not / dont confirm / do not confirm
dont place it / not ok / not okay / not correct / wrong / negative / never / la shukran / not yet
la2 / no no / laa / na / no need / not needed / not necessary / no thx / no thnx / no ty
dont want
i dont want / not interested / nothing / none / no more / nahi / hindi po / wala
ما ابغي / ما ابغى / مابغي / مابغى / ما نبي / ما نبا / ما نريد / ما بغيت / لا ابدا / لا والله
لا تسوون شي
""",
    "later": """
بعدين / عقب / عقبها / لاحقا / مب الحين / مو الحين / مش الحين / ليس الان / وقت ثاني / وقت آخر
في وقت لاحق / بعد شوي / بعد شوية / شوي / دقيقة / لحظة / ثواني / اصبر / اصبروا / انتظر / افكر / بفكر
خلني افكر / خليني افكر / باجر بأكد / ارجع لكم / برجع لكم / بطلب بعدين / مرة ثانية / اجلها / بشوف
بأكد بعدين / خلها بعدين / خلها عقب / عقب شوي / بعدين ان شاء الله / نشوف / نفكر / خلونا نشوف
بعدين ارد / ارد لكم / برد عليكم / مب اليوم / مو اليوم / بعد ساعة / خلوها بعدين / عقب بشوف
عقب بطلب
later / not now / maybe later / another time / some other time / wait / hold on / one moment
one minute / a moment / let me think / thinking / i will think / ill think / give me a minute
not today / in a bit / maybe / ba3dain / b3dain / ba3deen / 3ogob / ill come back / come back later
moment / later pls / after some time / after sometime / i will see / will see / will let you know
i will let you know / busy now / i will order later / i will confirm later
خليها بعدين / خليها عقب / خلوها عقب / خلها على بعدين
بفكر وبرد لكم / بفكر وارد لكم / بشوف وبرد لكم / بفكر وبرجع لكم
""",
    "back": """
رجوع / ارجع / ارجعني / رجعني / رجع / ورا / وراء / السابق / للخلف / عودة / خطوة ورا / ارجع ورا
رجعوني / لورا / ارجعوا / ارجعوني / الصفحة السابقة / الخطوة السابقة / السابقه / رد ورا / رد لورا
back / go back / previous / take me back / one step back / return / undo / irja3 / arja3 / rja3
back pls / back to previous / previous page / last page / step back / backward
ارجع للصفحة / ارجع للصفحة اللي قبل / ابا ارجع للصفحة اللي قبل / الصفحة اللي قبل
""",
    "leave": """
الغاء / الغ / الغي / كنسل / كانسل / خروج / اخرج / اطلع / وقف / توقف / اوقف / بطلت / خلاص بطلت
ما ابي اكمل / ما اريد اكمل / مابي اكمل / هونت / غيرت رايي / انهاء / كنسله / الغيه / خلاص ما ابي
خلاص مابي / خلاص هونت / ما ابغاه / لا تكمل / اطلع من هنا / ابا اطلع / ابغي اطلع
cancel / exit / quit / stop / leave / abort / never mind / nevermind / nvm / forget it / cancel it
changed my mind / i changed my mind / kansil / end / cancel this / exit please
leave it / skip this / dont continue
""",
}

NODS = frozenset("👍👌✅☑✔🆗🙆💯")
"""Signs that say yes by themselves."""

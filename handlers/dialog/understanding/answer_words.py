"""Words that answer a question."""

from __future__ import annotations

ANSWER_WORDS = {
    "yes": """
نعم / نعم اكيد / اي / اي نعم / ايه / ايوه / ايوا / هيه / هي نعم / هيه نعم / هي / اكيد / اكد
أكدوا / أكده / اكدوه / تاكيد / أؤكد / اكدي / تمام / تمامو / تمم / اوكي / اوك / اوكيه / موافق
موافقة / موافقين / زين / عدل / صح / صحيح / مضبوط / حسنا / طبعا / أرسلوا / ارسلوه / ارسلوها
اعتمد / اعتمدوا / اعتمدوه / سوه / اطلبه / اطلبوه / اطلبوها / توكلت على الله / على بركة الله
توكلنا / يلا اكد / بلى / اجل نعم / كل شي تمام / كله تمام / كل شي صح / مية مية / كامل / اتفقنا
خلاص اكد / خلاص تمام / اوكيشن / ابشر / ابشروا
yes / yep / yeah / yup / yea / yh / sure / of course / ok / okay / oky / okey / okie / k
confirm / confirmed / confirming / i confirm / go ahead / place it / place order
place the order / place my order / do it / correct / thats right / right / all good / looks good
good / perfect / agreed / proceed / submit / fine / great / absolutely / definitely / yes please
sounds good / alright / all right / go / send it / book it / done deal / accept / i accept
na3am / naam / aywa / aiwa / ee / eeh / ewa / tamam / tmam / akeed / akid / tm / a2aked / zain
zen / heyeh / hih
""",
    "no": """
لا / كلا / لا شكرا / لا مشكور / لا خلاص / لاء / مب / ما ابي / ما ابا / ما اريد / لا اريد / مابي
مابا / مب موافق / غير موافق / لا تأكد / لا تأكدون / لا تأكدوا / لا ترسلون / لا تسوون / ما اكدت
مو صح / مب صح / غلط / مو الحين / خلها / خلاص لا / ابد / أبدا / مب تمام / مو تمام
no / nope / nah / no thanks / no thank you / dont / do not / dont confirm / do not confirm
dont place it / not ok / not okay / not correct / wrong / negative / never / la shukran / not yet
la2 / no no / laa / na
""",
    "later": """
بعدين / عقب / عقبها / لاحقا / مب الحين / مو الحين / مش الحين / ليس الان / وقت ثاني / وقت آخر
في وقت لاحق / بعد شوي / بعد شوية / شوي / دقيقة / لحظة / ثواني / اصبر / اصبروا / انتظر / افكر
بفكر / خلني افكر / خليني افكر / باجر بأكد / ارجع لكم / برجع لكم / بطلب بعدين / مرة ثانية / اجلها
بشوف / بأكد بعدين / خلها بعدين / خلها عقب / عقب شوي / بعدين ان شاء الله / نشوف / نفكر
خلونا نشوف
later / not now / maybe later / another time / some other time / wait / hold on / one moment
one minute / a moment / let me think / thinking / i will think / ill think / give me a minute
not today / in a bit / maybe / ba3dain / b3dain / ba3deen / 3ogob / ill come back
come back later / moment
""",
    "back": """
رجوع / ارجع / ارجعني / رجعني / رجع / ورا / وراء / السابق / للخلف / عودة / خطوة ورا / ارجع ورا
رجعوني / لورا
back / go back / previous / take me back / one step back / return / undo / irja3 / arja3 / rja3
""",
    "leave": """
الغاء / الغ / الغي / كنسل / كانسل / خروج / اخرج / اطلع / وقف / توقف / اوقف / بطلت / خلاص بطلت
ما ابي اكمل / ما اريد اكمل / مابي اكمل / هونت / غيرت رايي / انهاء / كنسله / الغيه / خلاص ما ابي
خلاص مابي / خلاص هونت / ما ابغاه / لا تكمل
cancel / exit / quit / stop / leave / abort / never mind / nevermind / nvm / forget it
cancel it / changed my mind / i changed my mind / kansil / end
""",
}

NODS = frozenset("👍👌✅☑✔🆗🙆💯")
"""Signs that say yes by themselves."""

"""Greetings and thanks, by what they are answered with."""

from __future__ import annotations

GREETING_WORDS = {
    "salam": """
السلام عليكم / سلام / السلام عليكم ورحمة الله / وعليكم السلام / السلام عليكم ورحمة الله وبركاته
سلام الله عليكم / وعليكم السلام ورحمة الله وبركاته / سلامو عليكم / سلامن عليكم / سلام عليك
سلام عليكو
salam / salam alaikum / salam alaykum / salam alikom / salam aleikum / salamu alaikum
assalam alaikum / assalamu alaikum / alsalam alaikum / al salam alaikum / slm / assalamualaikum
salamualaikum / as salam alaikum / assalamu alaykum / assalam alaykum / salam 3alaikum
alsalam 3alaikum / al salam 3alaykum / salam 3alaykom / salam 3alikom / asalam 3alaikum
assalamu alaikum wa rahmatullah wa barakatuh / aslam alekum / salam alekum
wa alaikum salam / walaikum salam / wa alaikum assalam / waalaikum salam / w salam
""",
    "morning": """
صباح الخير / صباح النور / صباحو / صباح الورد / صباح الفل / صباح الياسمين / يسعد صباحكم
صبحكم الله بالخير / صبحك الله بالخير / يصبحكم بالخير / صباحك سعيد / صباحكم سعيد / صباح السعادة
صباحكم خير / صباح الخيرات / صباحكم الله بالخير / صباحكم عسل / صباح العسل / صبحكم بالخير
صباح الخير والسعادة
good morning / morning / gd morning / gm / sabah alkhair / sabah el kheir / sabah al khair
sabah el khair / sabah elkheir / 9aba7 el5air / saba7 el5eir / sabah alkhayr / sba7 el5er
9ba7 el5er / saba7 al5air / saba7 el 5air / gd mrng / good mrng / good mornin / g morning
good morning team / good morning all / good morning everyone
""",
    "evening": """
مساء الخير / مساء النور / مسا الخير / مسا النور / مساء الورد / مساء الفل / مساكم الله بالخير
مساك الله بالخير / يمسيكم بالخير / مسيكم بالخير / يسعد مساكم / مساء الخيرات / مسائكم سعيد
مساكم خير / مسكم بالخير / مسا الورد / مساء العسل
good evening / good afternoon / evening / afternoon / gd evening / masa alkhair / masa el kheir
masa al khair / masa el khair / masa2 el5eir / msa el5er / masa el5air / masa al5air / gd eve
good eve / g evening / gud evening
""",
    "festive": """
رمضان كريم / رمضان مبارك / مبارك عليكم الشهر / عيد مبارك / عيدكم مبارك / عيد سعيد
كل عام وانتم بخير / كل عام وانتوا بخير / كل سنة وانتم طيبين / عساكم من عواده / من العايدين
ينعاد عليكم / تقبل الله طاعتكم / شهر مبارك / الشهر عليكم مبارك / مبارك عليكم رمضان / جمعة مباركة
جمعة طيبة / كل عام وانتو بخير
eid mubarak / ramadan kareem / ramadan mubarak / happy eid / happy national day / jumma mubarak
jumuah mubarak / happy ramadan / kul am wa antum bikhair
""",
    "hello": """
الله بالخير / شحوالكم / شحوالك / شحوالج / yo / yo yo
مرحبا / مرحبا بكم / مرحبا بك / مرحبا فيكم / اهلا بكم / اهلا فيكم / هلا بك / مرحبا بكم جميعا
مرحبتين / مراحب / مرحبا الساع / مرحبه / يا مرحبا / هلا / هلا والله / اهلا / يا هلا
هلا وغلا / يا هلا ومرحبا / اهلين / هلا فيكم / هاي / هلو / ألو / حياكم الله / الله حيه / حي الله
هلا بيكم / هلا بكم / أهلا وسهلا / الله يحييكم / ياهلا / يامرحبا / قوة / قوكم / قواكم الله
الله يقويكم / تحية / تحياتي / تحية طيبة / كيف حالكم / كيف حالك / كيف الحال / شحالكم / شحالك
شحالكن / شو حالكم / شو اخباركم / شو اخبارك / شخباركم / شخبارك / ازيكم / ازيك / ازيكو / عاملين ايه
عامل ايه / كيفن / اخبارك ايه / شلونكم / شلونك / شلونج / كيفكم
كيفك / كيف الصحة / كيف اموركم / عساكم بخير / علومكم / شعلومكم / شو علومكم / شعلومك / اخباركم
ان شاء الله بخير / طيبين / بخير / عساكم طيبين / هلا بالزين / هلا بالزينين / هلا فيج / هلا فيك
يا هلا فيكم / حي هالصوت / السلام والرحمة / تحياتي لكم / عليكم السلام / شو الاخبار / شو لاخبار
كيف الاحوال / عساك بخير / الحمدلله / الحمد لله / ياهل الخير / يا اهل الخير / اهل الخير / خواتي
خواني / مرحبا مليون / هلا خواتي / حياك الله / حياج الله
hi / hello / hey / hallo / hi there / hello there / hey there / greetings / how are you
how are u / how r u / how are you doing / how is it going / hows it going / hru
how are you today / whats up / wassup / sup / good day / howdy / dear / hope you are well
hope youre well / hope you are doing well / nice to meet you / welcome / marhaba / mar7aba
mrhba / marhba / hala / hala walla / hala wallah / ahlan / ahlan wa sahlan / ahleen / hla / ya hala
kaif al hal / kaif alhal / kif halak / keef alhal / kef 7alkm / shlonkom / shlonak / shlonich
kifak / keefak / shakhbarak / sha5barkom / shu akhbarkom / kaifkom / chlonkom / kaif 7alkom
shu 5barkom / kaif halkom / hi dear / hello dear / hi all / hello everyone / hey guys
hows everything / how is everything / ahlein / hayakom allah / hayak allah / hello team
""",
    "thanks": """
شكرا / شكرا لكم / شكرا لك / شكرا جزيلا / شكرن / مشكور / مشكورة / مشكورين / مشكورات / تسلم
تسلمين / ميرسي / مرسي / متشكر / متشكرة / متشكرين / تشكر / تشكرات / كتر خيركم / كثر الله خيركم
تسلمون / تسلموا / يسلمو / يسلموا / ثانكس / ثانكيو / ثنكس / الشكر / اشكركم / نشكركم
ممتن / الف شكر / كل الشكر / شاكر لكم / شاكرين / يعطيك العافية / يعطيكم العافية
الله يعطيكم العافية / الله يعطيك العافية / عافاكم الله / الله يعافيكم / الله يعافيك
عساكم على القوة / عساك عالقوة / جزاكم الله خير / جزاك الله خير / جزاكم الله خيرا
جزاكم الله كل خير / بارك الله فيكم / بارك الله فيك / الله يبارك فيكم / ما قصرتوا / ما قصرت
ماقصرتوا / ما قصرتو / الله يسلمكم / كفو / ما تقصرون / بيض الله وجهكم / رحم الله والديكم
الله يرحم والديكم / الله يوفقكم / الله يخليكم / ممنونكم / مع الشكر / وشكرا / ماقصرتو / كثر خيركم
الله يحفظكم / تسلم ايديكم / تسلم ايدكم / الله يجزاكم خير / يزاكم الله خير / ما عليكم زود
ماعليكم زود / قواكم / مبدعين / مبدعات / روعة / ما تقصر / ماتقصر / ما تقصرين / ماتقصرون
الله يوفقك / الله يسعدكم / الله يسعدك / الله يوسع عليكم / الله يوسع رزقكم / الله يرزقكم
الله يبارك لكم / الله يطول اعماركم / الله يخليك / الله يسلمك / الله يكرمكم / بيض الله ويهكم
عساكم عالقوة / نشكر لكم / جزيل الشكر / خالص الشكر / وافر الشكر / شكرا من القلب / من القلب
شكرا جزيلا لكم / على التعاون / تعاونكم / الف عافية / الله يعطيكم ألف عافية / الله يعطيك الف عافية
تسلم يمناكم / تسلم يمناك / تسلم الايادي / تسلم ايدينكم / ربي يوفقكم / ربي يحفظكم / ربي يسعدكم
في ميزان حسناتكم
thank you / thank u / thanku / thankyou / thanks / thnx / thx / tnx / ty / tysm / thanks a lot
thank you so much / thank u so much / thanks so much / many thanks / thank you very much / thanx
much appreciated / appreciate it / appreciated / cheers / god bless you / jazakallah
jazak allah / jazakallah khair / great thanks / thank you all / thnks / 10x / grateful / shukran
shokran / shukran jazeelan / mashkoor / mashkoorin / mashkoreen / mshkor / mshkoren / tislamon
tislam / teslam / teslamon / yislamo / yeslamo / ma gasartaw / ma qasart / ya36ikom al3afya
ya36eek el 3afya / yateek al afia / yaateekom el afye / allah y3afeekom / thank u all / thankful
thank you dear / bless you / god bless / thanks a million / thank you very much dear
يعطيكم الف عافية / يعطيك الف عافية / يعطيج العافية / الله يعطيج العافية / يعطيكم العافيه والصحة
""",
    "goodbye": """
مع السلامة / في امان الله / باي / باي باي / وداعا / الى اللقاء / تصبحون على خير / تصبح على خير
استودعكم الله / في حفظ الله / فمان الله / نشوفكم على خير / اشوفكم على خير / ليلة سعيدة
bye / bye bye / goodbye / good bye / good night / see you / see u / see you later / take care
cya / ma3 elsalama / ma3a salama / ma salama / have a nice day / have a good day / fi aman allah
nice day
""",
}

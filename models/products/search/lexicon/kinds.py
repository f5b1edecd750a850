"""What a thing is, what it is for and for which day: wider words than its names.

Each line: the words of a name, as in `goods`, then what people ask such things for. They count
less than what it is called.
"""

KINDS = """
لقيمات خنفروش atayeb:معمول بثيث كيكه حلوى شوكولاته بسكوت luqaimat khanfaroush cake batheeth | حلو
    حلا حلى حلوى حلويات تحلية سويت سويتات دزرت ديزيرت سناك سناكات نقصة فوالة فواله قدوع ضيافة عصرية
    اكلات sweet sweets dessert desserts snack snacks treat treats pastry bakery baked fuala fowala
    sugary
قهوه coffee | فوالة فواله قدوع ضيافة مشروب مشروبات ساخن كافيين drink drinks beverage hot hospitality
    fuala
خنفروش بلاليط خبز رقاق خمير جباب دبس هريس | ريوق فطور افطار صباح breakfast brunch morning reyoug
هريس بلاليط عرسيه مجبوس ثريد برياني عصيده | طبخ طبخات طبخة طبق اطباق اكل اكلة اكلات غدا غداء عشا
    عشاء وجبة وجبات عزيمة وليمة شعبي شعبية تراثي منزلي بيتي meal meals dish dishes lunch dinner food
    cooked homemade iftar emirati traditional local cuisine
لقيمات هريس عرسيه بلاليط ثريد تمر دبس سمبوسه | رمضان رمضانية رمضانيات فطور افطار سحور تراويح ramadan
    iftar suhoor
بهارات بزار مخلل دبس سمن عسل تمر بثيث atayeb:معمول قهوه | مونة مونه مؤونة بقالة مقاضي ماجلة مطبخ
    pantry grocery groceries kitchen
بزار مخلل بهارات دبس | اكل طبخ حار سبايسي صوص صلصة food cooking spicy sauce sides condiments
عود بخور دخون عطر مخمريه دهن مسك عنبر معطر oud perfume bakhoor | طيب ريحة ريح رائحة روائح فواح عطر
    عطور عطورات معطر scent smell fragrance fragrant aroma perfume
بخور دخون معطر مدخن شمعه | معطر منزل منزلي بيت مجلس صالة home house majlis living room
كريم مخمريه حناء صابون شامبو كحل teeb:cream | عناية تجميل جمال ميكب مكياج كوزمتك beauty care
    cosmetics selfcare spa
جلابيه مخور شيله عبايه كندوره بشت | لبس ملابس هدوم ثياب ازياء ازيا موضة تفصيل كشخة clothes clothing
    wear outfit outfits fashion garment apparel
مخور شيله برقع تلي كندوره جلابيه سدو | تراث تراثي تراثية تراثيات تقليدي تقليدية شعبي قديم زمان اليوم
    الوطني يوم وطني عيد الاتحاد heritage traditional culture cultural national day folk emirati old
مخور جلابيه كندوره شيله بخور لقيمات عرسيه | عيد العيد عيدية الاعياد eid
مخور مخمريه دخون دهن بخور شيله عود | عرس اعراس عروس زهبة زهاب دزة ملكة خطوبة زواج جهاز wedding bride
    bridal
سرير مفرش وساده مخده سجاد | بيت منزل غرفة نوم صالة مجلس home house bedroom furnishing textiles
    household
لوحه شمعه وساده مدخن سله فخار خوص مفرش | ديكور ديكورات زينة بيت منزل صالة مجلس تحف تحفة انتيك decor
    decoration decorations ornament interior home souvenir
سوار شيله خاتم عقد حلق شنطه مفاتيح bracelet | اكسسوار اكسسوارات اكسسوريز زينة كشخة بنات accessory
    accessories
هدايا | هدية مناسبة مناسبات حفلة نجاح تخرج مولود ولادة عيد ميلاد حج ضيوف gift occasion occasions
    party graduation newborn birthday anniversary
مفاتيح شمعه دفتر سوار عطر لوحه شاره دميه مخمريه كريم بخور | هدية هدايا تذكار تذكارات سوفنير توزيعات
    هديه ذكرى مناسبة نجاح تخرج gift gifts present presents souvenir souvenirs memento giveaway
    keepsake graduation
هدايا مفاتيح عطر سوار بخور شمعه كريم مخمريه وساده جلابيه | ام امي الام والدة والدتي ماما يدة يدتي
    جدة جدتي mom mum mother mothers mama grandma grandmother wife
هدايا سوار دميه عطر كريم شمعه دفتر | خطيبة زوجة زوجتي حرمتي اختي بنتي صديقة صديقتي خويتي ربيعتي عروس
    بنت بنات حب wife girlfriend sister daughter friend bride girl her valentine love
هدايا مفاتيح دهن عود دفتر قهوه | ابو ابوي ابي والد والدي بابا زوجي ريلي اخوي ربيعي صديق صديقي خوي
    مدير موظف dad father husband brother friend him boss colleague
هدايا دفتر مفاتيح شمعه | معلم معلمة مدرسة مدرس ابلة ابله استاذ استاذة دكتورة teacher teachers school
    office
دميه شاره كندوره | طفل اطفال ياهل يهال جهال عيال صغار بيبي مولود ولد بنت روضة حضانة kid kids child
    children baby toddler babies nursery
دفتر شاره | مدرسة مدارس مدرسي جامعة طالب طلاب طالبات مكتب school university student students office
    back
شاره مفاتيح علم | علم الامارات وطني الاتحاد flag uae emirates national
لوحه سدو تلي سله خوص كروشيه دميه فخار شمعه دفتر سوار برقع | يدوي يدوية حرف حرفة حرفي حرفية صناعة شغل
    يد اعمال اشغال handmade handcrafted craft crafts artisan hand made
"""

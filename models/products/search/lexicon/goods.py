"""What things are called besides their names: in the dialects, in English, and by their use.

Each line: the words of a name that it is for, then what such a thing is called too. `a+b` needs
both words in the name; `teeb:a` counts in that package alone.
"""

FOOD = """
لقيمات لقمه luqaimat | لقيمات لقمة القاضي عوامة عوامات زلابية بليلة كرات عجين مقلية مقرمشة دونات
    dumplings fried dough balls donuts doughnuts crispy lugaimat legaimat loqaimat
خنفروش khanfaroush | خنفروش كيك بيض قرص اقراص بسكوت كوكيز بان الزعفران pancake pancakes cake egg
    cardamom saffron cookies biscuits khanfaroosh muffin
atayeb:معمول atayeb:maamoul | معمول كعك كعكة كليجة غريبة بسكوت كوكيز محشي تمرية mamoul cookies
    biscuits shortbread kaak kleicha ghraiba stuffed filled
بثيث batheeth | بثيث بسيس بسيسة تمرية حنيني رنقينة رنقينه كرات التمر date dates balls crumble bites
    energy batheth
كيك كيكه cake | كيك كيكة تورتة تورته جاتوه قاتوه قالب حلو ميلاد يوم مولد حفلة cake birthday party
    torte gateau layer pastry
كيكه+عسل honey+cake | ميدوفيك هني كيك medovik russian
مجبوس كبسه برياني machboos biryani | مجبوس مكبوس مچبوس كبسة برياني مندي مضغوط عيش رز ارز rice kabsa
    majboos mandi
ثريد فريد thareed | ثريد فريد تشريب رقاق tharid thareed stew
هريس harees | هريس هريسة جريش قمح حب لحم وليمة عزيمة عيش مهروس harees hareesa harissa wheat porridge
    meat lamb mutton jareesh
بلاليط balaleet | بلاليط شعيرية شعرية سويحلة حلوة بيض عجة ريوق نودلز معكرونة باستا vermicelli
    noodles pasta eggs omelette sheriya seviyan
عرسيه arseeya | عرسية عريسية ارسية رز عيش دجاج مضروب rice chicken porridge aseeda arsiya
عصيده aseeda | عصيدة aseeda porridge
خبز رقاق خمير جباب bread regag khameer chebab | خبز رقاق رگاگ خمير جباب چباب ريوق فطور bread
    breakfast pancake
سمبوسه samosa | سمبوسة سمبوسك سنبوسة معجنات samosa sambosa sambousek pastry
بهار بهارات بزار bzar spice spices | بهار بهارات بزار ابازير ابزار توابل خلطة خلطات مشكلة مسالا
    مصالة ماسالا كاري قزحة مجبوس كبسة برياني صالونة مرق طبخ مطبخ spice spices masala mix seasoning
    herbs curry cooking machboos majboos biryani bezar bizar baharat
مخلل pickle | مخلل مخللات طرشي اچار اتشار اجار آجار حامض حادق كبيس pickle pickles pickled achar
    mukhalal torshi relish condiment sour
ليمون lemon | ليمون لومي نومي lemon lemons lime limes loomi
دبس syrup | دبس شيرة شيره تمر عسل مربى شراب تحلية سكر syrup molasses dibs honey treacle jam
    sweetener sugar debs
تمر تمور رطب date dates | تمر تمور رطب سح خلاص نخيل نخل نخلة date dates palm tamr tamer
عسل honey | عسل سدر سمر honey asal assal
سمن ghee | سمن دهن خنين ghee butter
قهوه coffee | قهوة گهوة جهوة كهوة قهوه عربية بن بنّ كافي كوفي دلة فنجان مجلس ضيافة شقراء شقرة سعودية
    اماراتية coffee qahwa gahwa kahwa kahwah arabic beans ground roasted cafe caffeine
شاي كرك tea karak | شاي چاي كرك تشاي tea chai karak
حلوى halwa | حلوى عمانية halwa sweet
شوكولاته chocolate | شوكولاتة شوكولاته شكلاته chocolate choco
بسكوت كوكيز cookies biscuits | بسكوت كوكيز cookies biscuits
عصير juice | عصير مشروب juice drink
"""
SCENT = """
دخون dukhoon | دخون دخن بخور بخورات عطر مجلس بيت ريحة ريح طيب مدخن dukhoon dokhoon dukhoun incense
    bakhoor smoke
بخور bakhoor incense+disc | بخور بخورات دخون دخن عود معطر مجلس بيت ريحة طيب مدخن bakhoor bukhoor
    bakhour bokhoor incense scent
عود oud | عود عوده oud oudh aoud 3ood agarwood aloeswood
دهن+عود oud+oil | دهن عود العود عطر زيتي زيت اويل خالص نقي تولة كمبودي هندي oud oil attar ittar dehn
    dihn oudh agarwood essential perfume concentrated
مسك musk | مسك musk misk
عنبر amber | عنبر amber anbar
لبان frankincense | لبان frankincense luban olibanum
عطر مخلط perfume parfum | عطر عطور عطورات برفان برفانات بارفان برفيوم بيرفيوم بيرفيومات ريحة ريحه
    روائح كولونيا سبريه مخلط مخلطات طيب perfume perfumes parfum scent scents fragrance fragrances
    cologne spray eau attar mukhallat mix
مخمريه makhmariya | مخمرية مخمريات مخمر عطر شعر معطر للشعر دهن زيت مسك بخاخ الشعر hair perfume mist
    scent fragrance oil makhmaria mkhamariya mukhamaria spray wedding henna
معطر mist freshener | معطر معطرات ملطف فواحة بخاخ رشاش رذاذ سبريه جو غرفة غرف mist spray freshener
    air room fabric refresher scent
معطر+مفارش linen+mist | معطر ملابس ستائر كنب فراش سرير شراشف مخدات غرفة نوم لافندر linen pillow
    fabric bed sheets curtains sofa clothes lavender spray
teeb:كريم teeb:cream | كريم كريمات لوشن مرطب مرطبات ترطيب بودي بادي جسم بشرة يدين ايدين زبدة شيا
    عناية cream creams lotion lotions moisturizer moisturiser moisturizing body butter hand skin
    skincare care
صابون soap | صابون صابونة غسول soap wash
شامبو shampoo | شامبو شعر shampoo hair
حناء حنا henna | حناء حنا حنة henna mehndi
كحل kohl | كحل اثمد kohl eyeliner
"""
CLOTHES = """
جلابيه jalabiya | جلابية جلابيات چلابية قلابية فستان فساتين درّاعة دراعة قفطان قفاطين ثوب نسائي قميص
    بيت لبس كاجوال dress dresses jalabiya jalabia galabeya jellabiya gown kaftan caftan maxi
    loungewear nightgown robe
مخور mukhawwar | مخور مخاوير مخورة فستان فساتين ثوب عرس زفاف ملكة حنة سهرة عيد زري تطريز خوار dress
    dresses gown embroidered embroidery zari wedding party eid kaftan caftan traditional mukhawar
    mkhawar mokhawar
شيله shaila | شيلة شيل حجاب حجابات طرحة طرح وقاية وقايه ملفع لفة غطاء راس عباية عبايات ايشارب سكارف
    وشاح شال shaila shayla sheila hijab veil scarf scarves headscarf headcover shawl wrap abaya
عبايه abaya | عباية عبايات عبي abaya abayas cloak
كندوره kandura | كندورة كنادير دشداشة دشاديش ثوب ثياب توب جلباب طربوشة لبس وطني kandura kandora
    kandoora dishdasha thobe thob robe national dress
كندوره+اطفال kandura+child | ولد ولادي اولاد صبي صبيان عيال طفل مواليد بيبي boy boys baby toddler
    son
مفارش+سرير bed+linen | مفرش مفارش سرير شرشف شراشف لحاف لحف غطاء اغطية بطانية دوفيه كوفرتة كفر مخدة
    مخدات وسادة تلبيسة تلبيس فراش طقم غرفة نوم ملاية ملايات bedding bedsheet bedsheets sheet sheets
    duvet cover quilt comforter blanket bedspread pillowcase pillowcases pillow linens bedroom
    cotton
مفرش+طاوله tablecloth | مفرش مفارش سفرة سفر طاولة طاولات شرشف غطاء طعام اكل سماط مائدة غداء
    tablecloth table cloth cover runner dining linen placemat kitchen
سوار bracelet | سوار اساور اسوارة اسورة اسوره سواره سوارة بنجري بناجر مضاعد معضد غوايش سبحة اكسسوار
    اكسسوارات مجوهرات حلي حلى زينة خرز لولو لؤلؤ انسيال bracelet bracelets bangle bangles wristband
    anklet jewellery jewelry accessory accessories beads beaded pearl pearls
خاتم ring | خاتم خواتم اكسسوار مجوهرات ring rings jewellery jewelry
عقد قلاده necklace | عقد قلادة سلسال سلسلة اكسسوار مجوهرات necklace pendant jewellery jewelry
حلق اقراط earrings | حلق اقراط تراجي اكسسوار مجوهرات earrings jewellery jewelry
شنطه حقيبه bag | شنطة شنط حقيبة حقائب جنطة bag bags handbag purse tote
نعال sandals | نعال صندل حذاء sandals shoes slippers
بشت bisht | بشت بشوت عباة bisht cloak
"""
HERITAGE = """
تلي talli | تلي شريط شرايط اشرطة خوصة بادلة كرخانة تطريز زري خياطة دانتيل قيطان كنار braid braiding
    ribbon ribbons trim trimming lace edging embroidery thread sewing tailoring tally tili
وساده مخده cushion pillow | وسادة وسايد وسائد مخدة مخاد مخدات خدادية خداديات تكية تكاية تكيه متكأ
    مسند مساند كوشن كوشنات مجلس جلسة كنب cushion cushions pillow pillows throw bolster backrest
    majlis sofa couch
سدو sadu | سدو بدوي بدو بادية حياكة نسيج نسج صوف بيت شعر خيمة bedouin sadu al-sadu weaving woven
    weave textile tent
مدخن burner | مدخن مدخنة مداخن مبخرة مباخر مبخر مجمر مجمرة محرق محرقة بخور دخون جمر فحم فخار فخاريات
    طين خزف burner censer incense bakhoor holder mabkhara mubkhara midkhan madkhan pottery clay
    ceramic charcoal
فخار فخاري clay pottery | فخار فخاريات طين خزف pottery clay ceramic ceramics earthenware
برقع burqa | برقع براقع اماراتي بطولة بتولة قناع نقاب غطاء وجه ماسك burqa burka burqah battoulah
    batoola mask face veil niqab
سله basket | سلة سلال سلات زبيل قفة قفه مكبة سفيفة جفير مشب مكب صندوق حصير basket baskets hamper
    woven storage bin tray
خوص سعف palm+leaf | خوص خوصيات سعف سعفيات نخيل نخل جريد palm leaf leaves khoos khous frond woven
    wicker straw rattan
دله dallah | دلة دلال dallah coffee pot
فنجان finjan cup | فنجان فناجين كوب اكواب cup cups mug finjan
صينيه tray | صينية صواني tray trays
سجاد rug carpet | سجاد سجادة زولية زوالي rug rugs carpet
"""
CRAFTS = """
لوحه+خط calligraphy | لوحة لوح لوحات تابلوه تابلوهات برواز براويز اطار رسم رسمة خط خطوط مخطوطة
    مخطوطات ايات اية قران قرآن اسلامي جدار جدارية حائط صورة فن فنون calligraphy painting paintings
    art artwork wall canvas frame framed print poster islamic quran ayah picture decor
لوحه painting | لوحة لوحات رسم رسمة تابلوه برواز painting art picture frame
شمعه شموع candle | شمع شمعة شموع شمعات معطرة فواحة نحت اضاءة رومانسي candle candles wax scented soy
هدايا هديه gift+box | هدية هدايا هديه بوكس بوكسات علبة علب صندوق صناديق كرتون كيس تغليف تغليفة
    توزيعة توزيعات جفت جيفت gift gifts giftbox box boxes packaging package present presents wrap
    wrapping hamper favor favors favours giveaway surprise
دميه doll | دمية دمى عروسة عروس عرايس عرائس لعبة العاب لعب ألعاب العوبة باربي دبدوب دباديب دب محشوة
    تويز بنات بيبي doll dolls toy toys teddy plush stuffed plushie soft barbie amigurumi puppet baby
كروشيه crochet | كروشيه كروشية كورشيه صوف حياكة تريكو خيوط crochet knitted knit yarn wool handmade
مفاتيح key+ring keychain | ميدالية ميداليات مداليه مدالية سلسلة تعليقة تعليقه علاقة علاقات حمالة
    حامل مفتاح مفاتيح كي تشين ليزر نقش حفر كيشين key keys keychain keyring keychains holder
    keyholder medal chain engraved laser wood
شاره badge | شارة شارات بادج باج بادجات باجات بروش بروشات دبوس رقعة لصقة علم شعار ستيكر badge badges
    patch patches pin brooch emblem sticker embroidered flag
دفتر notebook | دفتر دفاتر مفكرة مفكرات كراس كراسة كراسات كشكول نوت نوتبوك بوك مذكرة مذكرات اجندة
    يوميات تدوين كتابة قرطاسية ورق notebook notebooks journal journals diary planner notepad
    sketchbook stationery writing notes book paper
كوب mug | كوب اكواب مج ماغ mug mugs cup
"""
SCHOOL_OF_WORDS = (FOOD, SCENT, CLOTHES, HERITAGE, CRAFTS)

"""What migration 0026 knew of what things are called besides, and of what they are.

Each entry: the words of a name (`a+b` both of them, `teeb:a` in that package), then what is added.
"""

GOODS = """
لقيمات لقمه luqaimat | لقيمات لقمة القاضي عوامة عوامات زلابية بليلة كرات عجين مقلية مقرمشة دونات
dumplings fried dough balls donuts doughnuts crispy lugaimat legaimat loqaimat; خنفروش khanfaroush
| خنفروش كيك بيض قرص اقراص بسكوت كوكيز بان الزعفران pancake pancakes cake egg cardamom saffron
cookies biscuits khanfaroosh muffin; atayeb:معمول atayeb:maamoul | معمول كعك كعكة كليجة غريبة
بسكوت كوكيز محشي تمرية mamoul cookies biscuits shortbread kaak kleicha ghraiba stuffed filled;
بثيث batheeth | بثيث بسيس بسيسة تمرية حنيني رنقينة رنقينه كرات التمر date dates balls crumble
bites energy batheth; كيك كيكه cake | كيك كيكة تورتة تورته جاتوه قاتوه قالب حلو ميلاد يوم مولد
حفلة cake birthday party torte gateau layer pastry; كيكه+عسل honey+cake | ميدوفيك هني كيك medovik
russian; مجبوس كبسه برياني machboos biryani | مجبوس مكبوس مچبوس كبسة برياني مندي مضغوط عيش رز ارز
rice kabsa majboos mandi; ثريد فريد thareed | ثريد فريد تشريب رقاق tharid thareed stew; هريس
harees | هريس هريسة جريش قمح حب لحم وليمة عزيمة عيش مهروس harees hareesa harissa wheat porridge
meat lamb mutton jareesh; بلاليط balaleet | بلاليط شعيرية شعرية سويحلة حلوة بيض عجة ريوق نودلز
معكرونة باستا vermicelli noodles pasta eggs omelette sheriya seviyan; عرسيه arseeya | عرسية عريسية
ارسية رز عيش دجاج مضروب rice chicken porridge aseeda arsiya; عصيده aseeda | عصيدة aseeda porridge;
خبز رقاق خمير جباب bread regag khameer chebab | خبز رقاق رگاگ خمير جباب چباب ريوق فطور bread
breakfast pancake; سمبوسه samosa | سمبوسة سمبوسك سنبوسة معجنات samosa sambosa sambousek pastry;
بهار بهارات بزار bzar spice spices | بهار بهارات بزار ابازير ابزار توابل خلطة خلطات مشكلة مسالا
مصالة ماسالا كاري قزحة مجبوس كبسة برياني صالونة مرق طبخ مطبخ spice spices masala mix seasoning
herbs curry cooking machboos majboos biryani bezar bizar baharat; مخلل pickle | مخلل مخللات طرشي
اچار اتشار اجار آجار حامض حادق كبيس pickle pickles pickled achar mukhalal torshi relish condiment
sour; ليمون lemon | ليمون لومي نومي lemon lemons lime limes loomi; دبس syrup | دبس شيرة شيره تمر
عسل مربى شراب تحلية سكر syrup molasses dibs honey treacle jam sweetener sugar debs; تمر تمور رطب
date dates | تمر تمور رطب سح خلاص نخيل نخل نخلة date dates palm tamr tamer; عسل honey | عسل سدر
سمر honey asal assal; سمن ghee | سمن دهن خنين ghee butter; قهوه coffee | قهوة گهوة جهوة كهوة قهوه
عربية بن بنّ كافي كوفي دلة فنجان مجلس ضيافة شقراء شقرة سعودية اماراتية coffee qahwa gahwa kahwa
kahwah arabic beans ground roasted cafe caffeine; شاي كرك tea karak | شاي چاي كرك تشاي tea chai
karak; حلوى halwa | حلوى عمانية halwa sweet; شوكولاته chocolate | شوكولاتة شوكولاته شكلاته
chocolate choco; بسكوت كوكيز cookies biscuits | بسكوت كوكيز cookies biscuits; عصير juice | عصير
مشروب juice drink; دخون dukhoon | دخون دخن بخور بخورات عطر مجلس بيت ريحة ريح طيب مدخن dukhoon
dokhoon dukhoun incense bakhoor smoke; بخور bakhoor incense+disc | بخور بخورات دخون دخن عود معطر
مجلس بيت ريحة طيب مدخن bakhoor bukhoor bakhour bokhoor incense scent; عود oud | عود عوده oud oudh
aoud 3ood agarwood aloeswood; دهن+عود oud+oil | دهن عود العود عطر زيتي زيت اويل خالص نقي تولة
كمبودي هندي oud oil attar ittar dehn dihn oudh agarwood essential perfume concentrated; مسك musk |
مسك musk misk; عنبر amber | عنبر amber anbar; لبان frankincense | لبان frankincense luban
olibanum; عطر مخلط perfume parfum | عطر عطور عطورات برفان برفانات بارفان برفيوم بيرفيوم بيرفيومات
ريحة ريحه روائح كولونيا سبريه مخلط مخلطات طيب perfume perfumes parfum scent scents fragrance
fragrances cologne spray eau attar mukhallat mix; مخمريه makhmariya | مخمرية مخمريات مخمر عطر شعر
معطر للشعر دهن زيت مسك بخاخ الشعر hair perfume mist scent fragrance oil makhmaria mkhamariya
mukhamaria spray wedding henna; معطر mist freshener | معطر معطرات ملطف فواحة بخاخ رشاش رذاذ سبريه
جو غرفة غرف mist spray freshener air room fabric refresher scent; معطر+مفارش linen+mist | معطر
ملابس ستائر كنب فراش سرير شراشف مخدات غرفة نوم لافندر linen pillow fabric bed sheets curtains sofa
clothes lavender spray; teeb:كريم teeb:cream | كريم كريمات لوشن مرطب مرطبات ترطيب بودي بادي جسم
بشرة يدين ايدين زبدة شيا عناية cream creams lotion lotions moisturizer moisturiser moisturizing
body butter hand skin skincare care; صابون soap | صابون صابونة غسول soap wash; شامبو shampoo |
شامبو شعر shampoo hair; حناء حنا henna | حناء حنا حنة henna mehndi; كحل kohl | كحل اثمد kohl
eyeliner; جلابيه jalabiya | جلابية جلابيات چلابية قلابية فستان فساتين درّاعة دراعة قفطان قفاطين
ثوب نسائي قميص بيت لبس كاجوال dress dresses jalabiya jalabia galabeya jellabiya gown kaftan caftan
maxi loungewear nightgown robe; مخور mukhawwar | مخور مخاوير مخورة فستان فساتين ثوب عرس زفاف ملكة
حنة سهرة عيد زري تطريز خوار dress dresses gown embroidered embroidery zari wedding party eid
kaftan caftan traditional mukhawar mkhawar mokhawar; شيله shaila | شيلة شيل حجاب حجابات طرحة طرح
وقاية وقايه ملفع لفة غطاء راس عباية عبايات ايشارب سكارف وشاح شال shaila shayla sheila hijab veil
scarf scarves headscarf headcover shawl wrap abaya; عبايه abaya | عباية عبايات عبي abaya abayas
cloak; كندوره kandura | كندورة كنادير دشداشة دشاديش ثوب ثياب توب جلباب طربوشة لبس وطني kandura
kandora kandoora dishdasha thobe thob robe national dress; كندوره+اطفال kandura+child | ولد ولادي
اولاد صبي صبيان عيال طفل مواليد بيبي boy boys baby toddler son; مفارش+سرير bed+linen | مفرش مفارش
سرير شرشف شراشف لحاف لحف غطاء اغطية بطانية دوفيه كوفرتة كفر مخدة مخدات وسادة تلبيسة تلبيس فراش طقم
غرفة نوم ملاية ملايات bedding bedsheet bedsheets sheet sheets duvet cover quilt comforter blanket
bedspread pillowcase pillowcases pillow linens bedroom cotton; مفرش+طاوله tablecloth | مفرش مفارش
سفرة سفر طاولة طاولات شرشف غطاء طعام اكل سماط مائدة غداء tablecloth table cloth cover runner
dining linen placemat kitchen; سوار bracelet | سوار اساور اسوارة اسورة اسوره سواره سوارة بنجري
بناجر مضاعد معضد غوايش سبحة اكسسوار اكسسوارات مجوهرات حلي حلى زينة خرز لولو لؤلؤ انسيال bracelet
bracelets bangle bangles wristband anklet jewellery jewelry accessory accessories beads beaded
pearl pearls; خاتم ring | خاتم خواتم اكسسوار مجوهرات ring rings jewellery jewelry; عقد قلاده
necklace | عقد قلادة سلسال سلسلة اكسسوار مجوهرات necklace pendant jewellery jewelry; حلق اقراط
earrings | حلق اقراط تراجي اكسسوار مجوهرات earrings jewellery jewelry; شنطه حقيبه bag | شنطة شنط
حقيبة حقائب جنطة bag bags handbag purse tote; نعال sandals | نعال صندل حذاء sandals shoes
slippers; بشت bisht | بشت بشوت عباة bisht cloak; تلي talli | تلي شريط شرايط اشرطة خوصة بادلة
كرخانة تطريز زري خياطة دانتيل قيطان كنار braid braiding ribbon ribbons trim trimming lace edging
embroidery thread sewing tailoring tally tili; وساده مخده cushion pillow | وسادة وسايد وسائد مخدة
مخاد مخدات خدادية خداديات تكية تكاية تكيه متكأ مسند مساند كوشن كوشنات مجلس جلسة كنب cushion
cushions pillow pillows throw bolster backrest majlis sofa couch; سدو sadu | سدو بدوي بدو بادية
حياكة نسيج نسج صوف بيت شعر خيمة bedouin sadu al-sadu weaving woven weave textile tent; مدخن burner
| مدخن مدخنة مداخن مبخرة مباخر مبخر مجمر مجمرة محرق محرقة بخور دخون جمر فحم فخار فخاريات طين خزف
burner censer incense bakhoor holder mabkhara mubkhara midkhan madkhan pottery clay ceramic
charcoal; فخار فخاري clay pottery | فخار فخاريات طين خزف pottery clay ceramic ceramics
earthenware; برقع burqa | برقع براقع اماراتي بطولة قناع نقاب غطاء وجه ماسك burqa burka burqah
battoulah batoola mask face veil niqab; سله basket | سلة سلال سلات زبيل قفة قفه مكبة سفيفة جفير
مشب مكب صندوق حصير basket baskets hamper woven storage bin tray; خوص سعف palm+leaf | خوص خوصيات
سعف سعفيات نخيل نخل جريد palm leaf leaves khoos khous frond woven wicker straw rattan; دله dallah
| دلة دلال dallah coffee pot; فنجان finjan cup | فنجان فناجين كوب اكواب cup cups mug finjan; صينيه
tray | صينية صواني tray trays; سجاد rug carpet | سجاد سجادة زولية زوالي rug rugs carpet; لوحه+خط
calligraphy | لوحة لوح لوحات تابلوه تابلوهات برواز براويز اطار رسم رسمة خط خطوط مخطوطة مخطوطات
ايات اية قران قرآن اسلامي جدار جدارية حائط صورة فن فنون calligraphy painting paintings art artwork
wall canvas frame framed print poster islamic quran ayah picture decor; لوحه painting | لوحة لوحات
رسم رسمة تابلوه برواز painting art picture frame; شمعه شموع candle | شمع شمعة شموع شمعات معطرة
فواحة نحت اضاءة رومانسي candle candles wax scented soy; هدايا هديه gift+box | هدية هدايا هديه بوكس
بوكسات علبة علب صندوق صناديق كرتون كيس تغليف تغليفة توزيعة توزيعات جفت جيفت gift gifts giftbox box
boxes packaging package present presents wrap wrapping hamper favor favors favours giveaway
surprise; دميه doll | دمية دمى عروسة عروس عرايس عرائس لعبة العاب لعب ألعاب العوبة باربي دبدوب
دباديب دب محشوة تويز بنات بيبي doll dolls toy toys teddy plush stuffed plushie soft barbie
amigurumi puppet baby; كروشيه crochet | كروشيه كروشية كورشيه صوف حياكة تريكو خيوط crochet knitted
knit yarn wool handmade; مفاتيح key+ring keychain | ميدالية ميداليات مداليه مدالية سلسلة تعليقة
تعليقه علاقة علاقات حمالة حامل مفتاح مفاتيح سيارة كي تشين ليزر نقش حفر كيشين key keys keychain
keyring keychains holder keyholder medal car chain engraved laser wood; شاره badge | شارة شارات
بادج باج بادجات باجات بروش بروشات دبوس رقعة لصقة علم شعار ستيكر badge badges patch patches pin
brooch emblem sticker embroidered flag; دفتر notebook | دفتر دفاتر مفكرة مفكرات كراس كراسة كراسات
كشكول نوت نوتبوك بوك مذكرة مذكرات اجندة يوميات تدوين كتابة قرطاسية ورق notebook notebooks journal
journals diary planner notepad sketchbook stationery writing notes book paper; كوب mug | كوب اكواب
مج ماغ mug mugs cup
"""
KINDS = """
لقيمات خنفروش atayeb:معمول بثيث كيكه حلوى شوكولاته بسكوت luqaimat khanfaroush cake batheeth | حلو
حلا حلى حلوى حلويات تحلية سويت سويتات دزرت ديزيرت سناك سناكات نقصة فوالة فواله قدوع ضيافة عصرية
اكلات sweet sweets dessert desserts snack snacks treat treats pastry bakery baked fuala fowala
sugary; قهوه coffee | فوالة فواله قدوع ضيافة مشروب مشروبات ساخن كافيين drink drinks beverage hot
hospitality fuala; خنفروش بلاليط خبز رقاق خمير جباب دبس هريس | ريوق فطور افطار صباح breakfast
brunch morning reyoug; هريس بلاليط عرسيه مجبوس ثريد برياني عصيده | طبخ طبخات طبخة طبق اطباق اكل
اكلة اكلات غدا غداء عشا عشاء وجبة وجبات عزيمة وليمة شعبي شعبية تراثي منزلي بيتي meal meals dish
dishes lunch dinner food cooked homemade iftar emirati traditional local cuisine; لقيمات هريس
عرسيه بلاليط ثريد تمر دبس سمبوسه | رمضان رمضانية رمضانيات فطور افطار سحور تراويح ramadan iftar
suhoor; بهارات بزار مخلل دبس سمن عسل تمر بثيث atayeb:معمول قهوه | مونة مونه مؤونة بقالة مقاضي
ماجلة مطبخ pantry grocery groceries kitchen; بزار مخلل بهارات دبس | اكل طبخ حار سبايسي صوص صلصة
food cooking spicy sauce sides condiments; عود بخور دخون عطر مخمريه دهن مسك عنبر معطر oud perfume
bakhoor | طيب ريحة ريح رائحة روائح فواح عطر عطور عطورات معطر scent smell fragrance fragrant aroma
perfume; بخور دخون معطر مدخن شمعه | معطر منزل منزلي بيت مجلس صالة home house majlis living room;
كريم مخمريه حناء صابون شامبو كحل teeb:cream | عناية تجميل جمال ميكب مكياج كوزمتك beauty care
cosmetics selfcare spa; جلابيه مخور شيله عبايه كندوره بشت | لبس ملابس هدوم ثياب ازياء ازيا موضة
تفصيل كشخة clothes clothing wear outfit outfits fashion garment apparel; مخور شيله برقع تلي كندوره
جلابيه سدو | تراث تراثي تراثية تراثيات تقليدي تقليدية شعبي قديم زمان اليوم الوطني يوم وطني عيد
الاتحاد heritage traditional culture cultural national day folk emirati old; مخور جلابيه كندوره
شيله بخور لقيمات عرسيه | عيد العيد عيدية الاعياد eid; مخور مخمريه دخون دهن بخور شيله عود | عرس
اعراس عروس زهبة زهاب دزة ملكة خطوبة زواج جهاز wedding bride bridal; سرير مفرش وساده مخده سجاد |
بيت منزل غرفة نوم صالة مجلس home house bedroom furnishing textiles household; لوحه شمعه وساده مدخن
سله فخار خوص مفرش | ديكور ديكورات زينة بيت منزل صالة مجلس تحف تحفة انتيك decor decoration
decorations ornament interior home souvenir; سوار شيله خاتم عقد حلق شنطه مفاتيح bracelet | اكسسوار
اكسسوارات اكسسوريز زينة كشخة بنات accessory accessories; هدايا | هدية مناسبة مناسبات حفلة نجاح
تخرج مولود ولادة عيد ميلاد حج ضيوف gift occasion occasions party graduation newborn birthday
anniversary; مفاتيح شمعه دفتر سوار عطر لوحه شاره دميه مخمريه كريم بخور | هدية هدايا تذكار تذكارات
سوفنير توزيعات هديه ذكرى مناسبة نجاح تخرج gift gifts present presents souvenir souvenirs memento
giveaway keepsake graduation; هدايا مفاتيح عطر سوار بخور شمعه كريم مخمريه وساده جلابيه | ام امي
الام والدة والدتي ماما يدة يدتي جدة جدتي mom mum mother mothers mama grandma grandmother wife;
هدايا سوار دميه عطر كريم شمعه دفتر | خطيبة زوجة زوجتي حرمتي اختي بنتي صديقة صديقتي خويتي ربيعتي
عروس بنت بنات حب wife girlfriend sister daughter friend bride girl her valentine love; هدايا
مفاتيح دهن عود دفتر قهوه | ابو ابوي ابي والد والدي بابا زوجي ريلي اخوي ربيعي صديق صديقي خوي مدير
موظف dad father husband brother friend him boss colleague; هدايا دفتر مفاتيح شمعه | معلم معلمة
مدرسة مدرس ابلة ابله استاذ استاذة دكتورة teacher teachers school office; دميه شاره كندوره | طفل
اطفال ياهل يهال جهال عيال صغار بيبي مولود ولد بنت روضة حضانة kid kids child children baby toddler
babies nursery; دفتر شاره | مدرسة مدارس مدرسي جامعة طالب طلاب طالبات مكتب school university
student students office back; شاره مفاتيح علم | علم الامارات وطني الاتحاد flag uae emirates
national; لوحه سدو تلي سله خوص كروشيه دميه فخار شمعه دفتر سوار برقع | يدوي يدوية حرف حرفة حرفي
حرفية صناعة شغل يد اعمال اشغال handmade handcrafted craft crafts artisan hand made
"""

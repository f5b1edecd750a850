"""What goods are called in either language, and the drawing of each.

Words are parted by spaces; `a+b` is a name that holds both, in any order. Spelling, the article
and regular plurals do not matter; broken plurals are written out.
"""

from bot.images import emblems
from bot.images.emblems import Emblem
from bot.images.goods import (
    clothes,
    crafts,
    dishes,
    home,
    jewellery,
    pantry,
    scent,
    sweets,
)

THINGS: tuple[tuple[Emblem, str], ...] = (
    # dishes, bread and drinks
    (dishes.harees, "هريس هريسة جريش عصيدة harees harissa jareesh"),
    (dishes.balaleet, "بلاليط شعيرية معكرونة مكرونة balaleet vermicelli noodles pasta macaroni"),
    (dishes.arseeya, "عرسية arseeya arsiya"),
    (
        dishes.rice_platter,
        "مجبوس مكبوس كبسة برياني مندي بخاري دجاج لحم عيش machboos majboos kabsa biryani mandi"
        " chicken meat",
    ),
    (
        dishes.samosa,
        "سمبوسة سمبوسك فطائر فطيرة معجنات رولات سبرنغ بف samosa sambousek pie pies pastry pastries"
        " rolls",
    ),
    (
        dishes.flat_bread,
        "خبز رقاق خمير جباب محلى محلا فطاير شباب خبيصة bread raqaq regag khameer chebab chabab"
        " pancake pancakes",
    ),
    (dishes.pot, "ثريد صالونة مرق شوربة طبخ طبخة ورق+عنب محاشي محشي thareed saloona stew soup"),
    (dishes.fish, "سمك أسماك مالح عوال روبيان قاشع fish shrimp shrimps maleh tuna"),
    (dishes.tea, "شاي كرك زنجبيل+شراب tea karak chai"),
    (
        dishes.cold_drink,
        "عصير عصائر شراب شربت ليموناضة موهيتو فيمتو juice juices drink sherbet lemonade mojito",
    ),
    (
        dishes.milk,
        "لبن حليب روب زبادي جبن أجبان جبنة لبنة چامي جامي milk laban yoghurt yogurt cheese labneh"
        " chami",
    ),
    (emblems.dallah, "قهوة دلة دلال بن coffee dallah"),
    # sweets and what is baked
    (sweets.luqaimat, "لقيمات لقيمة عوامة luqaimat luqaimaat lugaimat dumplings"),
    (sweets.khanfaroush, "خنفروش قرص عقيلي كيك+هيل khanfaroush khanfroosh aqili"),
    (sweets.maamoul, "معمول كليجة كليچة maamoul mamoul klaicha"),
    (sweets.batheeth, "بثيث خبيص رنقينة رنجينة batheeth khabees ranginah truffle truffles"),
    (
        sweets.layer_cake,
        "كيك كيكة كعكة تورتة جاتوه تشيز+كيك بسبوسة cake cakes gateau cheesecake basbousa brownie"
        " brownies",
    ),
    (
        sweets.biscuits,
        "بسكويت كوكيز غريبة كعك بيتفور پيتي+فور قراقيش biscuit biscuits cookie cookies ghuraiba"
        " kaak",
    ),
    (
        sweets.candy,
        "حلاوة حلوى حلويات شوكولاتة شوكولاته شوكولا كاكاو ملبس راحة candy candies sweets chocolate"
        " chocolates halwa",
    ),
    (
        sweets.pudding,
        "مهلبية محلبية كاسترد كراميل ساقو ترايفل حلى رز+بحليب pudding custard muhallabia sago"
        " trifle dessert caramel",
    ),
    (sweets.date_bowl, "تمر تمور رطب خلاص مجدول date dates khalas rutab"),
    # what is kept
    (
        pantry.spices,
        "بزار بهارات بهار توابل كركم فلفل هيل زعفران قرفة كمون bzar bezar spice spices masala"
        " turmeric saffron cardamom cinnamon cumin chilli pepper",
    ),
    (pantry.lemon_pickle, "مخلل+ليمون أچار+ليمون اجار+ليمون lemon+pickle lime+pickle"),
    (pantry.pickle, "مخلل مخللات طرشي أچار اجار آجار زيتون مكدوس pickle pickles achar olives"),
    (
        pantry.preserve,
        "مربى سمن دقوس صلصة معجون مهياوة طحينة زبدة jam ghee sauce daqoos mahyawa tahini butter"
        " paste",
    ),
    (pantry.honey, "عسل honey"),
    (pantry.date_syrup, "دبس شيرة syrup molasses"),
    (pantry.nuts, "مكسرات لوز فستق كاجو جوز nuts almonds pistachios cashews walnuts seeds"),
    (
        pantry.sprig,
        "زعتر أعشاب نعناع ميرمية سدر مورينجا بابونج herb herbs thyme zaatar mint sage sidr moringa",
    ),
    (pantry.sack, "طحين دقيق أرز رز عدس حبوب قمح برغل flour rice lentils grain wheat bulgur"),
    # scents, and for the skin
    (
        scent.bakhoor,
        "بخور معمول+بخور bakhoor bakhour bukhoor bakhoor+maamoul",
    ),
    (scent.dukhoon, "دخون عود كسر عودة dukhoon dokhoon oud oudh agarwood incense"),
    (emblems.mabkhara, "مدخن مبخرة مباخر مداخن burner censer mabkhara"),
    (home.clay_burner, "مدخن+فخار مدخن+فخاري مبخرة+فخار مبخرة+فخارية clay+burner pottery+burner"),
    (
        scent.oud_oil,
        "دهن دهن+عود تولة مسك عنبر زيت+عطري oud+oil oudh+oil attar tola musk amber",
    ),
    (emblems.bottle, "عطر عطور مخلط كولونيا perfume perfumes fragrance cologne"),
    (
        scent.linen_mist,
        "معطر معطرات مرش رذاذ بخاخ سبراي فواحة mist spray freshener diffuser",
    ),
    (scent.makhmariya, "مخمرية مخمريات makhmariya makhmaria mukhammaria"),
    (scent.cream, "كريم كريمات لوشن مرطب مرهم زبدة+شيا مقشر cream creams lotion balm scrub"),
    (scent.soap, "صابون صابونة صوابين شامبو soap soaps shampoo"),
    (scent.candle, "شمعة شمع شموع candle candles"),
    (scent.henna, "حناء حنا henna"),
    (pantry.oil, "زيت زيوت oil oils vinegar خل"),
    # clothes
    (
        clothes.jalabiya,
        "جلابية جلابيات جلابيب ثوب أثواب قفطان jalabiya thobe kaftan gown",
    ),
    (clothes.mukhawwar, "مخور مخورة مخاوير mukhawwar mukhawar mkhawar"),
    (
        clothes.shaila,
        "شيلة شيل شال وشاح حجاب طرحة وقاية إيشارب shaila shayla shawl scarf scarves hijab",
    ),
    (clothes.kandura, "كندورة كنادير دشداشة kandura kandora dishdasha"),
    (clothes.abaya, "عباية عباءة عبايات عبي بشت abaya abayas cloak bisht"),
    (clothes.burqa, "برقع براقع نقاب burqa burqas niqab"),
    (
        clothes.dress,
        "فستان فساتين تنورة بدلة ملابس مريول dress dresses skirt frock apron clothes",
    ),
    (clothes.cap, "غترة غتر شماغ عقال قحفية طاقية قبعة ghutra agal cap hat turban"),
    (
        clothes.bag,
        "حقيبة حقائب شنطة شنط محفظة جنطة مخباة bag bags handbag purse pouch wallet tote",
    ),
    (clothes.sandals, "نعال نعل حذاء أحذية صندل خف sandal sandals shoes slippers"),
    (clothes.bow, "ربطة توكة فيونكة شريط+شعر طوق bow hairband headband ribbon scrunchie"),
    # jewellery, beads and small things
    (jewellery.bracelet, "سوار أساور أسورة خرز إسوارة معضد bracelet bracelets bangle beads"),
    (
        emblems.necklace,
        "عقد عقود قلادة قلائد سلسلة مرتعشة necklace necklaces pendant chain",
    ),
    (jewellery.ring, "خاتم خواتم دبلة ring rings"),
    (jewellery.earrings, "حلق أقراط قرط تراجي كواشي earring earrings"),
    (jewellery.prayer_beads, "مسبحة مسباح سبحة مسابيح misbah misbaha tasbih prayer+beads"),
    (jewellery.key_ring, "ميدالية ميداليات مفاتيح مفتاح key+ring keyring keychain key+chain"),
    (jewellery.badge, "شارة شارات رقعة بادج دبوس باج badge badges patch brooch pin"),
    # needle, wool, paper and paint
    (crafts.talli, "تلي talli"),
    (emblems.spool, "خيوط خيط خياطة thread threads sewing"),
    (crafts.doll, "دمية دمى عروسة عرايس doll dolls amigurumi"),
    (crafts.toy, "لعبة ألعاب حصان toy toys puzzle"),
    (crafts.yarn, "كروشيه صوف تريكو حياكة crochet wool knitting knitted yarn"),
    (crafts.embroidery, "تطريز مطرزة embroidery cross+stitch"),
    (
        crafts.notebook,
        "دفتر دفاتر مفكرة كراسة كتاب كتب ألبوم notebook notebooks journal book books diary album",
    ),
    (
        crafts.painting,
        "لوحة لوحات رسم رسمة بورتريه إطار برواز painting paintings drawing portrait frame canvas",
    ),
    (crafts.calligraphy, "خط خطاط لوحة+خط مخطوطة calligraphy"),
    (crafts.flowers, "ورد ورود وردة باقة زهور زهرة rose roses flower flowers bouquet"),
    (emblems.sadu, "سدو sadu"),
    (emblems.jar, "فخار فخاري جرة خزف سيراميك مزهرية clay pottery ceramic ceramics vase"),
    (emblems.basket, "سلة سلال خوص سعف قفة مشب جفير basket baskets palm+leaf"),
    # the house
    (home.sadu_cushion, "وسادة+سدو مخدة+سدو تكية+سدو sadu+cushion sadu+pillow"),
    (home.cushion, "وسادة وسائد وسايد مخدة مخاد تكية مسند cushion cushions pillow pillows"),
    (
        home.bed_linen,
        "سرير مفارش لحاف بطانية شرشف شراشف مفرش+سرير bed linen bedding quilt duvet blanket sheet"
        " sheets bedspread",
    ),
    (
        home.tablecloth,
        "مفرش سفرة طاولة مفرش+طاولة مفارش+طاولة tablecloth tablecloths table+runner placemat"
        " placemats",
    ),
    (home.towel, "منشفة مناشف فوطة فوط مناديل منديل towel towels napkin napkins"),
    (home.mug, "كوب أكواب مج فنجان فناجين mug mugs cup cups finjan"),
    (home.tray, "صينية صواني صحن tray trays"),
    (home.rug, "سجادة سجاد سجاجيد بساط حصير rug rugs carpet mat prayer+mat"),
    (home.lantern, "فانوس فوانيس مصباح إضاءة lantern lanterns lamp"),
    (home.plant, "نبتة نباتات شتلة زرع plant plants cactus"),
    (emblems.palm, "نخلة نخيل palm"),
)

VESSELS: tuple[tuple[Emblem, str], ...] = (
    (emblems.gift, "هدية هدايا هدايه توزيعات علبة بوكس صندوق gift gifts box hamper giveaways"),
    (home.tray, "طقم+ضيافة ضيافة hospitality"),
    (emblems.bowl, "طبق أطباق وجبة فوالة أكلة dish meal snack"),
)
"""What something else may be in, or be part of: it is drawn where nothing else is named."""

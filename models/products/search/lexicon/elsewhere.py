"""Everyday things that people name right, so that nothing of another name was meant by them.

They count where no product is called so: a bicycle is no slip of a dress. What people ask for and
nobody sells is then told and counted as it was asked for, not answered by the nearest word.
"""

from models.kernel.folding import words_of

THINGS = """
دراجة دراجات سيكل سياكل سيارة سيارات باص موتر مواتر تاير بطارية كرسي كراسي طاولات مكتب دولاب كبت
خزانة رف رفوف باب ابواب شباك ستارة ستاير مراية مرآة مروحة مكيف مكيفات ثلاجة غسالة فرن مايكرويف
خلاط غلاية قلاية مكنسة مكواة تلفزيون تلفون تليفون جوال موبايل ايفون سامسونج شاحن سماعة سماعات
كيبورد ماوس طابعة لابتوب كمبيوتر حاسوب ايباد تابلت كاميرا ساعات نظارة نظارات عدسات حذاء احذية جوتي
جواتي جوارب شراب بنطلون بناطيل جينز تيشيرت تيشيرتات قميص قمصان جاكيت بلوزة تنورة بدلة كنزة بيجامة
قبعة حزام محفظة بوك كرة كورة بلايستيشن سكوتر حليب خبز رز دجاج لحم سمك بيض بيضة جبن جبنة زبدة لبن
روب ماء ماي بيبسي كولا بطاطس طماطم بصل خيار موز تفاح برتقال مانجو بطيخ عنب فراولة بيتزا برجر برغر
شاورما همبرجر اندومي ايسكريم بوظة معكرونة سلطة شوربة تونة شيبس زيت سكر ملح طحين دواء ادوية بنادول
حفاض حفاضات كمامة صيدلية قلم اقلام كتاب كتب جريدة مجلة خيمة سرير اسرة مرتبة شجرة نبات نباتات ورد
بذور قطة قطط كلب كلاب طير طيور حمام ذهب الماس ذهبية فضة سجائر سيجارة شيشة معسل فيب تذكرة تذاكر
ايجار شقة فندق وظيفة وظائف bike bikes bicycle cycle scooter car cars tyre tire tyres battery bus
chair chairs desk wardrobe cupboard shelf shelves door window curtain mirror fan fridge
refrigerator washer oven microwave blender kettle fryer vacuum iron television tv phone phones
mobile iphone samsung charger earphone earphones airpods headphone headphones keyboard mouse
printer laptop laptops computer ipad tablet camera watch watches glasses sunglasses lens shoe
shoes sneakers boots socks trousers pants jeans tshirt shirt shirts jacket blouse skirt suit
sweater pajamas hat cap belt wallet ball football playstation milk bread rice chicken fish egg
cheese butter yogurt water pepsi cola juice potato potatoes tomato tomatoes onion banana apple
apples orange mango grapes pizza burger shawarma noodles pasta salad soup tuna chips oil salt
flour medicine panadol diaper diapers pampers mask pen pens pencil pencils newspaper magazine tent
mattress plant plants seeds cat cats dog dogs bird birds gold diamond silver cigarette cigarettes
vape shisha hookah ticket tickets rent hotel job jobs visa sofa bed lamp toaster makeup lipstick
mascara
"""
ELSEWHERE = frozenset(word for word, _ in words_of(THINGS))

# ما تقوله القناة نفسها
channel-more = تتمة الخيارات:
channel-share-phone = مشاركة رقم هاتفي
channel-share-place = إرسال موقعي الحالي
channel-slow-down = الرسائل متتابعة بسرعة كبيرة، لذا ستصل الإجابات ببطء لبعض الوقت.
channel-in-group = الطلب والتسوّق في المحادثة الخاصة مع البوت.
channel-open-private = فتح المحادثة الخاصة

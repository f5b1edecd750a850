# ما تقوله القناة نفسها
channel-more = تتمة الخيارات:
channel-share-phone = مشاركة رقم هاتفي
channel-share-place = إرسال موقعي الحالي
channel-slow-down = الرسائل متتابعة بسرعة كبيرة، لذا ستتأخر الردود قليلاً.
channel-a-moment = لحظة من فضلكم، يستغرق الأمر وقتاً أطول من المعتاد.
channel-in-group = التسوق والطلب في محادثة خاصة مع بازار إنتاج.
channel-open-private = فتح المحادثة الخاصة

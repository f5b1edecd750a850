# ما يظهر في كل مكان: الأزرار العامة والأسئلة
button-home = القائمة الرئيسية
button-cart = السلة
button-orders = طلباتي
button-help = مساعدة
button-back = رجوع
button-cancel = إلغاء
two-paragraphs =
    { $first }

    { $second }
form-left = تم الإلغاء، ولم يُحفظ شيء.
form-noted = تم.
nothing-to-cancel = لا شيء قيد الإدخال لإلغائه.
button-is-old = هذا الزر قديم، وهذه هي الشاشة الحالية.
unknown-command = هذا الأمر غير معروف. هذه هي القائمة:

# ما يظهر في كل مكان: الأزرار العامة والأسئلة والأسماء المشتركة
shop-name = بازار إنتاج
shop-about = منتجات الأسر المنتجة في الشارقة

button-home = 🏠 القائمة الرئيسية
button-search = 🔎 بحث
button-cart = 🛒 السلة
button-cart-count = 🛒 السلة ({ $count })
button-orders = 📦 طلباتي
button-bazaar = 🎪 البازار
button-settings = ⚙️ الإعدادات
button-language = 🌐 اللغة · Language
button-other-language = 🌐 English
button-speak-ar = 🌐 العربية
button-speak-en = 🌐 English
button-privacy = 🔒 الخصوصية
button-help = ❓ مساعدة
button-instagram = حسابنا في إنستغرام
button-family = 🧺 مبيعات أسرتي
button-back = رجوع
button-cancel = إلغاء
button-previous = ‹ السابق
button-next = التالي ›

choice-chosen = ✓ { $label }
amount = { $amount }
paragraph = { $text }
two-paragraphs =
    { $first }

    { $second }

form-left = تم الإلغاء، ولم يُحفظ شيء.
form-leave-ask =
    <b>هل تُلغى كل الإجابات؟</b>

    لن يُحفظ ما كُتب منذ آخر حفظ. ويمكن حفظه مسودةً لإكماله لاحقاً.
button-form-quit = نعم، إلغاء كل الإجابات
button-form-stay = متابعة التعبئة
form-noted = تم.
form-keyboard-away = عادت لوحة المفاتيح المعتادة.
nothing-to-cancel = لا يوجد ما يُلغى الآن.
button-is-old = هذا الزر من رسالة قديمة، وهذه هي الشاشة الحالية.
button-was-replaced = تغيّرت هذه الرسالة قبل وصول الضغطة، وفيها ما صار إليه الأمر.
unknown-command = هذا الأمر غير معروف، وهذه هي القائمة:

package-atayeb = أطايب
package-atayeb-about = مأكولات وحلويات
package-teeb = طِيب
package-teeb-about = عطور وبخور
package-anaqa = أناقة
package-anaqa-about = أزياء ومستلزمات البيت
package-mahra = مهرة
package-mahra-about = تراث وأكلات شعبية
package-ebdaa = إبداع
package-ebdaa-about = أعمال يدوية

audience-family = للعائلة
audience-woman = للمرأة
audience-man = للرجل
audience-child = للطفل
audience-everyone = للجميع

emirate-sharjah = الشارقة
emirate-dubai = دبي
emirate-ajman = عجمان
emirate-abu-dhabi = أبوظبي
emirate-umm-al-quwain = أم القيوين
emirate-ras-al-khaimah = رأس الخيمة
emirate-fujairah = الفجيرة

language-ar = العربية
language-en = English
question-forgotten = حُدّث المتجر أثناء تعبئة البيانات، فلم تبقَ الإجابات السابقة. يُرجى البدء من جديد، ونعتذر عن ذلك.

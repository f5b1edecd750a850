# What shows everywhere: common buttons, questions and shared names
shop-name = Entaj Bazaar
shop-about = Made by the productive families of Sharjah

button-home = 🏠 Main menu
button-search = 🔎 Search
button-cart = 🛒 Cart
button-cart-count = 🛒 Cart ({ $count })
button-orders = 📦 My orders
button-bazaar = 🎪 Bazaar
button-settings = ⚙️ Settings
button-language = 🌐 Language · اللغة
button-other-language = 🌐 العربية
button-speak-ar = 🌐 العربية
button-speak-en = 🌐 English
button-privacy = 🔒 Privacy
button-help = ❓ Help
button-instagram = Our Instagram account
button-family = 🧺 My family's sales
button-back = Back
button-cancel = Cancel
button-previous = ‹ Previous
button-next = Next ›

choice-chosen = ✓ { $label }
amount = { $amount }
paragraph = { $text }
two-paragraphs =
    { $first }

    { $second }

form-left = Cancelled. Nothing was saved.
form-leave-ask =
    <b>Throw all the answers away?</b>

    What was filled in since it was last saved would be lost. It can be kept as a draft and finished later.
button-form-quit = Yes, throw them away
button-form-stay = Go on filling in
form-noted = Noted.
form-keyboard-away = The usual keyboard is back.
nothing-to-cancel = There is nothing to cancel.
button-is-old = That button is from an earlier message. Here is the screen as it is now.
button-was-replaced = This message changed before your press arrived; it shows how things are now.
unknown-command = We don't know that command. Here is the menu:

package-atayeb = Atayeb
package-atayeb-about = food and sweets
package-teeb = Teeb
package-teeb-about = perfume and incense
package-anaqa = Anaqa
package-anaqa-about = clothes and home
package-mahra = Mahra
package-mahra-about = heritage and folk dishes
package-ebdaa = Ebdaa
package-ebdaa-about = handmade crafts

audience-family = For the family
audience-woman = For women
audience-man = For men
audience-child = For children
audience-everyone = For everyone

emirate-sharjah = Sharjah
emirate-dubai = Dubai
emirate-ajman = Ajman
emirate-abu-dhabi = Abu Dhabi
emirate-umm-al-quwain = Umm Al Quwain
emirate-ras-al-khaimah = Ras Al Khaimah
emirate-fujairah = Fujairah

language-ar = العربية
language-en = English
question-forgotten = The shop was updated while you were filling this in, so the earlier answers are gone. Please start again; we are sorry.

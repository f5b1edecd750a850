# Settings, help and privacy
settings-title = Settings
settings-text =
    <b>Settings</b>

    Language: { $language }
    { $reminders }
settings-reminders-on = Bazaar reminders: on
settings-reminders-off = Bazaar reminders: off
settings-start-reminders = 🔔 Turn bazaar reminders on
settings-stop-reminders = 🔕 Turn bazaar reminders off

languages-title = Language
languages-text = Which language shall we speak?
language-set = From now on we write to you in English.

help-title = Help
help-subtitle = How to order
help-staff = For the team: everything that waits is on the /desk; the other commands are in the chat's menu.
help-family = For the family: /family shows today's sales and what is due, /sales the latest sales, /products what is left. A notice about each sale comes here.
help-text =
    <b>How to order</b>

    1. Choose a package in the main menu, or write the name of a product at any time to search for it.
    2. Look through the products with “Previous” and “Next”, then press “Add to cart”.
    3. Open the cart, press “Checkout”, and choose a delivery time.

    The delivery fee depends on the emirate, and is shown before you place the order. You pay in cash on delivery.

    “My orders” shows where each order is. You can cancel it there until it is packed.
contact-phone = The centre's phone: { $phone }
contact-email = E-mail: { $email }

privacy-title = Privacy
privacy-subtitle = What we keep, and why
privacy-text =
    <b>What we keep, and why</b>

    • Your account's id in the chat app, and your language: to answer you.
    • Your name, phone number and address, as you give them with an order: to deliver it and to reach you about it.
    • Your cart and your orders: to fulfil them and to settle with the families.
    • Your wish to be reminded of the bazaar, if you asked for it.

    The productive families do not see who buys from them.

    By law (Federal Decree-Law No. 45 of 2021 on the protection of personal data) you may see, correct and erase your data: please ask the Entaj centre.

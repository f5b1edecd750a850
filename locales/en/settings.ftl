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

    For any question or remark: “Send to the team”. The answer comes here.
contact-phone = The centre's phone: { $phone }
contact-email = E-mail: { $email }

privacy-title = Privacy
privacy-subtitle = What we keep, and why
privacy-text =
    <b>What we keep, and why</b>

    • Your account's id in the chat app, and your language: to answer you.
    • Your orders: their limits, recipients' names, phones, addresses, pins, notes, any delivery photo: to deliver, and to pay the families.
    • The recipient and address of your last order: to offer them again.
    • Your cart, and answers given before an order was placed: until then, or until other questions begin.
    • Your bazaar reminders, until you stop them; for staff and families: how notices come.
    • Your messages: until they are answered; ours: until they reach you, and { $days ->
        [one] { $days } day
       *[other] { $days } days
    } more. The web page keeps the conversation.
    • Messages to the team, and its answers: until erased here; photos and recordings: 30 days after it is closed.
    • For staff and families: the name in the invitation, the role, and what was done.

    Families do not see who buys. What has no time named stays until you ask for its erasure.

    By law (Federal Decree-Law 45 of 2021) you may see, correct and erase your data: please write to the team.

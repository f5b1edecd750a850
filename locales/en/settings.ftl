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
help-staff = For the team: everything that waits is on the /desk; the other commands are in the chat's menu. What is half filled is kept by “Save and leave”, and stays in ⁦/desk⁩ among the drafts. The options of a product can be written in one message, a line each.
help-family = For the family: /family shows today's sales and what is due, /sales the latest sales, /products what is left. A notice about each sale comes here.
help-text =
    <b>How to order</b>

    1. Choose a package in the main menu, or write the name of a product at any time to search for it.
    2. Choose a product by its button or its number, then one of its options if it has several, and press “Add to cart”. For more than one, write how many.
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

    • Your chat account's id, language: to answer you.
    • Orders, their limits and what came back; hall receipts; recipients' names, phones, addresses, pins, notes, delivery photos; callers' names and numbers: to deliver, pay families.
    • Recipient, address of your last order: to offer again.
    • Your cart, favourites; answers given before an order was placed: until then or new ones.
    • Your bazaar reminders, alerts: until stopped.
    • Your messages: until they are answered; ours: until they reach you, and { $days ->
        [one] { $days } day
       *[other] { $days } days
    } more. The web page keeps them.
    • Messages to the team, its answers: until erased; photos, recordings: 30 days after closing.
    • After erasing: a number without a name.
    • Staff and families: the name in the invitation, the role, how notices come, runs, cash handed over, what was done.

    Families never see who buys. The rest stays until erased.

    Decree-Law 45 of 2021: see, correct, erase it here or by us.

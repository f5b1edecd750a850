# What is written outside a question: greetings and thanks, and what people ask before and after ordering
talk-salam = Wa alaikum assalam, and welcome.
talk-morning = Good morning to you too.
talk-evening = Good evening to you too.
talk-festive = And to you too, many happy returns.
talk-hello = Hello, and welcome.
talk-thanks = You are most welcome.
talk-goodbye = Goodbye, and see you again soon.
talk-nothing-asked = No question is waiting for an answer now. Here is the menu:
edit-too-late = The edit came too late: the earlier answer stays as it was. To change it, press “Back”.
edit-over = The edit came too late, and nothing was changed. Orders can be changed in “My orders”.
talk-search-instead = 🔎 Search for “{ $words }”
talk-cancel-order = To cancel an order: “Cancel the order” on its card, until it is packed.
talk-change-order = To change an order: “Change the order” on its card, until it is packed.
talk-problem =
    We are sorry about that.

    The button below sends your message to the team as you wrote it; the answer comes here. You can send a photo too.

button-about-delivery = 🚚 Delivery: fees and times
button-about-paying = 💵 Paying
button-about-goods = 🧺 About the goods
about-title-delivery = Delivery
about-title-paying = Paying
about-title-goods = About the goods
about-place = { $place }
about-town = { $town } ({ $emirate })
about-delivery = <b>Delivery fees</b>
about-fee = • { $place }: { $fee }
about-delivery-there = Yes, we deliver to { $where }; the fee is { $fee }.
about-delivery-first = The earliest time to { $where } now: { $window }.
about-delivery-lead = What is made to order takes more days, as its card says. At checkout you see the earliest time and can choose another.
about-delivery-free = Delivery is free for every order of { $above } or more.
about-delivery-pick-up = You can also fetch your order without a fee from { $place }.
about-paying =
    <b>Paying</b>

    You pay in cash when your order arrives, and nothing before.

    The whole amount, with the delivery fee, is shown before you place the order.
about-goods =
    <b>About the goods</b>

    Everything here is made by the productive families of Sharjah. Each product’s card has its description and its maker’s brand; what is made to order is made after you order it.

    For ingredients, halal, allergies or shelf life: “Send to the team”; the answer comes here.
talk-sorry = No harm done.
talk-praise =
    We are so glad to hear that.

    The button below sends your words to the team.
talk-receipt = The receipt and the delivery code are kept here with each order: “Receipt” on its card.
talk-minimum = There is no minimum order: one piece is enough.
talk-pick-up = Yes, you can fetch your order without a fee from { $place }: choose that at checkout.
talk-pick-up-none = Orders cannot be fetched from the centre at present; they are delivered.
talk-enquiry =
    The team knows the answer to that.

    The button below sends them your message as you wrote it; the answer comes here.
talk-unclear =
    We did not quite understand that.

    The button below sends your message to the team as you wrote it; the answer comes here.

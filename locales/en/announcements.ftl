# Notices: what reaches customers, families and staff
customer-delivered =
    🌷 Your order <b>{ $number }</b> was delivered, and { $taken } was paid.

    Thank you: each order is income for a productive family.
customer-cancelled = ❌ We are sorry: your order <b>{ $number }</b> was cancelled, and there is nothing to pay.{ $why }
customer-struck =
    We are sorry: this was removed from your order <b>{ $number }</b>: { $thing }.{ $why }

    💵 To pay on delivery now: { $total }
customer-struck-thing = { $thing } × { $count }
customer-why = {" "}Reason: { $reason }
customer-no-reason = {""}

staff-open-order = Open the order
staff-order-placed =
    🔔 <b>New order { $number }</b>

    🕓 { $window }
    📍 { $place }

    { $lines }

    Total: <b>{ $total }</b>
staff-order-cancelled =
    ❌ The customer cancelled order <b>{ $number }</b>; what came from the stock is back in it.

    🕓 It was due: { $window }
staff-order-called-back =
    ❌ Order <b>{ $number }</b> was cancelled after it went out: it is not to be delivered.

    Whoever has it, please bring it back to the centre.
staff-order-packed =
    📦 <b>Order { $number } is packed and ready to go</b>

    🕓 { $window }
    📍 { $place }
    💵 To collect: { $total }
staff-order-not-delivered =
    ↩️ Order <b>{ $number }</b> could not be delivered and is back with the packed ones. Reason: { $reason }

    🕓 The new time: { $window }

income-see-sales = 🧺 My family's sales
income-sold =
    🎉 <b>{ $brand } has a sale</b>

    { $lines }

    Total: <b>{ $amount }</b>
    Order number: { $number }

    The amount is added to what is due to you once the order is delivered.
income-new-day =
    🗓 <b>Order { $number } has a new day: { $day }</b>

    It could not be delivered this time. It includes these things that { $brand } makes to order:
    { $lines }
income-delivered =
    💰 <b>{ $amount } is now due to { $brand }</b>

    Order { $number } was delivered. It included these products of yours:
    { $lines }

    Due to you now: <b>{ $due }</b>
income-cancelled =
    Order <b>{ $number }</b> was cancelled. It included these products by { $brand }:

    { $lines }

    { $sum }
income-struck =
    This product by { $brand } was removed from order <b>{ $number }</b>:

    { $lines }

    Its { $amount } will not be added to what is due.

manager-open-family = Open the family
manager-open-team = Open the team
manager-open-brand = Open the page of { $brand }
manager-brand = <b>{ $brand }</b>
manager-not-joined =
    🧺 <b>Order { $number }: a sale that { $families ->
        [one] the family has
       *[other] the families have
    } not heard of</b>

    { $sales }

    { $invite }
manager-not-joined-hall =
    🧺 <b>In the hall, receipt { $number }: a sale that { $families ->
        [one] the family has
       *[other] the families have
    } not heard of</b>

    { $sales }

    { $invite }

    { $families ->
        [one] No further notice of what this family sells in the hall comes today.
       *[other] No further notice of what these families sell in the hall comes today.
    }
manager-invite-families =
    { $families ->
        [one] Nobody of this family has joined here yet, so no notice of its sales reaches it. Please telephone the family, and invite it from its page
       *[other] Nobody of these families has joined here yet, so no notice of their sales reaches them. Please telephone them, and invite each family from its page
    } with “Invitation link”.
manager-family-joined = 👋 <b>{ $brand }</b> accepted the invitation; the family now follows its sales here.
manager-staff-joined = 👋 Someone has joined the team as <b>{ $role }</b>.
manager-order-cancelled = ❌ Order <b>{ $number }</b> ({ $total }) was cancelled by { $who }.
manager-staff-left = 👋 The role <b>{ $role }</b> was taken away from { $name }. By: { $who }.
founding-offered-to-you = 🔑 { $who } would like to hand over to you as the founder of the shop.
founding-changed = 🔑 { $name } is now the founder of the shop, in place of { $who }.
manager-wrong-codes =
    ⚠️ A wrong delivery code was given { $tries ->
        [one] once
       *[other] { $tries } times
    } for order <b>{ $number }</b>.

    Only a manager can confirm this delivery now, with a photo and a reason.
manager-wrong-tries =
    ⚠️ { $name }: { $tries ->
        [one] { $tries } wrong code
       *[other] { $tries } wrong codes
    } today on { $orders ->
        [one] { $orders } order
       *[other] { $orders } orders
    }: { $numbers }.
manager-wrong-tries-barred = This account cannot close orders by code until tomorrow. Please contact this person, and close these orders from another account.
manager-untold = ⚠️ One notice could not be made, and the people concerned were not told. Please give technical support its number: { $notice }.
manager-untold-order = ⚠️ A notice about order <b>{ $number }</b> could not be made, and the people concerned were not told. Please call them, and give technical support the notice's number: { $notice }.
last-piece-sold =
    🏷 <b>The last piece was sold: { $thing }</b>

    { $seen }
last-piece-none-left = It is sold out, so customers do not see it until more of it has come in.
last-piece-others-left = The other options of the product are still on sale.
last-piece-see-products = 🧺 The family’s products
income-product-left =
    📝 <b>{ $product } is no longer listed under { $brand }</b>

    We had entered it under your brand by mistake, and we are sorry for that. It is now listed under the family that makes it.
income-product-came =
    📝 <b>{ $product } is now listed under { $brand }</b>

    We had entered it under another brand by mistake, and we are sorry for that.
income-credit-left =
    { $amount } for { $orders ->
        [one] one sale
       *[other] { $orders } sales
    } of it had been credited to you. It is the other family's income, so it has been moved to her.

    Due to you now: <b>{ $due }</b>
income-credit-came =
    💰 { $amount } for { $orders ->
        [one] one sale
       *[other] { $orders } sales
    } of it has been credited to you. It had been counted for another family.

    Due to you now: <b>{ $due }</b>
income-open-left = Orders of it that are not delivered yet ({ $amount }) move as well, so there is nothing more for you to prepare for them.
income-open-came = Orders of it that are not delivered yet ({ $amount }) are now yours. You will find them on your page.
cart-product-deleted = “{ $name }” is no longer in the shop, so it was taken out of your cart. The rest of your cart is as it was.

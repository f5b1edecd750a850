# What comes back of orders: the goods when an order is cancelled, and afterwards
cancelling-ask-goods = How is it with the products now?
cancelling-goods-shelf = There, and on sale again
cancelling-goods-inspect = To be looked at first
cancelling-goods-missing = Not there
cancelling-ask-missing = Order { $number }: which products are not there? What is chosen here is taken off the stock, and the rest comes back.
cancelling-ask-unsellable = Order { $number }: which products are spoiled? What is chosen here is taken off the stock, and the rest comes back.
cancelling-lost-all = All of them
cancelling-line = { $thing }
cancelling-marked = ✅ { $thing }
cancelling-lost-these = Go on with these ({ $count })

goods-shelf = 🧺 Back on the shelf and on sale: { $things }
goods-inspect = 🔎 Not on sale until it is back at the centre and was looked at: { $things }
goods-unsellable = 🗑 Cannot be sold, and is taken off the stock: { $things }
goods-missing = ❔ Not there, and is taken off the stock: { $things }
goods-made = 🍽 Made for this order, and sold to nobody else: { $things }
goods-unmade = 🗓 Was to be made to order, and need not be made: { $things }
goods-all = all that the order holds
goods-borne = 💵 What the centre pays the families for what cannot be sold: { $amount }
goods-and = { $first }, { $second }
goods-thing = { $thing } × { $count }

fate-shelf = ↳ Back on the shelf
fate-inspect = ↳ Comes back to the centre and is looked at before it is on sale; you will hear what came of it
fate-unsellable = ↳ Cannot be sold
fate-missing = ↳ Is not there
fate-made = ↳ Was made for this order, and is sold to nobody else
fate-unmade = ↳ Need not be made, if it was not yet

income-sum-none = Their { $amount } will not be added to what is due.
income-sum-borne =
    The centre bears their price, and { $borne } was added to what is due.

    Due to you now: <b>{ $due }</b>
income-sum-part =
    The centre bears the price of what cannot be sold again, and { $borne } was added to what is due. The rest ({ $rest }) will not be added.

    Due to you now: <b>{ $due }</b>

staff-order-unpack =
    ❌ Order <b>{ $number }</b> was cancelled after it was packed.

    Please take its products out and put them back in their place.

# What is kept of a person: shown, given out, erased
button-kept = 🗂 What is kept of me
button-export-kept = 📁 A copy of my data
button-erase-me = 🗑 Erase all my data
button-erase-yes-1 = Yes, erase everything
button-erase-yes-2 = Yes, erase for good
kept-title = <b>What is kept now</b>
kept-orders = • Orders, with the recipient’s name, phone and address: { $count }
kept-last-address = • The last address, to offer it with the next order: { $count }
kept-telephone-numbers = • Numbers that were ordered by on the telephone: { $count }
kept-cart = • Products in the cart: { $count }
kept-messages = • Messages with the team: { $count }
kept-reminders = • Reminders asked for: { $count }
kept-receipts = • Receipts from the hall: { $count }
kept-tills = • Tills of the hall: { $count }
kept-note-words = • Words about notes on goods: { $count }
kept-supply-offers = • Offers to bring goods to the hall: { $count }
kept-favourites = • Favourites: { $count }
kept-stock-alerts = • Products to be told of when they are there again: { $count }
kept-option-alerts = • Sizes and options to be told of when they are there again: { $count }
kept-chats = • Chats with the shop: { $count }
kept-file = This is a copy of all that is kept. The file is for you alone: better not to pass it on.

erase-ask-1 =
    <b>Erase everything?</b>

    <b>This goes:</b> names, phones, addresses, pins and notes, the messages with the team and their photos, the cart, favourites and reminders, and what we keep of this chat.

    <b>This stays:</b> of each order its number, products, amount and emirate without name or phone, since the accounts of the families and the centre rest on it; a number without a name, so that no backup brings your data back; and a block of the account, where a manager decided one.

    Messages that reached a phone stay in its chat app: we cannot erase them there.
erase-ask-2 =
    <b>One last question: erase everything for good?</b>

    This cannot be undone. Earlier orders are not shown here any more, and nothing of them can be returned by chat.
erased =
    ✅ <b>Everything was erased.</b>

    Thank you for your trust. Unless you write again, this chat is forgotten too within about an hour; whenever you write later, we begin anew.
erase-by-manager =
    The data of those who work in the team or answer for a family are erased by a manager, since the records of work and cash rest on them.

    The way: write to the team with the button below. The role is taken away first, and then the data are erased.
erase-first = <b>Before that, this has to end:</b>
erase-first-orders =
    { $count ->
        [one] • An open order: it is delivered or cancelled first.
       *[other] • { $count } open orders: they are delivered or cancelled first.
    }
erase-first-owed = • Money to be handed back to you: { $amount }. Please write to the team.
erase-first-cash = • Cash of the centre that was not handed over or settled yet.
erase-first-runs = • Delivery runs that are not done.
erase-first-till = • Till { $number } of the hall is not closed: it is counted first, and the centre confirms it.
till-of-number = Till { $number }
refused-still-held = This cannot be erased now: an order is open, money is not settled, a till is not closed, or a role is held. Please open “What is kept of me” under Privacy.

button-erase-other = 🗑 Erase this person’s data
erase-other-title = Erasing data
erase-other-first = This cannot be erased now: the person has an open order, cash that is not settled, a till that is not closed, a run that is not done, or still holds a role or answers for a family. That has to end first.
erase-other-ask-1 =
    Erase all data of this person?

    Names, phones, addresses, notes and messages go. Of orders the numbers, products and amounts stay; of the work, what happened and when, without a name.
erase-other-ask-2 = One last question: erase all these data for good? This cannot be undone.
erased-other = ✅ All data of this person were erased. Within about an hour they are gone from the team’s pages too.
history-person-erased = All that was kept of a person was erased

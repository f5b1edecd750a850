# The desk: what waits for each role
button-desk = Desk
role-manager = Manager
role-catalogue = Catalogue
role-orders = Orders
role-courier = Courier
role-seller = Hall sales
role-finance = Finance
desk-title = Desk
desk =
    <b>Desk</b> – { $roles }

    { $tasks }
desk-and = { $first }, { $second }
desk-nothing-waits = Nothing is waiting right now.
desk-unsent =
    { $count ->
        [one] 1 message could not be sent.
       *[other] { $count } messages could not be sent.
    }
state-with-count = { $state } ({ $count })
button-deliveries = Orders and deliveries
button-catalogue = Catalogue
button-add-product = Add a product
button-families = Productive families
button-bazaars = Bazaars
button-team = Team
button-unsent = Unsent messages
unsent-title = Unsent messages
unsent =
    <b>Unsent messages</b>
    These people can be called instead.

    { $list }
unsent-none = <b>Unsent messages</b>

    Every message reached its reader.
unsent-line = { $name } – { $phone }: { $why } ({ $when })
unsent-nobody = No name
unsent-no-phone = no number
unsent-blocked = they have blocked the chat
unsent-gave-up = sending failed several times
desk-no-photo =
    { $count ->
        [one] 1 product has no photo yet.
       *[other] { $count } products have no photo yet.
    }
desk-no-english =
    { $count ->
        [one] 1 product lacks an English text.
       *[other] { $count } products lack an English text.
    }
# Drafts of what was not finished
desk-drafts =
    { $count ->
        [one] 1 draft waits to be finished.
       *[other] { $count } drafts wait to be finished.
    }
button-drafts = 📝 Drafts
button-save-draft = 📥 Save and leave
drafts-title = Drafts
drafts =
    <b>Drafts</b>
    What was saved before it was finished. Press a name to go on where it was left.
drafts-none =
    <b>Drafts</b>

    There are no drafts now.
draft-row = { $name } · { $when }
draft-drop = 🗑 Delete
draft-drop-sure =
    Delete this draft?
    <b>{ $name }</b>
button-drop-draft = Yes, delete the draft
draft-dropped = The draft was deleted.
draft-kept = 📥 Saved as a draft: <b>{ $name }</b>. It is in ⁦/desk⁩ among the drafts.
draft-gone = ⚠️ This draft was published, changed or deleted from another account meanwhile. Please look through what is here before it is published.
draft-product = A product without a name yet
draft-bazaar = A bazaar without a name yet
draft-unreadable = An old draft that cannot be opened
form-about = <b>{ $name }</b>
form-name = { $name }

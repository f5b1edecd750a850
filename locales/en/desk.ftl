# The desk: what waits for each role
button-desk = Desk
role-manager = Manager
role-catalogue = Catalogue
role-orders = Orders
role-courier = Courier
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

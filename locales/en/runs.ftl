# Runs: what each courier takes along, and spreading the orders over couriers
button-my-run = 🛵 My run
button-runs = 🗺 Runs
button-to-run = 🗺 Put into a run
run-title = My run
run =
    <b>My run</b>
    🕓 { $window }
run-of =
    <b>The run of { $courier }</b>
    🕓 { $window }
run-none =
    <b>My run</b>

    You have no run now. You will get a message when there is a new one.
run-left =
    { $count ->
        [0] All stops are done.
        [one] 1 stop is left.
       *[other] { $count } stops are left.
    }
run-left-ended = { $left } (done: { $ended })
run-cash = 💵 To collect: <b>{ $cash }</b>
run-done =
    ✅ <b>The run is done.</b>
    💵 You carry now: <b>{ $carried }</b>
run-emirate = 📍 <b>{ $emirate }</b>
run-stop = { $at }. { $name }, { $area }: { $goods } – { $total }
run-stop-told = { $at }. 🔔 { $name }, { $area }: { $goods } – { $total }
run-stop-choice = { $at } · { $name }
run-mine = Run: { $window }
runs-mine =
    { $count ->
        [0] You have no run.
        [one] You have one run:
       *[other] You have { $count } runs, the one under way first:
    }
button-my-runs = 🗂 All my runs ({ $count })
run-other = Another run: { $window }
button-take-run =
    🚚 Take the run ({ $count ->
        [one] 1 order
       *[other] { $count } orders
    })
run-taken =
    { $count ->
        [0] No order went out.
        [one] 1 order is out for delivery.
       *[other] { $count } orders are out for delivery.
    }
run-taken-but =
    { $count ->
        [0] No order went out.
        [one] 1 order is out for delivery.
       *[other] { $count } orders are out for delivery.
    } No longer in the run: { $left }
run-taken-before = The run was taken before.

run-stop-heading =
    <b>Stop { $at } of { $count }</b>
    Order { $number } – { $state }
run-stop-cash = 💵 To pay on delivery: <b>{ $total }</b>
run-stop-knows = 🔔 The customer was told that the courier is on the way.
run-stop-no-chat = ☎️ The customer has no chat here and hears nothing of it: please call.
run-stop-gone = This stop is done.
button-coming = 🔔 Courier on the way
button-whatsapp = 💬 WhatsApp
button-stop-next = 📍 Next
button-stop-earlier = ⬆️ Earlier
button-stop-later = ⬇️ Later
run-told = The customer was told: the courier is on the way.
run-told-before = The customer knows already that the courier is on the way.

runs-title = Runs
runs =
    <b>Runs</b>

    { $runs ->
        [0] There are no runs now.
        [one] There is 1 run.
       *[other] There are { $runs } runs.
    }
    { $loose ->
        [0] Every packed order is in a run.
        [one] 1 packed order is in no run.
       *[other] { $loose } packed orders are in no run.
    }
runs-plan = ➕ Plan ({ $count }): { $window }
runs-planned = { $courier } ({ $count }) · { $day } { $starts }
runs-taken = 🚚 { $courier } ({ $count }) · { $day } { $starts }
button-pass-run = 🔁 Pass the run on
runs-pass-to =
    <b>The run of { $courier }</b>
    🕓 { $window }

    Who takes it over?
runs-nobody-else =
    <b>The run of { $courier }</b>
    🕓 { $window }

    Nobody else delivers. A courier can be invited from the team's page.
runs-passed = The run is now with { $courier }.
runs-passed-before = The run was passed on before; it is now with { $courier }.
runs-order =
    <b>Order { $number }</b> – { $state }
    👤 { $name }
    🕓 { $window }

    { $where }
    { $asked }
runs-order-in = The order is in the run of { $courier }.
runs-order-in-none = The order is in no run.
runs-move-to = Which run should it go to?
runs-no-other = There is no other run to move the order to. Runs are made on the page “Runs”.
runs-order-moved-on = An order can change runs while it is packed and at the centre. Once it is out, the whole run is passed on.
runs-out-of = ➖ Take out of the run
runs-moved = The order was moved.
runs-moved-out = The order was taken out of the run.

plan =
    <b>{ $count ->
        [one] 1 order
       *[other] { $count } orders
    }, shared out among the couriers</b>
    🕓 { $window }
plan-courier = 🛵 <b>{ $courier }</b> ({ $count })
plan-emirate = 📍 { $emirate }: { $count }
plan-ask = Make the runs like this? Any order can be moved afterwards.
plan-sure = ✅ Yes, make the runs
plan-made = ✅ The runs are made, and the couriers were told.
plan-made-own = ✅ The run is made: it is in “My run”.
plan-made-none = No run was made.
plan-left = Orders left out, since they changed meanwhile: { $left }
plan-nothing = Everything that is packed for this time is in a run.
plan-nobody = There is no courier yet. A courier can be invited from the team's page.

courier-run-planned =
    🛵 <b>{ $count ->
        [one] 1 order
       *[other] { $count } orders
    } for your run</b>

    🕓 { $window }
courier-run-added =
    ➕ Order <b>{ $number }</b> was added to your run.

    🕓 { $window }
courier-run-without =
    ➖ Order <b>{ $number }</b> is no longer in your run.

    🕓 { $window }
courier-run-yours =
    🔁 <b>This run is yours now</b> ({ $count ->
        [one] 1 stop
       *[other] { $count } stops
    })

    🕓 { $window }
courier-run-passed =
    🔁 Your run was passed on to { $courier }.

    🕓 { $window }
window-passed = as soon as possible
customer-coming =
    🚚 <b>The courier is on the way</b> to you now with your order <b>{ $number }</b>.

    💵 To pay on delivery: { $total } in cash
    Delivery code: <b>{ $code }</b>. Give it to the courier only when you get the order.
order-waits-its-turn = Your order has left with the courier. You will get a message when it is on the way to you.
day-short = { $day }

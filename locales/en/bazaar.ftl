# The bazaar: what, when and where
bazaar-title = Entaj Bazaar
bazaar-name = { $name }
bazaar-address = { $place }
bazaar-headline = <b>{ $name }</b>
bazaar-place = 📍 { $place }
bazaar-families =
    { $count ->
        [one] { $count } productive family takes part.
       *[other] { $count } productive families take part.
    }
bazaar-day = 🗓 { $opens } to { $closes }
bazaar-more-days =
    { $count ->
        [one] and one more day
       *[other] and { $count } more days
    }
bazaar-open = <b>Open now</b> until { $closes }. You are most welcome.
bazaar-opens = The doors open on { $opens }.
bazaar-over = This bazaar is over. Thank you to everyone who came; the shop here is open around the clock.
bazaar-none =
    <b>No bazaar is announced at the moment.</b>

    The next one is announced here as soon as its date is set. The shop is open around the clock.
bazaar-reminders-on = 🔔 Reminders are on: we write to you a day before each opening, and again an hour before.
bazaar-reminders-off = With reminders on, we write to you a day before each opening, and again an hour before.
bazaar-map = 🗺 On the map
bazaar-calendar = 📅 Add to calendar
bazaar-start-reminders = 🔔 Remind me
bazaar-stop-reminders = 🔕 Stop reminders
bazaar-before = ‹ Previous bazaar
bazaar-after = Next bazaar ›
bazaar-share = 📤 Share
bazaar-share-text = You are invited to { $name }:
bazaar-reminders-set = You will be reminded of each opening.
bazaar-reminders-unset = You will not be reminded any more.
bazaar-map-text = Where { $name } is
bazaar-calendar-text =
    { $count ->
        [one] One day. Open the file to add it to your calendar.
       *[other] { $count } days. Open the file to add them to your calendar.
    }

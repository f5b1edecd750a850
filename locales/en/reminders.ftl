# Reminders of openings
reminder-day =
    🔔 <b>Reminder: { $name }</b>

    The doors open on { $opens } and close at { $closes }.
    📍 { $place }
reminder-hour =
    🔔 <b>{ $name } opens soon</b>

    The doors open at { $opens-at } and close at { $closes }.
    📍 { $place }
reminder-more = 🎪 About the bazaar

opening-line = 🗓 { $opens }
opening-off =
    ❌ <b>Called off: { $name }</b>

    We are sorry: the bazaar will not open at this time:
    { $days }
    📍 { $place }

    { $more }
openings-left =
    It opens at these times:
    { $days }
openings-none-left = Once there is a new date, we remind you of it before it opens.
bazaar-off =
    ❌ <b>Called off: { $name }</b>

    We are sorry: the bazaar will not take place as announced:
    { $days }
    📍 { $place }

    { $more }
bazaar-on =
    ✅ <b>{ $name } takes place</b>

    You are welcome at the bazaar:
    { $days }
    📍 { $place }

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

# Reminders of openings
reminder-day =
    🔔 <b>Reminder: { $name }</b>

    It opens on { $opens } and closes at { $closes }.
    📍 { $place }
reminder-hour =
    🔔 <b>{ $name } opens soon</b>

    The doors open at { $opens-at } and close at { $closes }.
    📍 { $place }
reminder-more = 🎪 About the bazaar

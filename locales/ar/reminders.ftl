# التذكير بمواعيد البازار
reminder-day =
    🔔 <b>تذكير: { $name }</b>

    يُفتتح { $opens }، ويستمر حتى { $closes }.
    📍 { $place }
reminder-hour =
    🔔 <b>اقترب افتتاح { $name }</b>

    تُفتح الأبواب الساعة { $opens-at }، والزيارة حتى { $closes }.
    📍 { $place }
reminder-more = 🎪 تفاصيل البازار

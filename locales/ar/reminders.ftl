# التذكير بمواعيد البازار
reminder-day =
    🔔 <b>تذكير: { $name }</b>

    تُفتح الأبواب يوم { $opens }، ونستقبلكم حتى { $closes }.
    📍 { $place }
reminder-hour =
    🔔 <b>اقترب موعد { $name }</b>

    تُفتح الأبواب الساعة { $opens-at }، ونستقبلكم حتى { $closes }.
    📍 { $place }
reminder-more = 🎪 تفاصيل البازار

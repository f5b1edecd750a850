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

opening-line = 🗓 { $opens }
opening-off =
    ❌ <b>إلغاء موعد: { $name }</b>

    نعتذر، لن تُفتح أبواب البازار في هذا الموعد:
    { $days }
    📍 { $place }

    { $more }
openings-left =
    المواعيد القادمة:
    { $days }
openings-none-left = عند تحديد موعد جديد يصلكم تذكير به قبل الافتتاح.
bazaar-off =
    ❌ <b>إلغاء: { $name }</b>

    نعتذر، لن يُقام البازار في موعده المعلن:
    { $days }
    📍 { $place }

    { $more }
bazaar-on =
    ✅ <b>يُقام { $name }</b>

    نرحّب بكم في البازار:
    { $days }
    📍 { $place }

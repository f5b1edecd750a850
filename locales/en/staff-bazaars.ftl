# The bazaars, as staff see them
button-add-bazaar = Add a bazaar
button-add-day = Add a day
button-hide-bazaar = Hide from customers
button-show-bazaar = Show to customers
button-remove-day = Remove { $day }
button-remove-day-sure = Remove the day
button-another-day = Add another day
button-no-other-day = That is all the days
button-drop-last-day = Remove the last day
button-bazaar-done = Save the bazaar
bazaars-title = Bazaars
bazaars =
    <b>Bazaars</b>

    Choose a bazaar to see or change its days.
bazaars-none =
    <b>Bazaars</b>

    No bazaar has been added yet.
bazaars-row = { $name }
bazaars-card =
    <b>{ $name-en }</b>
    { $name-ar }

    Place: { $place-en }
    { $place-ar }

    { $seen }

    { $days }
bazaars-saved = ✅ The bazaar was saved.
bazaars-day-added = ✅ The day was added.
bazaars-shown = Customers can see it.
bazaars-shown-later = Customers will see it once it has a day.
bazaars-hidden = Hidden from customers.
bazaars-no-days = This bazaar has no days yet.
bazaars-day = { $day }, { $hours }
bazaars-one-day = { $day }
bazaars-hours = { $opens } to { $closes }
bazaars-hours-overnight = { $opens } to { $closes } on the next day
bazaars-now-hidden = The bazaar is hidden from customers now.
bazaars-now-shown = Customers can see the bazaar now.
bazaars-day-removed = The day was removed.
bazaars-enough-days =
    { $most ->
        [one] The bazaar has one day to come and holds no more. Another can be added when it is over.
       *[other] The bazaar has { $most } days to come and holds no more. Others can be added when one of them is over.
    }
bazaars-day-gone = That day had been removed already.
bazaars-sure =
    Remove this day from the bazaar?

    { $day }
bazaars-hide-sure =
    Hide this bazaar from customers?

    { $days }
bazaars-told = Everybody who has reminders on is told that it is called off.
bazaars-ask-name-ar = What is the bazaar called in Arabic?
bazaars-ask-name-en = And in English?
bazaars-ask-place-ar = Where is it? Please write the place in Arabic, such as: مجلس ضاحية الرحمانية، الشارقة.
bazaars-ask-place-en = What is the place called in English?
bazaars-ask-pin = Please send the bazaar's pin on the map, or skip this question.
bazaars-needs-pin = A pin on the map is needed here, not text. Send one as an attachment, or skip the question.
bazaars-ask-day = On which day? Choose one below or write the date, such as 14/7 or 14 July.
bazaars-what-day = That date is not clear. Write the day, then the month, such as 14/7, or with the year: 14/7/2027.
bazaars-day-past = { $day } has passed. If a later year is meant, please write the year too.
bazaars-day-far = { $day } is very far away. Please check the year.
bazaars-ask-hours = From when to when? For example 4 pm - 10 pm, or 16:00-22:00.
bazaars-what-hours = Those hours are not clear. Write them with am or pm, such as 4 pm - 10 pm, or in 24-hour time: 16:00-22:00.
bazaars-hours-long = { $hours }: that is more than 14 hours on end. Please check am and pm, and write the hours again.
bazaars-hours-past = Those hours are over. Please write hours that are still to come.
bazaars-overlaps = Those hours overlap another day of the bazaar. Write other hours, or go back and choose another day.
bazaars-ask-more =
    The bazaar's days:
    { $days }

    Save it like this?
bazaars-change-name = Name
bazaars-change-place = Place
bazaars-change-pin = Pin
changing-ask-place-ar =
    Place in Arabic now: <b>{ $was }</b>

    What is the new one?
changing-ask-place-en =
    Place in English now: <b>{ $was }</b>

    What is the new one?
changing-ask-pin = Please send the bazaar's new pin on the map.
changing-needs-pin = A pin on the map is needed here, not a text. You can send one from the attachments.

# Questions: what is said when an answer was not understood
button-no-answer = Remove this answer
button-skip = Skip
button-keep = Keep as it is
button-keep-that = Keep: { $that }
answer = { $answer }
button-yes = Yes
button-no = No
question-meant = Do you mean { $that }?
question-needs-text = Please answer in writing here.
question-needs-words = There are no words in that answer. Please use letters.
question-too-long = That is too long. { $most ->
    [one] One character
   *[other] { $most } characters
} at most, please.
question-choose = That is not one of the choices. Please press one of the buttons below.
question-count = Please give a whole number from { $least } to { $most }.
question-price = That amount is not clear. Please give it in dirhams, such as 25 or 25.50.
question-price-range = Please give an amount between { $least } and { $most }.
question-phone-not-a-number = That is not a valid phone number. For example: ⁦050 123 4567⁩. A number from outside the UAE needs its country code, such as ⁦+966 50 123 4567⁩.
question-phone-wrong-abroad = That is not a valid number for its country code. Please check all of it, such as ⁦+966 50 123 4567⁩, or give a UAE number.
question-phone-not-reachable = That number cannot be called. Please give a mobile or landline number. For example: ⁦050 123 4567⁩.
question-phone-several = There is more than one number in that answer. Please give just one.
question-place-outside = That place is outside the UAE, and we deliver only within it. You can send another pin or write the address.
question-needs-photo = Please send a photo here.
phone = { $phone }
phone-abroad = { $phone } (🌐 { $country })

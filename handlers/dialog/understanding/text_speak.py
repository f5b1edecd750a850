"""Short ways to write English words in chats, and the words."""

from __future__ import annotations

TEXT_SPEAK = {
    short: word
    for word, shorts in {
        "good": "gud gd goood gooood gdd",
        "morning": "mrng mrn mornin mornng morng",
        "evening": "evng evnin eve evn",
        "afternoon": "aftrnoon afternun noon",
        "you": "u yu",
        "your": "ur yr",
        "are": "r",
        "when": "wen whn",
        "what": "wat wht wt wot",
        "where": "wer whr wher were",
        "how": "hw howw",
        "delivery": "dlvry dlvery delivry delvry",
        "deliver": "dlvr delivr",
        "order": "ordr oder ordor",
        "tomorrow": "tmrw tmr tomoro tomorow 2moro",
        "today": "2day tody",
        "please": "plss plzz pleas pliz",
        "because": "bcz bcoz",
        "about": "abt abut",
        "money": "mony",
        "price": "prize pric",
        "want": "wnt wan",
        "have": "hav hv",
        "not": "nt",
        "received": "recieved recived rcvd",
        "receive": "recieve recive",
        "address": "adress addres adres",
        "number": "numbr nmbr",
    }.items()
    for short in shorts.split()
}

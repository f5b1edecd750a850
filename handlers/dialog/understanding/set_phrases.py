"""Greetings and prayers by their pattern: any day that is blessed, any good that God may give."""

from __future__ import annotations

import re

_GOOD = "خير|خيرات|نور|ورد|فل|ياسمين|عسل|سعاده|سرور|جمال|رضا|هنا|سكر|جوري|محبه|بركه|عافيه"
_FEAST = (
    "عيد|عيدكم|عيدك|اعيادكم|شهر|شهركم|رمضان|رمضانكم|جمعه|جمعتكم|جمعتك|عام|عامكم|سنه|حج|حجكم|مولد"
    "|ايامكم|يومكم|ليله|ليلتكم|عشر|عواشركم|فطركم|صيامكم"
)
_BLESSED = "مبارك|مباركه|مباركين|كريم|كريمه|سعيد|سعيده|فضيل|مبروك"
_FEAST_EN = (
    "eid|ramadan|friday|juma|jumma|jumuah|jummah|new year|national day|mothers day|adha|fitr"
)

_GOODS = rf"(?:ب|بال)?(?:{_GOOD})(?: و?(?:{_GOOD}))?"
PATTERNS = {
    "morning": rf"(?:يسعد |له )?(?:صباح|صباحكم|صباحك|صباحو) {_GOODS}"
    rf"|ي?صبح(?:كم|ك|كن) (?:له )?{_GOODS}",
    "evening": rf"(?:يسعد |له )?(?:مسا|مساء|مساكم|مساك|مسي|مساو) (?:له )?{_GOODS}"
    rf"|(?:يمسي|مسي|مس)(?:كم|ك|كن) (?:له )?{_GOODS}",
    "festive": rf"(?:{_FEAST}) (?:(?:اضحي|فطر|اتحاد|وطني) )?(?:عليكم )?(?:{_BLESSED})(?: علي\w+)?"
    rf"|(?:{_BLESSED}) (?:عليكم|عليك|لكم|عليج) (?:(?:دخول|قدوم|حلول) )?(?:{_FEAST})"
    rf"(?: (?:{_BLESSED}))?"
    rf"|(?:عساكم|عساك|جعلكم|جعلنا) (?:له )?من (?:عواده|عايدين|عايدينه|فايزين)"
    r"(?: و?(?:فايزين|غانمين|سالمين))*"
    r"|كل (?:عام|سنه|عيد|رمضان) و\w+ (?:طيب\w*|سالم\w*|خير|ب(?:ال)?(?:خير|صحه|سعاده|ف خير))"
    r"|تقبل (?:له )?(?:منا ومنكم|منكم|طاعتكم|صيامكم|طاعاتكم)(?: و\w+)*"
    rf"|(?:happy|blessed) (?:{_FEAST_EN})|(?:{_FEAST_EN}) (?:mubarak|mubarek|karem|karim|kareem)",
    "thanks": r"(?:له|رب|ربي|ربنا) (?:لا )?ي\w+(?:كم|ك|ج|كن|نا)(?: (?:من |في |كل )?\w*(?:كم|كن))?"
    r"|ي?جزا(?:كم|ك|كن|ج) (?:له )?(?:\w+ )?خير\w*"
    r"|له ي\w+ (?:ه|هال)?(?:اسر|عوايل|امهات|عايلات|بنات|حريم|ناس)(?: من فضل\w*)?"
    r"|(?:له|رب|ربي|ربنا) لا ي\w+(?:نا|ني) من\w+",
    "goodbye": r"(?:في|ف|ب) ?(?:حفظ|امان|رعايه|وداعه|حفظه) (?:له|رحمن|كريم|رب)?(?: ورعايته)?"
    r"|له (?:معكم|وياكم|يحفظكم)|دمتم \w+(?: \w+)?|(?:ن|ا)شوفكم (?:علي )?(?:خير|قريب\w*)",
    "hello": r"(?:كيف|شو|ايش|وش|ايه|كيفها) (?:ال)?(?:حال|احوال|اخبار|امور|صحه|علوم)(?:كم|ك|كن|ج|ه)?"
    r"|(?:عامل|عاملين|عامله) (?:ايه|شو)|(?:انشاله|ان شاء له|عسا|عساكم|عساك) (?:تمام|بخير|طيبين|خير)"
    r"|ka?i?f (?:al|el|ul)?\w*(?:hal|7al)\w*",
    "polite": r"(?:يا )?(?:ياهل|اهل|اهالي|احباب|اصحاب|حبايب) \w+"
    r"|ya (?:ahl|ahel|ahal) \w+",
}
"""What such words stand for; they are matched as the vocabulary spells them."""

_ANY = re.compile("|".join(f"(?P<{kind}>{pattern})" for kind, pattern in PATTERNS.items()))
LEAST = 2


def kind_of_pattern(words: list[str]) -> str | None:
    """What these words are together by their pattern: a greeting, thanks, or an address."""
    if len(words) < LEAST:
        return None
    found = _ANY.fullmatch(" ".join(words))
    return None if found is None else found.lastgroup

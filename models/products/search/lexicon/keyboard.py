"""What was typed with the other layout of the keyboard: Arabic (101) and QWERTY."""

LATIN = "qwertyuiop[]asdfghjkl;'zxcvnm,./`"
ARABIC = "ضصثقفغعهخحجدشسيبلاتنمكطئءؤرىةوزظذ"
PAIRS = {**dict(zip(LATIN, ARABIC, strict=True)), "b": "لا", "y": "غ", "h": "ا"}
TO_ARABIC = str.maketrans(PAIRS)
TO_LATIN = str.maketrans(dict(zip(ARABIC, LATIN, strict=True)))


def on_the_other(typed: str) -> str:
    """The same keys on the other layout, or nothing where a sign has no key."""
    lower = typed.casefold()
    if all(sign in PAIRS for sign in lower):
        return lower.translate(TO_ARABIC)
    if all(sign in ARABIC for sign in lower):
        return lower.replace("لا", "b").translate(TO_LATIN)
    return ""

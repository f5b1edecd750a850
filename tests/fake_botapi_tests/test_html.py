"""HTML is read and refused in tdlib's words, with offsets in its units."""

from __future__ import annotations

import html

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fake_botapi.html_entities import parse_html, utf16_length
from tests.fake_botapi.refused import Refused


@pytest.mark.parametrize(
    ("source", "why"),
    [
        ("<b>x", 'Can\'t find end tag corresponding to start tag "b"'),
        ("<b><i>x</b>", 'Unmatched end tag at byte offset 7, expected "</i>", found "</b>"'),
        ("x</b>", "Unexpected end tag at byte offset 1"),
        ("س</b>", "Unexpected end tag at byte offset 2"),
        ("<p>x</p>", 'Unsupported start tag "p" at byte offset 0'),
        ("3 < 5", 'Unsupported start tag "" at byte offset 2'),
        ("5 <3", "Unclosed start tag at byte offset 2"),
        ("<br/>", 'Unsupported start tag "br/" at byte offset 0'),
        ("<b", "Unclosed start tag at byte offset 0"),
        ("<b ", "Unclosed start tag at byte offset 0"),
        ("<b>x</b", "Unclosed end tag at byte offset 4"),
        ("<a href='x>x</a>", "Unclosed start tag at byte offset 0"),
        ("<a href>x</a>", "Expected equal sign in declaration of an attribute"),
        ("<a =x>x</a>", 'Empty attribute name in the tag "a"'),
        ("<a href=x?>x</a>", "Unexpected end of name token at byte offset 8"),
        ("<span>x</span>", 'Tag "span" must have class "tg-spoiler"'),
    ],
)
def test_broken_html_is_refused(source: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_html(source)

    assert refused.value.code == 400
    assert refused.value.description.startswith("Bad Request: can't parse entities: " + why)


@pytest.mark.parametrize(
    ("source", "text", "entities"),
    [
        ("a &amp; b &lt;c&gt; &quot;", 'a & b <c> "', []),
        ("a & b &nbsp; &#1587; &#x633;", "a & b &nbsp; س س", []),
        ("<b>س</b>", "س", [("bold", 0, 1)]),
        ("😀<i>x</i>", "😀x", [("italic", 2, 1)]),
        ("<B>x</B>", "x", [("bold", 0, 1)]),
        ("<b>x<i>y</i></b>", "xy", [("bold", 0, 2), ("italic", 1, 1)]),
        ("<b></b>x", "x", []),
        ("<s>x</s><u>y</u>", "xy", [("strikethrough", 0, 1), ("underline", 1, 1)]),
        ("<tg-spoiler>x</tg-spoiler>", "x", [("spoiler", 0, 1)]),
        ('<span class="tg-spoiler">x</span>', "x", [("spoiler", 0, 1)]),
        ("<blockquote expandable>x</blockquote>", "x", [("expandable_blockquote", 0, 1)]),
        ("<pre>x</pre>", "x", [("pre", 0, 1)]),
        ('<a href="https://entaj.ae/?a=1&amp;b=2">x</a>', "x", [("text_link", 0, 1)]),
        ('<a href="nowhere">x</a>', "x", []),
        ("<b>x</>", "x", [("bold", 0, 1)]),
    ],
)
def test_html_becomes_text_and_entities(
    source: str, text: str, entities: list[tuple[str, int, int]]
) -> None:
    plain, found = parse_html(source)

    assert plain == text
    assert [(each["type"], each["offset"], each["length"]) for each in found] == entities


def test_links_keep_their_decoded_address() -> None:
    _, found = parse_html('<a href="https://entaj.ae/?a=1&amp;b=2">x</a>')

    assert found[0]["url"] == "https://entaj.ae/?a=1&b=2"


@given(st.text(), st.text(min_size=1))
def test_escaped_text_comes_back_whole(before: str, bold: str) -> None:
    source = f"{html.escape(before)}<b>{html.escape(bold)}</b>"

    plain, found = parse_html(source.replace("&#x27;", "'"))

    assert plain == before + bold
    assert found == [{"type": "bold", "offset": utf16_length(before), "length": utf16_length(bold)}]


@given(st.text(alphabet="<>/&;ab \"'=#x1"))
def test_anything_is_read_or_refused(source: str) -> None:
    refusal = ""
    try:
        plain, found = parse_html(source)
    except Refused as refused:
        refusal, plain, found = refused.description, "", []

    assert refusal == "" or refusal.startswith("Bad Request: can't parse entities: ")
    length = utf16_length(plain)
    assert all(each["offset"] + each["length"] <= length for each in found)  # type: ignore[operator]

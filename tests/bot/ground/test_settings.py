"""Settings: defaults, what they become, and a clear line for each that is wrong."""

from __future__ import annotations

import os
from datetime import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import ValidationError

from bot.ground.settings import (
    MOST_CONTACT,
    BadSettings,
    Settings,
    read_fees,
    read_settings,
    read_windows,
    unknown_settings,
)
from models.kernel.money import Money
from models.kernel.shop_terms import DEFAULT_TERMS, EMIRATES, DeliveryWindow

TOKEN = "123456789:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw"


@pytest.fixture(autouse=True)
def _bare_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """No setting from outside."""
    for name in [name for name in os.environ if name.startswith("ENTAJ_")]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)


def test_without_settings_the_shop_is_the_try_out_with_the_default_terms() -> None:
    settings = read_settings()
    assert settings.terms() == DEFAULT_TERMS
    assert settings.web_face == "tryout"
    assert settings.webhook_path == ""


def test_with_a_token_there_is_no_try_out(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTAJ_TELEGRAM_TOKEN", TOKEN)
    assert read_settings().web_face == "off"


def test_a_file_holds_settings_too() -> None:
    text = "ENTAJ_LEAD_DAYS=3\nENTAJ_DELIVERY_FEES=sharjah=10 dubai=25.50\n"
    Path(".env").write_text(text, encoding="utf-8")
    terms = read_settings().terms()
    assert terms.lead_days == 3
    assert terms.fee("sharjah") == Money.dirhams(10)
    assert terms.fee("dubai") == Money.dirhams(25, 50)
    assert terms.fee("ajman") == DEFAULT_TERMS.fee("ajman")


@pytest.mark.parametrize(("fils", "due"), [("", 6225), ("50", 6250), ("0", 6237), ("1", 6237)])
def test_cash_is_rounded_by_a_setting(monkeypatch: pytest.MonkeyPatch, fils: str, due: int) -> None:
    monkeypatch.setenv("ENTAJ_CASH_ROUNDING", fils)
    assert read_settings().terms().in_cash(Money(6237)) == Money(due)


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("TELEGRAM_TOKEN", "my-secret-token"),
        ("TELEGRAM_WEBHOOK_SECRET", "with spaces in it"),
        ("TELEGRAM_API_URL", "api.telegram.org"),
        ("TELEGRAM_API_URL", "http://127.0.0.1:80801"),
        ("TELEGRAM_WEBHOOK_URL", "https://shop.example:hunter2/telegram"),
        ("DATABASE_URL", "mysql://root:hunter2@host/shop"),
        ("WEB", "yes"),
        ("WEB_PORT", "eighty"),
        ("LABEL_SHEET", "5x5"),
        ("PRINTER_DOTS", "500"),
        ("DELIVERY_FEES", "paris=10"),
        ("DELIVERY_FEES", "sharjah=10.5"),
        ("DELIVERY_WINDOWS", "17:77"),
        ("DELIVERY_WINDOWS", "16:00-20:00=5 19:00-21:00=5"),
        ("LEAD_DAYS", "-1"),
        ("CASH_ROUNDING", "2500"),
    ],
)
def test_a_wrong_setting_is_named_in_one_line_without_its_value(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str
) -> None:
    monkeypatch.setenv(f"ENTAJ_{name}", value)
    with pytest.raises(BadSettings) as caught:
        read_settings()
    (line,) = caught.value.lines
    assert line.startswith(f"ENTAJ_{name}: ")
    assert "\n" not in line
    assert value not in line


@pytest.mark.parametrize("host", ["h:hunter2", "127.0.0.1:hunter2#x", "[::1"])
def test_a_password_in_the_ports_place_is_not_told(
    monkeypatch: pytest.MonkeyPatch, host: str
) -> None:
    monkeypatch.setenv("ENTAJ_DATABASE_URL", f"postgresql://shop@{host}/db")
    with pytest.raises(BadSettings) as caught:
        read_settings()
    assert caught.value.lines == ["ENTAJ_DATABASE_URL: takes sqlite:///… or postgresql://…"]


def test_the_try_out_stays_on_this_machine(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTAJ_WEB_HOST", "0.0.0.0")
    with pytest.raises(BadSettings, match="ENTAJ_WEB_HOST must be 127"):
        read_settings()


def test_the_try_out_opens_no_real_shop(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTAJ_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("ENTAJ_WEB", "tryout")
    with pytest.raises(BadSettings) as bad:
        read_settings()
    assert bad.value.lines == ["ENTAJ_WEB=tryout is for a shop without ENTAJ_TELEGRAM_TOKEN"]


def test_a_webhook_needs_a_path(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTAJ_TELEGRAM_TOKEN", TOKEN)
    monkeypatch.setenv("ENTAJ_TELEGRAM_WEBHOOK_URL", "https://bazaar.example.org/")
    with pytest.raises(BadSettings, match="needs a path"):
        read_settings()
    monkeypatch.setenv("ENTAJ_TELEGRAM_WEBHOOK_URL", "https://bazaar.example.org/telegram")
    assert read_settings().webhook_path == "/telegram"


@pytest.mark.parametrize(
    "path", ["/%D8%A8", "/بوت", "/a%2Fb", "/{token}", "/a b", "/healthz", "/metrics"]
)
def test_a_path_that_would_not_be_served_is_refused(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("ENTAJ_TELEGRAM_WEBHOOK_URL", f"https://bazaar.example.org{path}")
    with pytest.raises(BadSettings) as bad:
        read_settings()
    (line,) = bad.value.lines
    assert line.startswith("ENTAJ_TELEGRAM_WEBHOOK_URL")


@pytest.mark.parametrize("path", ["/telegram/", "/telegram", f"/hooks/{TOKEN}"])
def test_the_webhooks_path_goes_without_its_query(
    monkeypatch: pytest.MonkeyPatch, path: str
) -> None:
    monkeypatch.setenv("ENTAJ_TELEGRAM_WEBHOOK_URL", f"https://bazaar.example.org{path}?shop=1")
    assert read_settings().webhook_path == path


def test_the_token_is_in_no_printed_form(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTAJ_TELEGRAM_TOKEN", TOKEN)
    settings = read_settings()
    assert settings.telegram_token is not None
    assert settings.telegram_token.get_secret_value() == TOKEN
    assert TOKEN not in f"{settings!r} {settings} {settings.model_dump_json()}"


def test_a_misspelt_name_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("ENTAJ_TELEGRAM_TOKN", TOKEN)
    assert unknown_settings() == ["ENTAJ_TELEGRAM_TOKN"]


def test_a_misspelt_name_in_the_file_is_noticed_too() -> None:
    Path(".env").write_text("ENTAJ_DELIVERY_FEE=sharjah=1\nENTAJ_LEAD_DAYS=2\n", encoding="utf-8")
    assert unknown_settings() == ["ENTAJ_DELIVERY_FEE"]


def test_a_file_of_another_encoding_is_named() -> None:
    Path(".env").write_bytes("ENTAJ_CONTACT_EMAIL=مركز".encode("cp1256"))
    with pytest.raises(BadSettings, match=r"\.env is no UTF-8 text"):
        read_settings()


def test_a_file_that_cannot_be_read_is_named() -> None:
    Path(".env").symlink_to("/proc/self/mem")
    with pytest.raises(BadSettings, match=r"\.env cannot be read \(Input/output error\)"):
        read_settings()


@given(st.dictionaries(st.sampled_from(EMIRATES), st.integers(0, 999_999)))
def test_fees_are_read_as_they_are_written(fees: dict[str, int]) -> None:
    text = " ".join(f"{name}={fils // 100}.{fils % 100:02d}" for name, fils in fees.items())
    read = read_fees(text)
    assert {name: read[name].fils for name in fees} == fees
    assert set(read) == set(EMIRATES)


@given(st.text(max_size=30))
def test_any_text_is_read_as_fees_or_refused(text: str) -> None:
    try:
        fees = read_fees(text)
    except ValueError:
        return
    assert set(fees) == set(EMIRATES)
    assert all(fee.fils >= 0 for fee in fees.values())


def test_windows_are_read_in_order() -> None:
    assert read_windows("09:00-12:00=5, 16:00-20:00=30") == (
        DeliveryWindow(time(9), time(12), 5),
        DeliveryWindow(time(16), time(20), 30),
    )


def test_settings_can_be_given_by_name() -> None:
    settings = Settings(web_port=0, contact_phone="+97165000000")
    assert settings.terms().contact_phone == "+97165000000"


@pytest.mark.parametrize("name", ["contact_phone", "contact_email", "bring_in_place_ar"])
def test_what_stands_in_messages_is_no_longer_than_they_hold(name: str) -> None:
    with pytest.raises(ValidationError):
        Settings.model_validate({name: "x" * (MOST_CONTACT + 1)})


def test_the_hours_of_the_team() -> None:
    terms = Settings().terms()
    assert (terms.answer_hours, terms.team_from, terms.team_until) == (2, time(9), time(21))
    terms = Settings(answer_hours=4, team_hours="08:30-16:00").terms()
    assert (terms.answer_hours, terms.team_from, terms.team_until) == (4, time(8, 30), time(16))


@pytest.mark.parametrize("hours", ["9", "21:00-09:00", "09:00-25:00", "09:00-09:00", "from nine"])
def test_hours_that_cannot_be_are_refused(hours: str) -> None:
    with pytest.raises(ValueError, match="takes hours"):
        Settings(team_hours=hours)

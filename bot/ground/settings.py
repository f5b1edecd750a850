"""The settings: from the environment or `.env`, prefix ENTAJ_, each with a stated default."""

from __future__ import annotations

import os
import re
from datetime import time
from pathlib import Path
from typing import Any, Literal
from urllib.parse import urlsplit

from dotenv import dotenv_values
from pydantic import Field, SecretStr, ValidationError, field_validator, model_validator
from pydantic_settings import BaseSettings, SettingsConfigDict
from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from models.kernel.label_sheets import LABEL_SHEETS
from models.kernel.money import Money
from models.kernel.shop_terms import (
    DEFAULT_FEES,
    DEFAULT_TERMS,
    EMIRATES,
    DeliveryWindow,
    ShopTerms,
)

PREFIX = "ENTAJ_"
TOKEN = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{20,100}")
SECRET = re.compile(r"[A-Za-z0-9_-]{1,256}")
_FEE = re.compile(r"([a-z-]+)=([0-9]{1,4})(?:\.([0-9]{2}))?")
_WINDOW = re.compile(r"([0-2][0-9]):([0-5][0-9])-([0-2][0-9]):([0-5][0-9])=([0-9]{1,4})")
PATH = re.compile(r"/[A-Za-z0-9._~:@!$&'()*+,;=/-]+")
OWN_PATHS = ("/healthz", "/metrics")
ENV_FILE = ".env"
MOST_CONTACT, MOST_PLACE = 100, 60  # letters: they stand in messages that hold so many
Web = Literal["tryout", "off"]
NO_WAY_IN = (
    f"{PREFIX}WEB=off needs {PREFIX}TELEGRAM_TOKEN: without a page and without a bot"
    " nobody could reach the shop"
)


class BadSettings(Exception):
    """Settings that cannot be; one line for each, none of which holds a value that is secret."""

    def __init__(self, lines: list[str]) -> None:
        super().__init__(lines)
        self.lines = lines

    def __str__(self) -> str:
        return "\n".join(self.lines)


class Settings(BaseSettings):
    """Everything that the owner can set."""

    model_config = SettingsConfigDict(
        env_prefix=PREFIX,
        env_file=ENV_FILE,
        env_file_encoding="utf-8",
        extra="ignore",
        env_ignore_empty=True,
        hide_input_in_errors=True,
    )

    database_url: str = "sqlite:///var/entaj.db"
    telegram_token: SecretStr | None = None
    telegram_api_url: str = "https://api.telegram.org"
    telegram_webhook_url: str = ""
    telegram_webhook_secret: SecretStr | None = None
    web: Web | None = None
    web_host: str = "127.0.0.1"
    web_port: int = Field(default=8080, ge=0, le=65535)
    log: Literal["debug", "info", "warning", "error"] = "info"
    log_json: bool = False
    metrics: bool = False
    delivery_fees: str = ""
    delivery_windows: str = ""
    lead_days: int = Field(default=DEFAULT_TERMS.lead_days, ge=0, le=60)
    days_ahead: int = Field(default=DEFAULT_TERMS.days_ahead, ge=1, le=90)
    few_left: int = Field(default=DEFAULT_TERMS.few_left, ge=0, le=1000)
    most_acts: int = Field(default=200, ge=20)
    most_of_one: int = Field(default=DEFAULT_TERMS.most_of_one, ge=1, le=1000)
    wrong_codes_told: int = Field(default=DEFAULT_TERMS.wrong_codes_told, ge=1, le=1000)
    wrong_codes_barred: int = Field(default=DEFAULT_TERMS.wrong_codes_barred, ge=1, le=1000)
    open_orders: int = Field(default=DEFAULT_TERMS.open_orders, ge=1, le=1000)
    open_pieces: int = Field(default=DEFAULT_TERMS.open_pieces, ge=1, le=100_000)
    open_value: int = Field(default=DEFAULT_TERMS.open_value.fils // 100, ge=1, le=10_000_000)
    cancellations_a_day: int = Field(default=DEFAULT_TERMS.cancellations_a_day, ge=1, le=1000)
    bring_in_hours: int = Field(default=DEFAULT_TERMS.bring_in_hours, ge=0, le=24)
    bring_in_from: time = DEFAULT_TERMS.bring_in_from
    bring_in_until: time = DEFAULT_TERMS.bring_in_until
    bring_in_place_ar: str = Field(default="", max_length=MOST_PLACE)
    bring_in_place_en: str = Field(default="", max_length=MOST_PLACE)
    answer_hours: int = Field(default=DEFAULT_TERMS.answer_hours, ge=1, le=72)
    team_hours: str = ""
    cash_rounding: int = Field(default=DEFAULT_TERMS.cash_rounding.fils, ge=0, le=1000)
    undo_minutes: int = Field(default=DEFAULT_TERMS.undo_minutes, ge=1, le=120)
    hall_void_minutes: int = Field(default=DEFAULT_TERMS.hall_void_minutes, ge=0, le=120)
    low_stock: int = Field(default=DEFAULT_TERMS.low_stock, ge=0, le=1000)
    return_days: int = Field(default=DEFAULT_TERMS.return_days, ge=0, le=365)
    label_sheet: str = DEFAULT_TERMS.label_sheet
    printer_dots: int = Field(default=DEFAULT_TERMS.printer_dots, ge=256, le=1024, multiple_of=8)
    contact_phone: str = Field(default="", max_length=MOST_CONTACT)
    contact_email: str = Field(default="", max_length=MOST_CONTACT)
    instagram_url: str = ""

    @field_validator("delivery_fees")
    @classmethod
    def check_fees(cls, given: str) -> str:
        """`sharjah=15 dubai=25.50` in dirhams; an emirate that is not named keeps its default."""
        read_fees(given)
        return given

    @field_validator("label_sheet")
    @classmethod
    def check_sheet(cls, given: str) -> str:
        """A sheet of labels by its name."""
        if given not in LABEL_SHEETS:
            raise ValueError(f"takes one of {', '.join(LABEL_SHEETS)}")
        return given

    @field_validator("delivery_windows")
    @classmethod
    def check_windows(cls, given: str) -> str:
        """`10:00-13:00=20 16:00-20:00=30`: hours in Dubai, and how many orders go out in them."""
        read_windows(given)
        return given

    @field_validator("team_hours")
    @classmethod
    def check_team_hours(cls, given: str) -> str:
        """`09:00-21:00`: the hours in Dubai in which the team answers questions."""
        read_hours(given)
        return given

    @field_validator("telegram_token")
    @classmethod
    def check_token(cls, token: SecretStr | None) -> SecretStr | None:
        """A token as BotFather gives it."""
        if token is not None and not TOKEN.fullmatch(token.get_secret_value()):
            raise ValueError("is no token of a bot, such as 123456789:AAH…")
        return token

    @field_validator("telegram_webhook_secret")
    @classmethod
    def check_secret(cls, secret: SecretStr | None) -> SecretStr | None:
        """What the Bot API takes as a webhook's secret."""
        if secret is not None and not SECRET.fullmatch(secret.get_secret_value()):
            raise ValueError("takes 1 to 256 of A-Z a-z 0-9 _ -")
        return secret

    @field_validator("telegram_api_url", "telegram_webhook_url", "instagram_url")
    @classmethod
    def check_address(cls, address: str) -> str:
        """A whole address, or nothing."""
        if address and not is_address(address):
            raise ValueError("is no http(s) address")
        return address

    @field_validator("database_url")
    @classmethod
    def check_database(cls, url: str) -> str:
        """A database that is spoken to."""
        try:
            backend = make_url(url).get_backend_name()
        except (ArgumentError, ValueError):
            # The message would quote what stands where the port belongs: it may be the password.
            backend = ""
        if backend not in ("sqlite", "postgresql", "postgres"):
            raise ValueError("takes sqlite:///… or postgresql://…")
        return url

    @model_validator(mode="after")
    def check_together(self) -> Settings:
        """The webhook needs a path of its own; the try-out stays on this machine, without a bot."""
        if self.web == "tryout" and self.telegram_token is not None:
            raise ValueError(f"{PREFIX}WEB=tryout is for a shop without {PREFIX}TELEGRAM_TOKEN")
        if self.telegram_webhook_url:
            check_path(self.webhook_path)
        if self.web_face == "tryout" and self.web_host not in ("127.0.0.1", "localhost", "::1"):
            raise ValueError(f"{PREFIX}WEB_HOST must be 127.0.0.1 for the try-out")
        return self

    @property
    def web_face(self) -> Web:
        """The chat page: unless it is set, the try-out without a token and none with one."""
        if self.web is not None:
            return self.web
        return "tryout" if self.telegram_token is None else "off"

    @property
    def has_no_way_in(self) -> bool:
        """Whether there is neither a page nor a bot."""
        return self.web_face == "off" and self.telegram_token is None

    @property
    def webhook_path(self) -> str:
        """Where Telegram's posts are served; empty when updates are asked for."""
        return urlsplit(self.telegram_webhook_url).path

    def page_address(self, port: int) -> str:
        """Where a browser on this machine finds the page; the numbers of IPv6 stand in brackets."""
        host = f"[{self.web_host}]" if ":" in self.web_host else self.web_host
        return f"http://{host}:{port}/"

    def terms(self) -> ShopTerms:
        """The shop's terms."""
        team_from, team_until = read_hours(self.team_hours)
        return ShopTerms(
            fees=read_fees(self.delivery_fees),
            windows=read_windows(self.delivery_windows),
            lead_days=self.lead_days,
            days_ahead=self.days_ahead,
            few_left=self.few_left,
            most_of_one=self.most_of_one,
            wrong_codes_told=self.wrong_codes_told,
            wrong_codes_barred=self.wrong_codes_barred,
            open_orders=self.open_orders,
            open_pieces=self.open_pieces,
            open_value=Money.dirhams(self.open_value),
            cancellations_a_day=self.cancellations_a_day,
            bring_in_hours=self.bring_in_hours,
            bring_in_from=self.bring_in_from,
            bring_in_until=self.bring_in_until,
            bring_in_place_ar=self.bring_in_place_ar,
            bring_in_place_en=self.bring_in_place_en,
            answer_hours=self.answer_hours,
            team_from=team_from,
            team_until=team_until,
            cash_rounding=Money(self.cash_rounding),
            undo_minutes=self.undo_minutes,
            hall_void_minutes=self.hall_void_minutes,
            low_stock=self.low_stock,
            return_days=self.return_days,
            label_sheet=self.label_sheet,
            printer_dots=self.printer_dots,
            contact_phone=self.contact_phone,
            contact_email=self.contact_email,
            instagram_url=self.instagram_url,
        )


def read_settings() -> Settings:
    """The settings as they are now; raises BadSettings with a line for each that cannot be."""
    try:
        return Settings()
    except ValidationError as error:
        raise BadSettings([line_of(each) for each in error.errors()]) from None
    except UnicodeDecodeError:
        raise BadSettings([f"{ENV_FILE} is no UTF-8 text"]) from None
    except OSError as error:
        raise BadSettings([f"{ENV_FILE} cannot be read ({error.strerror})"]) from None


def line_of(error: Any) -> str:
    """One setting's trouble in one line, without its value."""
    message = str(error["msg"]).removeprefix("Value error, ")
    names = [str(part) for part in error["loc"][:1]]
    return f"{PREFIX}{names[0].upper()}: {message}" if names else message


def unknown_settings() -> list[str]:
    """Names that look like settings and are none, in the environment or .env: misspelt, likely."""
    known = {PREFIX + name.upper() for name in Settings.model_fields}
    given = {*os.environ, *(name.upper() for name in dotenv_values(ENV_FILE))}
    return sorted(name for name in given if name.startswith(PREFIX) and name not in known)


def is_address(text: str) -> bool:
    """Whether it is an http(s) address with a host, and a port that can be."""
    try:
        parts = urlsplit(text)
        return parts.scheme in ("http", "https") and bool(parts.hostname) and parts.port != 0
    except ValueError:
        return False


def check_path(path: str) -> None:
    """A webhook's path that is served as it is written; raises ValueError."""
    if path in ("", "/"):
        raise ValueError(f"{PREFIX}TELEGRAM_WEBHOOK_URL needs a path, such as /telegram")
    if not PATH.fullmatch(path):
        # What is escaped comes unescaped, and braces are a pattern: no post would be found.
        raise ValueError(
            f"{PREFIX}TELEGRAM_WEBHOOK_URL needs a path of A-Z a-z 0-9 and plain signs, without %"
        )
    if path in OWN_PATHS:
        raise ValueError(f"{PREFIX}TELEGRAM_WEBHOOK_URL: {path} is served for itself")


def read_fees(text: str) -> dict[str, Money]:
    """Fees by emirate; those that are not named have their defaults. Raises ValueError."""
    fees = dict(DEFAULT_FEES)
    for part in parts_of(text):
        found = _FEE.fullmatch(part)
        if found is None or found[1] not in EMIRATES:
            raise ValueError(f"takes emirate=dirhams with one of {', '.join(EMIRATES)}")
        fees[found[1]] = Money.dirhams(int(found[2]), int(found[3] or 0))
    return fees


def read_windows(text: str) -> tuple[DeliveryWindow, ...]:
    """Delivery windows, in order and apart; none named: the defaults. Raises ValueError."""
    windows = tuple(read_window(part) for part in parts_of(text))
    ends = time(0)
    for window in windows:
        if window.starts < ends or window.ends <= window.starts:
            raise ValueError("takes windows in order that do not overlap")
        ends = window.ends
    return windows or DEFAULT_TERMS.windows


def read_window(part: str) -> DeliveryWindow:
    """`16:00-20:00=30`."""
    found = _WINDOW.fullmatch(part)
    if found is None or int(found[1]) > 23 or int(found[3]) > 23:
        raise ValueError("takes windows such as 16:00-20:00=30")
    starts, ends = time(int(found[1]), int(found[2])), time(int(found[3]), int(found[4]))
    return DeliveryWindow(starts, ends, int(found[5]))


def read_hours(text: str) -> tuple[time, time]:
    """From when until when the team is there; not said: the defaults. Raises ValueError."""
    if not text.strip():
        return DEFAULT_TERMS.team_from, DEFAULT_TERMS.team_until
    try:
        window = read_window(f"{text.strip()}=1")
    except ValueError:
        raise ValueError("takes hours such as 09:00-21:00") from None
    if window.starts >= window.ends:
        raise ValueError("takes hours that end after they begin")
    return window.starts, window.ends


def parts_of(text: str) -> list[str]:
    """The parts of a text that stand between spaces or commas."""
    return [part for part in re.split(r"[\s,]+", text.lower()) if part]


def default_folder(settings: Settings) -> Path:
    """Where what belongs to the database is kept, such as backups."""
    database = make_url(settings.database_url).database
    return Path(database).parent if database else Path("var")

"""Logs for whoever runs the bot: no token, no phone, no code, no sentence of a customer."""

from __future__ import annotations

import logging
import re
import sys
from collections.abc import MutableMapping, Sequence
from typing import Any, TextIO

import structlog

HIDDEN = "[hidden]"
_TOKENS = re.compile(r"[0-9]{3,20}:[A-Za-z0-9_-]{20,100}")
_PHONES = re.compile(r"(?:\+|00)[0-9][0-9 ()-]{7,18}[0-9]|\b(?:971|0)5[0-9]{8}\b")
_PARAMETERS = re.compile(r"\[parameters: .*?\]$", re.MULTILINE | re.DOTALL)
_ROWS = re.compile(r"^(\s*DETAIL:\s*).*$", re.MULTILINE)
_PASSWORDS = re.compile(r"(?<=://)([^\s:/@]+):[^\s/@]+@")
_QUIET = (
    "uvicorn",
    "alembic",
    "apscheduler",
    "aiosqlite",
    "asyncio",
    "PIL",
)

LogEvent = MutableMapping[str, Any]


def set_up_logs(
    level: str, *, as_json: bool = False, secrets: Sequence[str] = (), to: TextIO | None = None
) -> None:
    """Send every log line, of libraries too, to standard error, with what is secret taken out."""
    redact = Redactor(secrets)
    shared: list[Any] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        structlog.processors.format_exc_info,
    ]
    renderer: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if as_json
        else structlog.dev.ConsoleRenderer(
            colors=False, pad_event_to=0, exception_formatter=structlog.dev.plain_traceback
        )
    )
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.make_filtering_bound_logger(logging.getLevelName(level.upper())),
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(to or sys.stderr)
    handler.setFormatter(
        structlog.stdlib.ProcessorFormatter(
            foreign_pre_chain=shared,
            processors=[
                structlog.stdlib.ProcessorFormatter.remove_processors_meta,
                redact,
                renderer,
            ],
        )
    )
    root = logging.getLogger()
    root.handlers[:] = [handler]
    root.setLevel(level.upper())
    for name in _QUIET:
        logging.getLogger(name).setLevel(max(root.level, logging.WARNING))


class Redactor:
    """Takes tokens, passwords, phones, and statements' parameters and rows out of a log line."""

    def __init__(self, secrets: Sequence[str]) -> None:
        """`secrets` are values that never appear, wherever they turn up."""
        self._secrets = [secret for secret in secrets if secret]

    def __call__(self, _logger: Any, _method: str, event: LogEvent) -> LogEvent:
        """The event of a log line, with what is secret taken out of each value."""
        return {key: self.hide(value) for key, value in event.items()}

    def hide(self, value: Any) -> Any:
        """The value, as text without what is secret; numbers stay numbers."""
        if value is None or isinstance(value, bool | int | float):
            return value
        text = str(value)
        for secret in self._secrets:
            text = text.replace(secret, HIDDEN)
        text = _TOKENS.sub(HIDDEN, text)
        text = _PASSWORDS.sub(rf"\1:{HIDDEN}@", text)
        text = _ROWS.sub(rf"\1{HIDDEN}", text)
        text = _PARAMETERS.sub(f"[parameters: {HIDDEN}]", text)
        return _PHONES.sub(HIDDEN, text)

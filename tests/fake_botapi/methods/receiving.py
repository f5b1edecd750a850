"""How the bot wants its updates: by webhook or by asking."""

from __future__ import annotations

import ipaddress
import re
from urllib.parse import urlsplit

from telegram.constants import WebhookLimit

from tests.fake_botapi.platform import Platform, WebhookSettings
from tests.fake_botapi.refused import bad_request
from tests.fake_botapi.updates import DEFAULT_KINDS, KNOWN_KINDS

from .registry import Arguments, taught

_SECRET = re.compile(r"[A-Za-z0-9_-]*")
_PORTS = (443, 80, 88, 8443)


def set_allowed(platform: Platform, call: Arguments) -> None:
    """Takes the kinds of updates that a call asks for; without them the last choice stays."""
    wanted = call.values.get("allowed_updates")
    if not isinstance(wanted, list):
        return
    unknown = [kind for kind in wanted if kind not in KNOWN_KINDS]
    if unknown:
        raise bad_request(f"can't parse allowed updates: unknown {unknown}")
    platform.updates.allowed = frozenset(wanted) if wanted else DEFAULT_KINDS
    platform.webhook.allowed_updates = list(wanted)


def _check_url(url: str) -> None:
    parts = urlsplit(url)
    if parts.hostname and _is_loopback(parts.hostname):
        return
    if parts.scheme != "https":
        raise bad_request("bad webhook: An HTTPS URL must be provided for webhook")
    if (parts.port or 443) not in _PORTS:
        raise bad_request("bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443")


def _is_loopback(host: str) -> bool:
    """Only a webhook on the same machine may do without https, for tests."""
    try:
        return ipaddress.ip_address(host).is_loopback
    except ValueError:
        return host == "localhost"


@taught("setWebhook")
def set_webhook(platform: Platform, call: Arguments) -> object:
    url, secret = call.text("url"), call.text("secret_token")
    if len(secret) > WebhookLimit.MAX_SECRET_TOKEN_LENGTH:
        raise bad_request("secret token is too long")
    if not _SECRET.fullmatch(secret):
        raise bad_request("secret token contains unallowed characters")
    if not url:
        return delete_webhook(platform, call)
    _check_url(url)
    connections = call.whole("max_connections", 40)
    limit = WebhookLimit
    if not limit.MIN_CONNECTIONS_LIMIT <= connections <= limit.MAX_CONNECTIONS_LIMIT:
        raise bad_request("max_connections must be 1-100")
    platform.webhook = WebhookSettings(url, secret, connections, platform.webhook.allowed_updates)
    _begin(platform, call)
    return True


@taught("deleteWebhook")
def delete_webhook(platform: Platform, call: Arguments) -> object:
    platform.webhook = WebhookSettings(allowed_updates=platform.webhook.allowed_updates)
    _begin(platform, call)
    return True


def _begin(platform: Platform, call: Arguments) -> None:
    set_allowed(platform, call)
    if call.values.get("drop_pending_updates"):
        platform.updates.drop()
    platform.webhook_set()
    platform.started_anew()
    platform.updates.arrived.ring()


@taught("getWebhookInfo")
def get_webhook_info(platform: Platform, call: Arguments) -> object:
    del call
    webhook = platform.webhook
    said: dict[str, object] = {
        "url": webhook.url,
        "has_custom_certificate": False,
        "pending_update_count": len(platform.updates.pending),
    }
    if webhook.url:
        said["max_connections"] = webhook.max_connections
        said["ip_address"] = "127.0.0.1"
    if webhook.last_error:
        said["last_error_date"] = webhook.last_error_date
        said["last_error_message"] = webhook.last_error
    if webhook.allowed_updates:
        said["allowed_updates"] = webhook.allowed_updates
    return said

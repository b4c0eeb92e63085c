"""Tells whether a request was made on this machine, or may come from elsewhere.

Home is what nothing contradicts. A proxy, a tunnel or another website in front of a page that
listens on loopback leads strangers to it, and the last hop always looks local. So a request is
believed only when every part of it is as browsers and programs of this machine make it.
"""

from collections.abc import Mapping, MutableMapping
from typing import Any
from urllib.parse import urlsplit

from ..config.machine import is_loopback
from . import peer

# What browsers and programs were seen to send to a page of their own machine.
_LOCAL = {
    *("accept", "accept-encoding", "accept-language", "authorization", "cache-control"),
    *("connection", "content-length", "content-type", "cookie", "dnt", "expect", "host"),
    *("mcp-protocol-version", "mcp-session-id", "last-event-id"),
    *("if-modified-since", "if-none-match", "if-range", "origin", "pragma", "priority", "purpose"),
    *("range", "referer", "save-data", "te", "transfer-encoding", "upgrade-insecure-requests"),
    *("user-agent", "x-gradio-user", "x-requested-with", "x-wavespeed-key"),
}
_LOCAL_FAMILIES = ("sec-ch-ua", "sec-fetch-", "sec-gpc", "sec-purpose")  # only browsers set them
_MARK = "seedance.why_not_home"
_UNMARKED = "it did not come in by the front door"


def why_not(scope: Mapping[str, Any]) -> str:
    """What contradicts that an ASGI request was made on this machine, in a few words; empty when
    nothing does. Ask while the sender still waits: the system is asked who that is."""
    return contradiction(scope) or peer.why_not(scope.get("client"), scope.get("server"))


def mark(scope: MutableMapping[str, Any], why_not: str) -> None:
    """Write the decision into the request, where no header and no inner call can write it."""
    scope[_MARK] = why_not


def decided(scope: Mapping[str, Any]) -> str:
    """The decision that `mark` wrote. A request without one is not home."""
    return str(scope.get(_MARK, _UNMARKED))


def site(url: str) -> tuple[str, str]:
    """Scheme and host with port, in lower case; empty ones for what is no address."""
    try:
        parts = urlsplit(url.strip().lower())
        return parts.scheme, parts.netloc if parts.hostname else ""
    except ValueError:
        return "", ""


def contradiction(scope: Mapping[str, Any]) -> str:
    """The same by what the request itself says. It is never compared with our own port: `ssh -L`
    and editors forward other ones."""
    sent = [(_text(name).lower(), _text(value)) for name, value in scope["headers"]]
    if strange := [name for name, _ in sent if not _is_local(name)]:
        return f"it carries the header {strange[0][:40]!r}"
    if scope.get("http_version") != "1.1":  # nginx before 1.29.7 speaks 1.0 to what is behind it
        return "it does not speak HTTP/1.1"
    hosts = [value for name, value in sent if name == "host"]
    own = site(f"{scope.get('scheme')}://{hosts[0]}") if len(hosts) == 1 else ("", "")
    if not is_loopback(urlsplit(f"//{own[1]}").hostname or ""):
        return f"it calls this page {', '.join(hosts)[:60]!r}"
    for name, value in sent:
        if name in ("origin", "referer") and site(value) != own:
            return f"its {name} is {value[:60]!r}"
        if name == "sec-fetch-site" and value not in ("same-origin", "none"):
            return "another website made it"
    return ""


def _is_local(name: str) -> bool:
    return name in _LOCAL or name.startswith(_LOCAL_FAMILIES)


def _text(raw: bytes) -> str:
    return raw.decode("latin-1")

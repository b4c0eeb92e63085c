"""The road of a request, as the environment says it: through which proxy, by whose certificates."""

import re
import ssl
from collections.abc import Mapping
from contextlib import suppress
from ipaddress import ip_address
from urllib.parse import urlsplit

from ..config import LOOPBACK

_PROXIES = ("http_proxy", "https_proxy", "all_proxy")
_PROXY = re.compile(r"https?://([^\s/?#@\\\[\]]*@)?([^\s:\[\]]+|\[[\da-f:]+\])(:\d+)?/?", re.I)
_PATTERN = re.compile(r"[\w.*-]+(:\d{1,5}|/\d+)?", re.A)  # of hosts in NO_PROXY: .corp, 10.0.0.0/8
# In place of a proxy that nobody here can use: emptied, it would let requests go around it.
_NOWHERE = "http://unusable-proxy.invalid"


def environment(env: Mapping[str, str]) -> dict[str, str]:
    """What to set beside `env` before Gradio is imported. Loopback goes through no proxy. Values
    that Gradio's HTTP library cannot read end the process there and then, so they are replaced."""
    kept = _spared(env.get("no_proxy") or env.get("NO_PROXY") or "")
    changed = {"no_proxy": kept, "NO_PROXY": kept}
    for name, value in env.items():
        if name.lower() in _PROXIES:
            proxy = value.strip()
            changed[name] = proxy if not proxy or _usable(proxy) else _NOWHERE
    if (file := env.get("SSL_CERT_FILE")) and not _loads(file):
        changed["SSL_CERT_FILE"] = ""
    return changed


def is_home(url: str) -> bool:
    """Whether an address is this machine's own, which no proxy leads to."""
    return urlsplit(url).hostname in LOOPBACK


def _usable(proxy: str) -> bool:
    address = proxy if "://" in proxy else f"http://{proxy}"
    with suppress(ValueError):
        parts = urlsplit(address)
        well_formed = _PROXY.fullmatch(address) and _is_host(parts.hostname) and parts.port != 0
        return bool(well_formed) and address != _NOWHERE
    return False


def _spared(hosts: str) -> str:
    """NO_PROXY with loopback in it, and without what is neither a name nor an address."""
    given = [each.strip() for each in hosts.split(",")]
    if "*" in given:
        return "*"
    kept = (each for each in given if _is_host(each) or _PATTERN.fullmatch(each))
    return ",".join(dict.fromkeys([*kept, *sorted(LOOPBACK)]))


def _is_host(text: str | None) -> bool:
    with suppress(ValueError):
        return bool(ip_address(text or ""))
    return bool(re.fullmatch(r"(?:[\w-]{1,63}\.)*(?!\d+$)[\w-]{1,63}", text or "", re.ASCII))


def _loads(file: str) -> bool:
    """Whether there are certificates in it."""
    try:
        ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT).load_verify_locations(file)
    except OSError:  # an SSLError is one
        return False
    return True

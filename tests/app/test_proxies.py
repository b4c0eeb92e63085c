"""The app where the environment names proxies that lead nowhere or cannot be read."""

from pathlib import Path
from typing import Any

from ..apps import running_app
from ..raw_api import RawApi, picture

PROXIES: dict[str, Any] = {
    "HTTP_PROXY": "http://127.0.0.1:9",
    "https_proxy": "socks5://127.0.0.1:9",
    "ALL_PROXY": "nonsense://[",
    "NO_PROXY": "[::1],fe80::/10",
    "SSL_CERT_FILE": "nowhere.pem",
}


def test_an_animatic_is_made_under_any_proxy(tmp_path: Path, cup: Path) -> None:
    with running_app(tmp_path / "data", **PROXIES) as app:
        raw = RawApi(app.url)
        made = raw.call("generate", [picture(raw.upload(cup)), "push in", 5, "local/animatic", ""])
        assert "ready in" in made.status, made.text
        assert len(app.clips) == 1
        assert "Traceback" not in app.log.read_text("utf-8")

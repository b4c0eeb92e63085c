"""Hugging Face sign-in on a Space with `hf_oauth: true`: who signed in may use the owner's key."""

import base64
import hashlib
import json
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from ..apps import App, running_app
from ..faults.life import make_clip
from ..faults.provider import KEY, MODEL, Provider, serving
from ..raw_api import RawApi, picture

pytest.importorskip("authlib", reason="a Space brings gradio[oauth]; here it is not installed")
SECRET = "the-spaces-oauth-secret"
SPACE: dict[str, Any] = {
    "SYSTEM": "spaces",
    "SPACE_ID": "anna/seedance",
    "OAUTH_CLIENT_ID": "client",
    "OAUTH_CLIENT_SECRET": SECRET,
    "OAUTH_SCOPES": "openid profile",
    "OPENID_PROVIDER_URL": "https://huggingface.invalid",
}


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(make_clip(), polls=0)) as running:
        yield running


@pytest.fixture
def space(tmp_path: Path, provider: Provider) -> Iterator[App]:
    settings: Any = {
        "WAVESPEED_API_KEY": KEY,
        "WAVESPEED_BASE_URL": provider.base_url,
        "SEEDANCE_VISITOR_DAILY_CLIPS": "1",
    }
    with running_app(tmp_path / "data", **settings, **SPACE) as app:
        yield app


def session_of(name: str, secret: str = SECRET) -> str:
    """The cookie that the Space's app sets when `name` comes back from Hugging Face."""
    signer = pytest.importorskip("itsdangerous").TimestampSigner
    user = {"sub": "1", "name": name, "preferred_username": name, "picture": "", "profile": ""}
    info = {"userinfo": user, "access_token": "t", "scope": "", "expires_at": time.time() + 999}
    content = base64.b64encode(json.dumps({"oauth_info": info}).encode())
    key = hashlib.sha256(f"{secret}-v4".encode()).hexdigest()
    return str(signer(key).sign(content).decode())


def test_who_signed_in_uses_the_owners_key_and_counts_by_name(
    space: App, provider: Provider, cup: Path
) -> None:
    raw = RawApi(space.url)
    assert any(c["props"].get("elem_id") == "sign-in" for c in raw.config["components"])
    path = raw.upload(cup)

    def press(prompt: str, **headers: str) -> Any:
        return raw.call("generate", [picture(path), prompt, 5, MODEL, ""], **headers)

    anna, ben = ({"Cookie": f"session={session_of(name)}"} for name in ("anna", "ben"))
    forged = {"Cookie": f"session={session_of('anna', 'guessed')}"}
    for nobody in ({}, forged):
        refused = press("push in", **nobody)
        assert refused.code == "not_allowed"
        assert "Sign in to use" in refused.status
    assert "charged" in press("a", **anna).status
    assert press("b", **anna, **{"X-Forwarded-For": "1.2.3.4"}).code == "clips_used"
    assert press("c", **ben, **{"Sec-Fetch-Site": "cross-site"}).code == "not_allowed"
    assert "charged" in press("c", **ben).status
    assert provider.count("submit") == 2
    assert "without an end" in space.log.read_text("utf-8")

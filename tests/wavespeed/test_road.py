"""The same road both ways: what serves the paid POST serves the clip, or is told before it."""

import importlib
from pathlib import Path

import pytest
from requests.utils import DEFAULT_CA_BUNDLE_PATH

from seedance_demo.wavespeed import road

from ..faults.life import Outcome, make_clip, outcome, press, runner_for
from ..faults.provider import Provider, serving

CLIP = make_clip()
SOCKS = "socks5://127.0.0.1:9"


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("HTTP_PROXY", "HTTPS_PROXY", "ALL_PROXY", "NO_PROXY"):
        monkeypatch.delenv(name, raising=False)
        monkeypatch.delenv(name.lower(), raising=False)


@pytest.fixture
def provider() -> Provider:
    return Provider(CLIP)


def pressed(provider: Provider, folder: Path) -> Outcome:
    runner = runner_for(provider, folder)
    return outcome(provider, runner, press(runner))


def comes_home(provider: Provider, folder: Path) -> None:
    end = pressed(provider, folder)
    assert (end.posts, end.phase, end.decodes) == (1, "completed", True), end.sentence


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", SOCKS, "nonsense://["])
def test_loopback_goes_through_no_proxy(
    provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    for name in ("HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, address)
    with serving(provider):
        comes_home(provider, tmp_path)


@pytest.mark.parametrize("name", ["HTTP_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
@pytest.mark.parametrize(
    ("value", "becomes"),
    [
        ("http://127.0.0.1:9", "http://127.0.0.1:9"),
        (" proxy.corp:3128 ", "proxy.corp:3128"),
        ("https://user:p%40ss@[fd00::1]:8443/", "https://user:p%40ss@[fd00::1]:8443/"),
        ("", ""),
        (" ", ""),
        *((value, "http://unusable-proxy.invalid") for value in (SOCKS, "socks4a://h", "ftp://h")),
        *(
            (value, "http://unusable-proxy.invalid")
            for value in ("http://h:port", "http://[", "::1")
        ),
        *(
            (value, "http://unusable-proxy.invalid")
            for value in ('"http://h:9"', "http://h:0", "1.2")
        ),
    ],
)
def test_gradio_starts_under_any_proxy(
    monkeypatch: pytest.MonkeyPatch, name: str, value: str, becomes: str
) -> None:
    """Its HTTP library reads the environment when it is imported."""
    for variable, said in road.environment({name: value}).items():
        monkeypatch.setenv(variable, said)
    assert road.environment({name: value})[name] == becomes
    importlib.import_module("httpx").Client(verify=False).close()  # asks nobody


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        ({}, ""),
        ({"NO_PROXY": ".corp,10.0.0.0/8, a.example:80"}, ".corp,10.0.0.0/8,a.example:80,"),
        ({"no_proxy": "lower.example", "NO_PROXY": "upper.example"}, "lower.example,"),
        ({"NO_PROXY": "[::1],fe80::/10,h:port,ü.de,fd00::5,<local>"}, "fd00::5,"),
    ],
)
def test_loopback_is_added_to_what_is_spared_the_proxy(
    monkeypatch: pytest.MonkeyPatch, given: dict[str, str], kept: str
) -> None:
    changed = road.environment(given | {"HTTP_PROXY": "http://127.0.0.1:9"})
    assert changed["NO_PROXY"] == changed["no_proxy"] == f"{kept}127.0.0.1,::1,localhost"
    for variable, said in changed.items():
        monkeypatch.setenv(variable, said)
    importlib.import_module("httpx").Client(verify=False).close()  # asks nobody


@pytest.mark.parametrize("everything", ["*", "a.example, *"])
def test_no_proxy_for_anything_stays_that(everything: str) -> None:
    assert road.environment({"no_proxy": everything})["NO_PROXY"] == "*"


def test_certificates_that_gradio_cannot_read_are_left_out(tmp_path: Path) -> None:
    for file in (tmp_path, tmp_path / "nowhere.pem", Path(__file__)):
        assert road.environment({"SSL_CERT_FILE": str(file)})["SSL_CERT_FILE"] == ""
    assert "SSL_CERT_FILE" not in road.environment({"SSL_CERT_FILE": DEFAULT_CA_BUNDLE_PATH})

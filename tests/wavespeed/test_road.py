"""The same road both ways: what serves the paid POST serves the clip, or is told before it."""

import importlib
import tomllib
from collections.abc import Iterator
from pathlib import Path

import pytest

from seedance_demo.config.settings import PUBLIC_API
from seedance_demo.errors import ClipUnavailable, Unreachable
from seedance_demo.wavespeed import Client, road
from seedance_demo.wavespeed.download import download
from seedance_demo.wavespeed.transport import BRISK, USER_AGENT

from ..faults import provider as does
from ..faults.life import HTTP, Outcome, make_clip, outcome, press, runner_for
from ..faults.provider import KEY, Provider, serving
from .roads import API, CA, Proxy, empty_environment, encrypted, proxying, resolve_to

CLIP = make_clip()
SOCKS = "socks5://127.0.0.1:9"
FAKE_IP = "198.18.0.7"


@pytest.fixture(autouse=True)
def _environment(monkeypatch: pytest.MonkeyPatch) -> None:
    empty_environment(monkeypatch)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(CA))


@pytest.fixture
def provider() -> Provider:
    return Provider(CLIP)


@pytest.fixture
def port(provider: Provider) -> Iterator[int]:
    """Where the provider is, which calls itself api.example."""
    with encrypted(provider) as port:
        yield port


@pytest.fixture
def proxy(port: int) -> Iterator[Proxy]:
    with proxying(Proxy(port)) as running:
        yield running


def pressed(provider: Provider, folder: Path) -> Outcome:
    runner = runner_for(provider, folder)
    return outcome(provider, runner, press(runner))


def comes_home(provider: Provider, folder: Path) -> None:
    end = pressed(provider, folder)
    assert (end.posts, end.phase, end.decodes) == (1, "completed", True), end.sentence


def is_told_before(provider: Provider, folder: Path, says: str) -> None:
    end = pressed(provider, folder)
    assert (provider.seen, end.phase) == ([], "failed")
    assert says in end.sentence
    assert end.sentence.count("Nothing was charged.") == 1


def test_a_certificate_of_another_name_is_not_believed(provider: Provider, port: int) -> None:
    provider.base_url = f"https://localhost:{port}"
    with pytest.raises(Unreachable):
        Client(provider.base_url, KEY, BRISK).balance()
    assert provider.seen == []


@pytest.mark.parametrize("variable", ["HTTPS_PROXY", "https_proxy", "ALL_PROXY", "all_proxy"])
@pytest.mark.parametrize("bundle", ["REQUESTS_CA_BUNDLE", "CURL_CA_BUNDLE"])
def test_a_proxy_and_a_private_ca_serve_the_clip_too(
    provider: Provider,
    proxy: Proxy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    variable: str,
    bundle: str,
) -> None:
    monkeypatch.setenv(variable, proxy.url if variable.isupper() else proxy.url[len("http://") :])
    monkeypatch.delenv("REQUESTS_CA_BUNDLE")
    monkeypatch.setenv(bundle, str(CA))
    comes_home(provider, tmp_path)
    assert set(proxy.asked) == {"api.example:443"}


@pytest.mark.parametrize("address", [FAKE_IP, "198.19.255.254"])
def test_a_resolver_that_answers_198_18_serves_the_clip_too(
    provider: Provider,
    port: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    address: str,
) -> None:
    connected = resolve_to(monkeypatch, port, address)
    comes_home(provider, tmp_path)
    assert {at for at, _ in connected} == {address}


@pytest.mark.parametrize(
    "environment",
    [
        {"ALL_PROXY": SOCKS},
        {"https_proxy": "socks4a://127.0.0.1:9"},
        {"HTTPS_PROXY": "http://proxy:port"},
        {"ALL_PROXY": "ftp://127.0.0.1"},
        {"HTTPS_PROXY": SOCKS, "NO_PROXY": "api.example"},  # the POST would pass, the clip not
        road.environment({"ALL_PROXY": SOCKS}),  # as the app has it
    ],
)
def test_a_proxy_that_cannot_be_used_is_told_before_the_post(
    provider: Provider,
    port: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    environment: dict[str, str],
) -> None:
    resolve_to(monkeypatch, port, "93.184.216.34")
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    is_told_before(provider, tmp_path, "SOCKS is not supported")


@pytest.mark.parametrize("place", ["nowhere.pem", "empty.pem"])
def test_certificates_that_cannot_be_read_are_told_before_the_post(
    provider: Provider,
    port: int,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:
    (tmp_path / "empty.pem").touch()
    resolve_to(monkeypatch, port, "93.184.216.34")
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / place))
    is_told_before(provider, tmp_path, "REQUESTS_CA_BUNDLE")


@pytest.mark.parametrize("answers", [["10.0.0.5"], ["100.64.0.9"], [FAKE_IP, "fc00::7"]])
def test_a_resolver_that_leads_inside_is_told_before_the_post(
    provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, answers: list[str]
) -> None:
    with encrypted(provider, PUBLIC_API) as port:
        resolve_to(monkeypatch, port, *answers)
        is_told_before(provider, tmp_path, f"leads to {answers[-1]}")


@pytest.mark.parametrize(
    ("place", "says"),
    [
        ("https://cdn.example/file/a.mp4", "the proxy of this machine does not lead to it"),
        ("https://unknown.example/file/a.mp4", "no connection to its host could be trusted"),
    ],
)
def test_a_road_refused_afterwards_leaves_the_address_and_the_cause(
    provider: Provider,
    proxy: Proxy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
    says: str,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    proxy.refuses.add("cdn.example")
    provider.misbehave("poll", does.task_says(status="completed", outputs=[place]))
    runner = runner_for(provider, tmp_path)
    job = press(runner)
    end = outcome(provider, runner, job)
    row = runner.ledger.job(job)
    assert (end.posts, end.phase) == (1, "saving")
    assert says in end.sentence
    assert row
    assert row.url == place


def test_certificates_that_are_gone_afterwards_are_no_full_disk(
    proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    monkeypatch.setenv("REQUESTS_CA_BUNDLE", str(tmp_path / "nowhere.pem"))
    with pytest.raises(ClipUnavailable, match="could be trusted"):
        download(f"{API}/file/a.mp4", tmp_path / "part", API, HTTP)


@pytest.mark.parametrize(
    "place",
    [
        "http://cdn.example/file/a.mp4",
        "http://cdn.example:80/file/a.mp4",
        "//cdn.example/file/a.mp4",
        "/file/a.mp4",
        "HTTPS://CDN.EXAMPLE./file/a.mp4",
    ],
)
def test_an_address_of_a_public_host_is_asked_with_https(
    provider: Provider,
    proxy: Proxy,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    place: str,
) -> None:
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    for url in (place, f"{API}/file/first.mp4"):
        download(url, tmp_path / "part", API, HTTP)
        assert (tmp_path / "part").read_bytes() == CLIP
        provider.misbehave("file", does.redirect(place), 1)  # and so is where a redirect leads
    assert all(each.endswith(":443") for each in proxy.asked)


@pytest.mark.parametrize("by_proxy", [True, False])
@pytest.mark.parametrize(
    "host",
    [
        *(
            "127.1",
            "2130706433",
            "0x7f.1",
            "0177.0.0.1",
            "１２７.0.0.1",
            "127.0.0.1.",
            "127%2e0.0.1",
        ),
        *("localhost.", "a.localhost", "intranet", "nas.local", "metadata.google.internal"),
        *(
            FAKE_IP,
            "10.0.0.1",
            "[::ffff:10.0.0.1]",
            "[fe80::1%25eth0]",
            "[fc00::7]",
            "user@a.example",
        ),
    ],
)
def test_what_is_inside_by_its_name_is_not_asked_for(
    proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, by_proxy: bool, host: str
) -> None:
    connected = resolve_to(monkeypatch, proxy.leads_to, FAKE_IP)
    if by_proxy:
        monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    with pytest.raises(ClipUnavailable, match="not safe to open"):
        download(f"https://{host}/a.mp4", tmp_path / "part", API, HTTP)
    assert proxy.asked == connected == []


@pytest.mark.parametrize("address", ["http://127.0.0.1:9", SOCKS, "nonsense://["])
def test_loopback_goes_through_no_proxy(
    provider: Provider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, address: str
) -> None:
    for name in ("HTTP_PROXY", "https_proxy", "ALL_PROXY"):
        monkeypatch.setenv(name, address)
    with serving(provider):
        comes_home(provider, tmp_path)


def test_every_request_says_who_asks_and_no_clip_gets_a_login(
    provider: Provider, proxy: Proxy, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "netrc").write_text("default login somebody password secret")
    monkeypatch.setenv("NETRC", str(tmp_path / "netrc"))
    monkeypatch.setenv("HTTPS_PROXY", proxy.url)
    comes_home(provider, tmp_path)
    assert {seen.headers["user-agent"] for seen in provider.seen} == {USER_AGENT}
    logins = {seen.step: seen.headers.get("authorization") for seen in provider.seen}
    assert logins["file"] is logins["put"] is None


def test_the_version_it_says_is_the_packages() -> None:
    project = tomllib.loads((Path(__file__).parents[2] / "pyproject.toml").read_text("utf-8"))
    assert f"{project['project']['name']}/{project['project']['version']}" == USER_AGENT


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
    assert "SSL_CERT_FILE" not in road.environment({"SSL_CERT_FILE": str(CA)})

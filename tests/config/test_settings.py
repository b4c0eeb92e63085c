from dataclasses import fields
from decimal import Decimal
from pathlib import Path

import pytest

from seedance_demo.config.keys import check_key, clean_key
from seedance_demo.config.machine import has_sign_in
from seedance_demo.config.settings import (
    PUBLIC_API,
    Settings,
    forget_secrets,
    read_settings,
)
from seedance_demo.errors import BadKey, BadSetting

pytestmark = pytest.mark.machine

README = Path(__file__).parents[2] / "README.md"


def test_an_empty_environment_is_a_private_page_without_a_key(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    settings = read_settings({})
    assert settings == Settings("", PUBLIC_API, tmp_path / "outputs")


def test_blank_values_count_as_unset() -> None:
    assert read_settings({"WAVESPEED_API_KEY": "  ", "WAVESPEED_BASE_URL": ""}) == read_settings({})


def test_the_key_does_not_show_when_settings_are_printed() -> None:
    assert "wsk-canary" not in repr(read_settings({"WAVESPEED_API_KEY": "wsk-canary"}))


PASTED = [
    "ab12-CD_",
    "  ab12-CD_\r\n",
    '"ab12-CD_";',
    "“ab12-CD_”",
    "「ab12-CD_」",
    "`ab12-CD_`",
    "\ufeffab12\u200b-CD_\u2060",
    "Bearer\u00a0ab12-CD_",
    "Authorization: bearer ab12-CD_",
    "-H 'X-WaveSpeed-Key: ab12-CD_'",
    "WAVESPEED_API_KEY=ab12-CD_",
    "export WAVESPEED_API_KEY='ab12-CD_'  # mine",
    '$env:WAVESPEED_API_KEY = "ab12-CD_"',
    'setx WAVESPEED_API_KEY "ab12-CD_"',
    '"WAVESPEED_API_KEY": "ab12-CD_",',
    "密钥：ab12-CD_",
]
NO_KEYS = [
    *("YOUR_API_KEY", "<your key>", "${WAVESPEED_API_KEY}", "sk-...", "sk-…", "yourApiKeyHere"),
    *("{{ secrets.WAVESPEED }}", "%KEY%", "$KEY", "wsk_••••1234", "ab12****", "xxxxxxxx", "TODO"),
    *(
        "WAVESPEED_API_KEY=",
        "WAVESPEED_API_KEY=paste-your-token-here",
        "ab12\ncd34",
        "ключ",
        "a" * 999,
    ),
]


@pytest.mark.parametrize("pasted", PASTED)
def test_a_key_is_what_is_left_of_what_was_pasted(pasted: str) -> None:
    assert clean_key(pasted) == "ab12-CD_"
    assert read_settings({"WAVESPEED_API_KEY": pasted}).api_key == "ab12-CD_"
    assert clean_key(f"{pasted}\n") == clean_key(clean_key(pasted)), "and stays so"


@pytest.mark.parametrize("nothing", ["", None, "\u200b", '""', " “” "])
def test_quotes_around_nothing_are_no_key(nothing: str | None) -> None:
    assert clean_key(nothing) == ""


@pytest.mark.parametrize("pasted", NO_KEYS)
def test_what_stands_in_for_a_key_is_told_at_the_start(pasted: str) -> None:
    with pytest.raises(BadSetting, match="WAVESPEED_API_KEY cannot be used") as caught:
        read_settings({"WAVESPEED_API_KEY": pasted})
    assert pasted not in str(caught.value).removeprefix("WAVESPEED_API_KEY"), "it may be a secret"
    with pytest.raises(BadKey):
        check_key(clean_key(pasted))


@pytest.mark.parametrize("key", ["dev", "wsk-canary", "9f" * 32, "ab12==", "a/b+c", "mykeys-7"])
def test_a_real_key_is_left_as_it_is(key: str) -> None:
    assert check_key(clean_key(key)) == key


@pytest.mark.parametrize(
    ("given", "used"),
    [
        ("https://api.wavespeed.ai/", "https://api.wavespeed.ai"),
        ("https://api.wavespeed.ai/api/v3", "https://api.wavespeed.ai"),
        ("http://127.0.0.1:8791", "http://127.0.0.1:8791"),
        ("http://localhost:8791/api/v3/", "http://localhost:8791"),
    ],
)
def test_base_urls_as_people_paste_them(given: str, used: str) -> None:
    assert read_settings({"WAVESPEED_BASE_URL": given}).base_url == used


@pytest.mark.parametrize(
    "given",
    [
        "http://api.wavespeed.ai",
        "http://10.0.0.5:80",
        "ftp://127.0.0.1",
        "api.wavespeed.ai",
        "https://user:pw@api.wavespeed.ai",
        "https://api.wavespeed.ai/?a=b",
        "https://",
        "http://[",
    ],
)
def test_a_base_url_that_would_expose_the_key_is_refused(given: str) -> None:
    with pytest.raises(BadSetting, match="WAVESPEED_BASE_URL"):
        read_settings({"WAVESPEED_BASE_URL": given})


@pytest.mark.parametrize(
    ("env", "field", "value"),
    [
        ({"SEEDANCE_DAILY_BUDGET": "6"}, "daily_budget", Decimal(6)),
        ({"SEEDANCE_DAILY_BUDGET": "$12.50"}, "daily_budget", Decimal("12.5")),
        ({"SEEDANCE_DAILY_BUDGET": "0"}, "daily_budget", Decimal(0)),
        ({"SEEDANCE_DAILY_BUDGET": " "}, "daily_budget", None),
        ({"SEEDANCE_VISITOR_DAILY_CLIPS": "3"}, "visitor_clips", 3),
        ({"SEEDANCE_CLIPS_PER_MINUTE": "60"}, "clips_per_minute", 60),
        ({"SEEDANCE_AUTH": "anna:pw"}, "auth", (("anna", "pw"),)),
        ({"SEEDANCE_AUTH": "anna:p:w, ben:x"}, "auth", (("anna", "p:w"), ("ben", "x"))),
        ({}, "auth", ()),
    ],
)
def test_limits_and_logins_as_people_write_them(
    env: dict[str, str], field: str, value: object
) -> None:
    assert getattr(read_settings(env), field) == value


@pytest.mark.parametrize(
    ("name", "given"),
    [
        *(("SEEDANCE_DAILY_BUDGET", each) for each in ("-1", "six", "1e3", "NaN", "inf", "6,50")),
        *(("SEEDANCE_VISITOR_DAILY_CLIPS", each) for each in ("-1", "1.5", "many")),
        *(("SEEDANCE_CLIPS_PER_MINUTE", each) for each in ("0", "-1", "1.5", "many")),
        *(("SEEDANCE_AUTH", each) for each in ("anna", "anna:", ":pw", "a:b,", "a:b,a:c")),
    ],
)
def test_a_limit_that_cannot_be_understood_is_no_limit_to_start_with(name: str, given: str) -> None:
    with pytest.raises(BadSetting, match=name) as caught:
        read_settings({name: given})
    assert given not in str(caught.value) or name != "SEEDANCE_AUTH"


def test_secrets_leave_the_environment_once_they_are_read() -> None:
    env = {"WAVESPEED_API_KEY": "k", "SEEDANCE_AUTH": "a:b", "SEEDANCE_DAILY_BUDGET": "6"}
    assert "a:b" not in repr(read_settings(env))
    forget_secrets(env)
    assert env == {"SEEDANCE_DAILY_BUDGET": "6"}


def test_sign_in_exists_on_a_space_with_oauth_only() -> None:
    assert has_sign_in({"SPACE_ID": "a/b", "OAUTH_CLIENT_ID": "c"})
    assert not has_sign_in({"OAUTH_CLIENT_ID": "c"})
    assert not has_sign_in({"SPACE_ID": "a/b"})


@pytest.mark.parametrize(
    ("env", "data_dir", "work"),
    [
        ({}, "outputs", "outputs"),
        ({"SPACE_ID": "a/b"}, "outputs", "outputs"),
        ({"SEEDANCE_DATA_DIR": "mount/film"}, "mount/film", "mount/film"),
        ({"SPACE_ID": "a/b", "SEEDANCE_DATA_DIR": "mount"}, "mount", "outputs"),
        ({"SPACE_ID": "a/b", "SEEDANCE_DATA_DIR": "mount/film"}, "mount/film", "outputs"),
        ({"SPACE_ID": "a/b", "SEEDANCE_DATA_DIR": "films"}, "films", "films"),
    ],
)
def test_on_a_space_no_database_lies_on_what_is_mounted(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, env: dict[str, str], data_dir: str, work: str
) -> None:
    monkeypatch.chdir(tmp_path)
    mounts = Path("/"), tmp_path / "mount"
    monkeypatch.setattr("os.path.ismount", lambda path: Path(path) in mounts)
    settings = read_settings(env)
    assert settings.clips == tmp_path / data_dir / "clips"
    assert settings.pictures == tmp_path / data_dir / "pictures"
    assert settings.ledger == tmp_path / work / "ledger.sqlite"
    assert settings.cache == tmp_path / work / "cache"


def test_the_readme_lists_exactly_the_settings_there_are() -> None:
    rows = [line for line in README.read_text("utf-8").splitlines() if line.startswith("| `")]
    listed = {row.split("`")[1]: row.split("|")[3].strip() for row in rows}
    declared = {
        each.metadata["env"]: each.metadata["about"] for each in fields(Settings) if each.metadata
    }
    assert listed == declared

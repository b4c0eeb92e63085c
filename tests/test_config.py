from dataclasses import fields
from pathlib import Path

import pytest

from seedance_demo.config import PUBLIC_API, Settings, read_settings
from seedance_demo.errors import BadSetting

README = Path(__file__).parents[1] / "README.md"


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


def test_the_readme_lists_exactly_the_settings_there_are() -> None:
    rows = [line for line in README.read_text().splitlines() if line.startswith("| `")]
    listed = {row.split("`")[1]: row.split("|")[3].strip() for row in rows}
    declared = {each.metadata["env"]: each.metadata["about"] for each in fields(Settings)}
    assert listed == declared

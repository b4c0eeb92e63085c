"""A Space is made, brought up to date and left alone, by the real client against the stand-in."""

from importlib.metadata import version
from pathlib import Path

import pytest
from huggingface_hub import SpaceCard, constants

from seedance_demo.space.files import collect
from seedance_demo.space.publish import MOUNT

from .conftest import Publish
from .hub import OWNER, Hub, Space, git_hash

NAME = f"{OWNER}/film"
AT = f"/api/spaces/{NAME}"
KEY = "wsk-canary-of-the-owner"
FULL = ("--with-key", "--budget", "6", "--clips", "3", "--sign-in", "--bucket", "--private")
UPLOAD = [
    "POST /api/validate-yaml",
    f"POST {AT}/preupload/main",
    f"POST /spaces/{NAME}.git/info/lfs/objects/batch",
    "PUT LFS",
    "VERIFY LFS",
    f"POST {AT}/commit/main",
]
BUCKET = [
    f"POST /api/buckets/{NAME}-data",
    f"GET /api/buckets/{NAME}-data",
]
FOUND = ["GET /api/whoami-v2", f"GET {AT}"]


@pytest.fixture(autouse=True)
def _by_lfs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", True)
    monkeypatch.setenv("WAVESPEED_API_KEY", KEY)


def test_a_dry_run_says_all_and_asks_nobody(hub: Hub, publish: Publish) -> None:
    told = publish(NAME, *FULL, "--dry-run")
    assert hub.seen == []
    assert f"in {len(collect())} files" in told
    for line in (f"to the Space {NAME}", "SEEDANCE_DAILY_BUDGET=6", f"{NAME}-data", "app.py"):
        assert line in told
    assert KEY not in told


def test_first_second_and_changed_runs_ask_for_what_is_needed_and_no_more(
    hub: Hub, publish: Publish, monkeypatch: pytest.MonkeyPatch
) -> None:
    told = publish(NAME, *FULL)
    waited = [f"GET {AT}/runtime"]
    made = ["POST /api/repos/create"]
    bucket_first = [FOUND[0], *BUCKET, FOUND[1]]
    assert hub.took() == [*bucket_first, *made, *UPLOAD, *waited]
    assert told.endswith(
        "It is being built: a few minutes.\nIt is built, and starts.\n"
        "It runs at https://anna-film.hf.space\n"
    )
    assert KEY not in told
    space = hub.spaces[NAME]
    assert (space.commits, space.restarts, space.visibility) == (1, 1, "private")
    assert space.secrets["WAVESPEED_API_KEY"]["value"] == KEY
    assert KEY not in str(space.variables) + str(space.secrets["WAVESPEED_API_KEY"]["description"])
    assert {name: each["value"] for name, each in space.variables.items()} == {
        "SEEDANCE_DAILY_BUDGET": "6",
        "SEEDANCE_VISITOR_DAILY_CLIPS": "3",
    }
    assert space.volumes == [{"type": "bucket", "source": f"{NAME}-data", "mountPath": MOUNT}]
    assert hub.buckets == {f"{NAME}-data": True}
    assert dict(hub.bodies)[made[0]].keys() == {
        *("name", "organization", "type", "sdk", "visibility", "secrets", "variables", "volumes")
    }

    told = publish(NAME, *FULL)
    asked = [f"GET {AT}/secrets", f"GET {AT}/variables", f"GET {AT}/runtime"]
    looked = UPLOAD[:3]  # which says that all of it is known
    assert hub.took() == [*bucket_first, *asked, *looked, f"GET {AT}/revision/main"]
    assert (space.commits, space.restarts) == (1, 1)
    assert "The files are there already.\nIt runs at" in told

    monkeypatch.setenv("WAVESPEED_API_KEY", "wsk-another-key")
    space.files["seedance_demo/of_last_year.py"] = "old"
    space.files["notes.txt"] = "the owner's own"
    changed = [each.replace("6", "12") for each in FULL]
    told = publish(NAME, *changed)
    sent = [f"POST {AT}/secrets", f"POST {AT}/variables"]
    order = [asked[0], sent[0], asked[1], sent[1], asked[2]]
    assert hub.took() == [*bucket_first, *order, *looked, UPLOAD[-1]]
    assert "Set WAVESPEED_API_KEY, SEEDANCE_DAILY_BUDGET." in told
    assert space.secrets["WAVESPEED_API_KEY"]["value"] == "wsk-another-key"
    assert space.variables["SEEDANCE_DAILY_BUDGET"]["value"] == "12"
    assert space.commits == 2
    assert "seedance_demo/of_last_year.py" not in space.files
    assert {"notes.txt", ".gitattributes"} <= set(space.files)


@pytest.mark.parametrize("xet", [False, True])
def test_what_arrives_is_what_was_listed(
    hub: Hub, publish: Publish, monkeypatch: pytest.MonkeyPatch, *, xet: bool
) -> None:
    monkeypatch.setattr(constants, "HF_HUB_DISABLE_XET", not xet)
    publish(NAME)
    space, files = hub.spaces[NAME], collect()
    assert set(space.files) == {*files, ".gitattributes"}
    for name, content in files.items():
        if name in space.contents:
            assert name == "README.md" or space.files[name] == git_hash(content)
        elif not xet:
            assert hub.blobs[space.files[name]] == content
    assert xet == any(hub.cas.rglob("*"))
    assert (f"GET {AT}/xet-write-token/main" in hub.seen) is xet


def test_the_readme_goes_with_what_depends_on_the_space(hub: Hub, publish: Publish) -> None:
    publish(NAME, "--sign-in")
    written = hub.spaces[NAME].contents["README.md"].decode()
    card = SpaceCard(written).data
    assert card["hf_oauth"] is True
    assert card["sdk_version"] == version("gradio")
    thumbnail = f"https://huggingface.co/spaces/{NAME}/resolve/main/"
    assert card["thumbnail"].startswith(thumbnail)
    assert card["thumbnail"].removeprefix(thumbnail) in hub.spaces[NAME].files
    here = (Path(__file__).parents[2] / "README.md").read_text("utf-8")
    assert written.split("\n---\n", 1)[1].strip() == here.split("\n---\n", 1)[1].strip()
    assert "hf_oauth" not in here.split("\n---\n")[0]


def test_what_is_not_asked_for_stays_as_it_is(hub: Hub, publish: Publish) -> None:
    publish(NAME, *FULL)
    space = hub.spaces[NAME]
    before = (dict(space.variables), dict(space.secrets), list(space.volumes), space.visibility)
    space.restarts = 0
    publish(NAME, "--sign-in")
    assert before == (space.variables, space.secrets, space.volumes, space.visibility)
    assert space.restarts == 0


def test_other_volumes_stay_and_hardware_and_sight_change(hub: Hub, publish: Publish) -> None:
    publish(NAME)
    space = hub.spaces[NAME]
    space.volumes = [{"type": "model", "source": "a/b", "mountPath": "/models", "readOnly": True}]
    told = publish(NAME, "--bucket", "mine", "--hardware", "cpu-upgrade", "--protected")
    assert [each["source"] for each in space.volumes] == ["a/b", f"{OWNER}/mine"]
    assert (space.hardware, space.visibility) == ("cpu-upgrade", "protected")
    assert "Set /data, cpu-upgrade." in told
    assert space.commits == 1


def test_an_interrupted_first_run_is_gone_on_with(hub: Hub, publish: Publish) -> None:
    hub.spaces[NAME] = Space("public", {".gitattributes": "hub", "README.md": "made by the Hub"})
    assert "It runs at" in publish(NAME)
    assert hub.spaces[NAME].commits == 1


def test_an_end_from_before_is_not_taken_for_this_ones(hub: Hub, publish: Publish) -> None:
    publish(NAME)
    space = hub.spaces[NAME]
    space.files["seedance_demo/old.py"] = "old"
    hub.stages = ("RUNNING", "RUNNING", "RUNNING_BUILDING", "BUILD_ERROR")
    assert "could not be built" in publish(NAME)

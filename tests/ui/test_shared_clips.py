"""A clip that its maker shows to others: what they get, for how long, and nothing beside it."""

import io
import re
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import av
import pytest
from PIL import Image
from starlette.applications import Starlette
from starlette.middleware import Middleware
from starlette.testclient import TestClient

from seedance_demo.catalog import ANIMATIC
from seedance_demo.errors import StorageError
from seedance_demo.ledger import Job
from seedance_demo.ui.components.clip_page import TOLD
from seedance_demo.ui.door.front_door import FrontDoor
from seedance_demo.ui.door.open_routes import OpenRoutes

from ..faults import provider as does
from ..faults.provider import KEY, MODEL, Provider
from .components.html_read import Read
from .headless import VISITOR, Headless

OUTSIDE = "https://film.example"
STRANGER = "b" * 32
PARTS = "", ".mp4", ".jpg"
NEVER = "a" * 22
Change = Callable[[Headless, Job], object]


@pytest.fixture
def stranger(home: Headless) -> Iterator[TestClient]:
    """Somebody who has nothing but an address."""
    inside = Starlette(routes=home.shared.routes, middleware=[Middleware(OpenRoutes)])
    door = FrontDoor(inside, public=True, on_space=False, spends=True)
    with TestClient(door, OUTSIDE) as client:
        yield client


def made(page: Headless, cup: Path, prompt: str = "Slow push in, rain") -> Job:
    return page.write(cup, prompt=prompt).press().job


def links(page: Headless) -> list[str | None]:
    """The links that the row of next steps shows."""
    return [each["href"] for each in Read(page["next"]).of("a") if "target" in each]


def offers(page: Headless) -> list[str]:
    return re.findall("data-does='(release|stop)'", page["next"])


def share(page: Headless) -> str:
    page.fire("next", "release")
    (link,) = links(page)
    return str(link)


def test_a_clip_is_shown_to_nobody_until_its_maker_says_so(
    home: Headless, stranger: TestClient, cup: Path
) -> None:
    job = made(home, cup)
    assert (offers(home), links(home)) == (["release"], [])
    for name in (job.id, job.id[:22], job.clip, job.request_id, "", NEVER):
        assert stranger.get(f"/clip/{name}").status_code == 404
    link = share(home)
    assert (offers(home), links(home.tab())) == (["stop"], [link])
    assert {stranger.get(f"/{link}{part}").status_code for part in PARTS} == {200}
    home.fire("next", "stop")
    assert (offers(home), links(home), links(home.tab())) == (["release"], [], [])


def test_the_page_has_the_clip_its_prompt_and_what_made_it(
    home: Headless, stranger: TestClient, cup: Path
) -> None:
    made(home, cup, prompt="Slow </p><script>alert(1)</script>\n慢慢推近 " + "on " * 40)
    link = share(home)
    page = Read(stranger.get(f"/{link}").text)
    token = link.removeprefix("clip/")
    (video,) = page.of("video")
    assert (video["src"], video["poster"]) == (f"{token}.mp4", f"{token}.jpg")
    assert (video["width"], video["height"]) == ("64", "48")
    assert "Made with Seedance 2.0" in page.text
    assert "</p><script>alert(1)</script>\n慢慢推近 " in page.text
    assert page.of("a") == [{"href": f"../#like={token}"}]
    metas = page.of("meta")[1:]
    told = {each.get("property") or each.get("name"): str(each["content"]) for each in metas}
    assert told["robots"] == "noindex"
    assert re.fullmatch("Slow </p><script>.*</script> 慢慢推近( on)+…", told["og:title"])
    assert len(told["og:title"]) <= TOLD
    assert told["og:url"] == f"{OUTSIDE}/{link}"
    assert told["og:image"] == f"{OUTSIDE}/{link}.jpg"
    assert told["og:video"] == f"{OUTSIDE}/{link}.mp4"
    assert told["og:description"] == "Made with Seedance 2.0"
    assert page.of("link")[0]["href"] == "../favicon.ico"


@pytest.mark.parametrize(
    ("wishes", "language", "words", "gone"),
    [
        ("fr, jam, zha;q=0.9", "en", "Made with Seedance 2.0", "This clip is not shared"),
        ("zh-TW,en;q=0.8", "zh-Hans", "由 Seedance 2.0 制作", "此片段未分享"),
        ("de, ja;q=0.9", "ja", "Seedance 2.0 で作成", "このクリップは共有されていません"),
    ],
)
def test_its_words_are_in_the_first_language_that_a_browser_wishes(
    home: Headless,
    stranger: TestClient,
    cup: Path,
    wishes: str,
    language: str,
    words: str,
    gone: str,
) -> None:
    made(home, cup, prompt="Copy prompt")
    asked = {"accept-language": wishes}
    answer, none = (stranger.get(f"/{at}", headers=asked) for at in (share(home), f"clip/{NEVER}"))
    page = Read(answer.text)
    assert "accept-language" in answer.headers["vary"].lower()
    assert {Read(each.text).of("html")[0]["lang"] for each in (answer, none)} == {language}
    assert words in page.text
    assert gone in none.text
    assert "Copy prompt" in page.text, "a prompt is nobody's to translate"
    assert ("Make your own" in page.text + none.text) == (language == "en")
    assert 'content="Made with Seedance 2.0"' in answer.text, "previews are English"


def test_what_runs_on_the_page_is_its_own_and_nothing_else(
    home: Headless, stranger: TestClient, cup: Path
) -> None:
    made(home, cup)
    answer = stranger.get(f"/{share(home)}")
    (rules,) = [each for each in Read(answer.text).of("meta") if "http-equiv" in each]
    assert "default-src 'none'" in str(rules["content"])
    assert "unsafe" not in str(rules["content"])
    assert answer.headers["content-security-policy"] == "frame-ancestors 'self'"
    assert answer.headers["x-content-type-options"] == "nosniff"


def test_an_animatic_says_that_it_is_one_wherever_it_is_shown(
    home: Headless, stranger: TestClient, cup: Path
) -> None:
    home.change("model", ANIMATIC)
    made(home, cup)
    page = stranger.get(f"/{share(home)}").text
    assert page.count("Animatic, not made by Seedance") == 3  # seen, and in two of the preview's
    assert "Made with" not in page


def test_the_files_are_the_clip_and_its_poster_and_a_player_may_jump_in_them(
    home: Headless, stranger: TestClient, cup: Path
) -> None:
    job = made(home, cup)
    link = share(home)
    film = stranger.get(f"/{link}.mp4")
    assert film.headers["content-type"] == "video/mp4"
    kept = (home.runner.settings.clips / job.clip).read_bytes()
    assert film.content == kept.replace(job.request_id.encode(), b"-" * len(job.request_id))
    with av.open(io.BytesIO(film.content), "r") as opened:
        assert sum(1 for _ in opened.decode(video=0)) == 24
    part = stranger.get(f"/{link}.mp4", headers={"range": "bytes=100-199"})
    assert (part.status_code, part.content) == (206, film.content[100:200])
    head = stranger.head(f"/{link}.mp4")
    assert (head.content, head.headers["content-length"]) == (b"", str(len(kept)))
    with Image.open(io.BytesIO(stranger.get(f"/{link}.jpg").content)) as still:
        assert (still.format, still.size) == ("JPEG", (64, 48))


def test_none_of_it_is_kept_anywhere(home: Headless, stranger: TestClient, cup: Path) -> None:
    made(home, cup)
    link = share(home)
    for part in PARTS:
        told = stranger.get(f"/{link}{part}").headers
        assert (told["cache-control"], told["x-robots-tag"]) == ("no-store", "noindex")
        assert "set-cookie" not in told


def test_nothing_else_of_its_maker_is_in_it(
    home: Headless, stranger: TestClient, provider: Provider, cup: Path
) -> None:
    provider.price = 1.37
    other, job = made(home, cup, prompt="another"), made(home, cup)
    kept = (home.runner.settings.clips / job.clip).read_bytes()
    assert job.request_id.encode() in kept, "what has to be left out is there"
    link = share(home)
    account = home.ledger.hash_address("127.0.0.1")
    secrets = [KEY, VISITOR, job.id[:16], job.clip, job.request_id, job.url, "1.37", account]
    secrets += [*job.images, *job.uploads, job.fingerprint, other.id[:16], other.prompt, "charged"]
    for part in PARTS:
        answer = stranger.get(f"/{link}{part}")
        said = str(answer.headers).encode() + answer.content
        assert [each for each in secrets if each and each.encode() in said] == []


def test_a_clip_that_was_found_by_its_request_id_has_no_prompt_to_tell(
    home: Headless, stranger: TestClient, cup: Path
) -> None:
    request = made(home, cup).request_id
    with home.ledger._transaction() as db:  # as one that was begun elsewhere
        db.execute("DELETE FROM jobs")
    home.change("request_id", request)
    home.fire("resume", "click")
    assert home.job.prompt == f"Request {request}"
    link = share(home)
    for part in PARTS:
        answer = stranger.get(f"/{link}{part}")
        assert answer.status_code == 200
        assert request.encode() not in answer.content
    assert Read(stranger.get(f"/{link}").text).of("a") == [{"href": "../"}]
    other = Headless(home.demo, home.runner).arrive(None, STRANGER, link.removeprefix("clip/"))
    assert other["prompt"] == ""


def stopped(page: Headless, _: Job) -> None:
    page.fire("next", "stop")


def shared_anew(page: Headless, job: Job) -> None:
    stopped(page, job)
    share(page)


def deleted(page: Headless, _: Job) -> None:
    page.fire("next", "delete")
    assert "data-undo" in page["status"]


def without_its_file(page: Headless, job: Job) -> None:
    (page.runner.settings.clips / job.clip).unlink()


@pytest.mark.parametrize("gone", [stopped, shared_anew, deleted, without_its_file])
def test_what_is_gone_is_not_told_from_what_never_was(
    home: Headless, stranger: TestClient, cup: Path, gone: Change
) -> None:
    job = made(home, cup)
    link = share(home)
    for part in PARTS:
        assert stranger.get(f"/{link}{part}").status_code == 200
    gone(home, job)
    for part in PARTS:
        was, never = (stranger.get(f"/{each}{part}") for each in (link, f"clip/{NEVER}"))
        assert (was.status_code, was.content) == (404, never.content)
        assert was.headers.items() == never.headers.items()
    assert "This clip is not shared" in was.text


def test_deleting_that_is_undone_brings_the_link_back(
    home: Headless, stranger: TestClient, cup: Path
) -> None:
    job = made(home, cup)
    link = share(home)
    deleted(home, job)
    home.fire("status", "undo", {"card": job.id})
    assert links(home) == [link]
    assert stranger.get(f"/{link}").status_code == 200


def test_a_covered_clip_cannot_be_shown_to_others(
    home: Headless, provider: Provider, cup: Path
) -> None:
    provider.misbehave("poll", does.task_says(status="completed", has_nsfw_contents=[True]))
    made(home, cup)
    assert offers(home) == []
    home.fire("uncover", "click")
    assert home.clip.is_file(), "its maker sees it"
    assert offers(home) == []
    home.fire("next", "release")
    assert (links(home), home.job.shared) == ([], "")


@pytest.mark.parametrize("visitor", [STRANGER, "", None])
def test_only_its_maker_switches_it(
    home: Headless, stranger: TestClient, cup: Path, visitor: Any
) -> None:
    job = made(home, cup)
    other = home.tab(STRANGER)
    for event in ("release", "stop"):
        other["details"], other["visitor"] = {"job": job.id, "phase": "completed"}, visitor
        other.fire("next", event)
        assert (other["next"] or "") == ""
        now = home.ledger.job(job.id)
        assert now
        assert bool(now.shared) == (event == "stop")
        share(home)
    assert stranger.get(f"/{share(home)}").status_code == 200


def test_while_the_ledger_cannot_be_read_nobody_is_told_that_a_clip_is_gone(
    home: Headless, stranger: TestClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    def away(_: str) -> None:
        raise StorageError("The ledger /secret/place cannot be used.")

    monkeypatch.setattr(home.ledger, "shared", away)
    answer = stranger.get(f"/clip/{NEVER}")
    assert answer.status_code == 503
    assert "Try again in a minute" in answer.text
    assert "secret" not in answer.text


def test_who_makes_their_own_gets_the_brief_without_the_pictures_and_nothing_is_begun(
    home: Headless, provider: Provider, cup: Path
) -> None:
    home.change("duration", 10)
    job = made(home, cup)
    token = share(home).removeprefix("clip/")
    posts = provider.count("submit")
    draft = home.draft() | {"prompt": "my own words", "images": [], "model": ANIMATIC}
    other = Headless(home.demo, home.runner).arrive(draft, STRANGER, token)
    assert (other["prompt"], other["duration"], other["model"]) == (job.prompt, 10, MODEL)
    assert other["images"] == []
    assert "$2.40" in other["generate"]
    assert other["history"] == ""
    assert provider.count("submit") == posts
    home.fire("next", "stop")
    for like in (token, None, 7, ["x"], "", NEVER, "\0" * 22):
        again = Headless(home.demo, home.runner).arrive(draft, STRANGER, like)
        assert again["prompt"] == "my own words"

"""The page as it opens: its element ids, which programs and styles rely on, and its words."""

from pathlib import Path
from typing import Any

import pytest

from seedance_demo.catalog import BY_ID
from seedance_demo.config.settings import Settings
from seedance_demo.orders.images import EXTENSIONS
from seedance_demo.ui import blocks, static
from seedance_demo.ui.link_preview import TITLE

from .headless import Headless, page_for

WORDS = "label", "placeholder", "info"
# Every component with an id, in the order in which it is seen; its kind, and its words.
PAGE: dict[str, tuple[str, ...]] = {
    "intro": ("html",),
    "examples": ("html",),
    "work": ("row",),
    "form": ("column",),
    "replaced": ("html",),
    "brief": ("row",),
    "images": ("html",),
    "lacking-pictures": ("html",),
    "end-frame": ("radio", "Your pictures are"),
    "roles": ("html",),
    "write": ("button", "No picture: write only"),
    "add-pictures": ("button", "Add pictures"),
    "prompt": (
        "textbox",
        "Prompt",
        "Slow push in on the cup, rain outside. Cut to the street at golden hour, pan right, wind.",
    ),
    "lacking-words": ("html",),
    "chips": ("html",),
    "counter": ("html",),
    "model": ("radio", "Make"),
    "about": ("html",),
    "duration": (
        "radio",
        "Duration",
        "5 s to try things out, 10 or 15 s for the final cut.",
    ),
    "more": ("accordion", "More"),
    "clips": (
        "radio",
        "Clips of this brief",
        "Each one is another take, made and paid for by itself.",
    ),
    "every-length": ("checkbox", "Show all lengths"),
    "resolution": ("dropdown", "Resolution"),
    "aspect": ("radio", "Aspect ratio"),
    "sound": ("checkbox", "Sound"),
    "camera-fixed": ("checkbox", "Fixed camera"),
    "seed": ("number", "Seed", "-1 = random"),
    "allowance": ("html",),
    "api-key": (
        "textbox",
        "Your WaveSpeedAI key",
        "Used only for your own clips, never stored.",
    ),
    "check-balance": ("button", "Check balance"),
    "get-key": ("html",),
    "own-balance": ("html",),
    "lacking-key": ("html",),
    "balance": ("html",),
    "note": ("html",),
    "go": ("column",),
    "refused": ("html",),
    "summary": ("html",),
    "generate": ("button", "Generate · free"),
    "result": ("column",),
    "stage": ("column",),
    "scene": ("html",),
    "video": ("html",),
    "variations": ("html",),
    "beside": ("html",),
    "next": ("html",),
    "lead": ("json",),
    "saved": ("json",),
    "status": ("html", "Status"),
    "offers": ("row",),
    "notify": ("button", "Notify me"),
    "stop": ("button", "Stop watching"),
    "again": ("button", "Check again"),
    "animatic": ("button", "Watch its animatic meanwhile"),
    "uncover": ("button", "Show the clip"),
    "plan": ("column",),
    "shots-fold": ("accordion", "Shot list of the animatic"),
    "shots": ("html",),
    "details-fold": ("accordion", "Details"),
    "details": ("json", "Details"),
    "history-bar": ("html",),
    "film": ("json",),
    "all-saved": ("json",),
    "history": ("html",),
    "request-id": ("textbox", "Request id of a clip started elsewhere with the same key"),
    "resume": ("button", "Find clip"),
    "follow": ("button",),
    "glance": ("button",),
}
HIDDEN = {
    *("end-frame", "add-pictures"),
    *("more", "lead", "saved", "notify", "stop", "again", "animatic", "uncover"),
    *("film", "all-saved"),
}


@pytest.fixture(scope="module")
def opening(tmp_path_factory: pytest.TempPathFactory) -> Headless:
    """Without a key, before anybody has arrived."""
    return page_for(Settings(data_dir=tmp_path_factory.mktemp("page")))


def components(opening: Headless) -> list[dict[str, Any]]:
    return list(opening.demo.get_config_file()["components"])


def test_ids_and_words_are_these_in_this_order(opening: Headless) -> None:
    seen: dict[str, tuple[str, ...]] = {}
    for each in components(opening):
        props = each["props"]
        words = [props.get(name) for name in WORDS]
        words += [props["value"]] if each["type"] == "button" else []
        if props.get("elem_id"):
            seen[props["elem_id"]] = (each["type"], *(word for word in words if word))
    assert list(seen.items()) == list(PAGE.items())


def test_what_is_only_sometimes_of_use_is_hidden_at_first(opening: Headless) -> None:
    hidden = {name for name in PAGE if opening.props(name).get("visible") is False}
    assert hidden == HIDDEN
    assert opening.row_of("api-key").get("visible") is False, "the animatic needs none"
    unseen = {"arrival", "visitor", "agreed", "api_name"}
    for name in unseen & set(opening.known):
        assert opening.props(name).get("visible") is False, name
    kinds = [each["props"].get("visible") for each in components(opening)]
    assert {kind for kind in kinds if kind not in (True, False, None)} == {"hidden"}
    assert kinds.count("hidden") == 8, "what is absent cannot be pressed, nor seen to change"
    folds = {
        each["props"]["label"]: each["props"]["open"]
        for each in components(opening)
        if each["type"] == "accordion"
    }
    assert folds == {
        "More": False,
        "Shot list of the animatic": True,
        "Details": False,
        "Find a clip by its request id": False,
    }


def test_the_fields_take_what_they_should(opening: Headless) -> None:
    made = [(title, each) for title, each in opening.props("model")["choices"]]
    assert [title for title, _ in made] == ["Animatic · free", "Seedance 2.0", "Fast", "1.5 Pro"]
    assert [BY_ID[each].title for _, each in made] == [
        *("Animatic", "Seedance 2.0", "Seedance 2.0 Fast", "Seedance 1.5 Pro"),
    ]
    seed = opening.props("seed")
    assert (seed["precision"], seed["minimum"], seed["value"]) == (0, -1, -1)
    assert opening.props("prompt")["lines"] == opening.props("prompt")["max_lines"] == 8
    assert opening.props("api-key")["type"] == "password"
    assert opening.props("api-key")["html_attributes"]["autocomplete"] == "off"
    assert (opening["sound"], opening["end-frame"], opening["camera-fixed"]) == (True, False, False)
    assert opening.props("generate")["variant"] == "primary"
    strip = opening.props("images")["html_template"]
    for told in ("most&#34;: 4", f'accept="{",".join(EXTENSIONS)}"', "choose up to 4"):
        assert told in strip


def test_the_page_says_what_it_is(opening: Headless) -> None:
    assert "<h1>Pictures in, film out</h1>" in opening["intro"]
    assert "Your clip will appear here." in opening["status"]
    assert "appears here while you write" in opening["shots"]
    assert "0 of 4,000 characters" in opening["counter"]
    assert opening.demo.title == TITLE


def test_each_script_is_where_it_is_needed(opening: Headless) -> None:
    rest = blocks.HEAD
    for name in blocks.IN_HEAD:
        script = f"<script>{static.read(name)}</script>"
        assert script in rest
        rest = rest.replace(script, "")
    assert rest == f"<script>{blocks.LANGUAGES}</script>"
    scripts: dict[str, str | tuple[str, ...]] = {
        "examples": "cards.js",
        "history": ("cards.js", "card_films.js", "history.js"),
        "status": ("copy_id.js", "undo.js"),
        "next": "next_steps.js",
        "variations": ("cards.js", "card_films.js"),
        "beside": "compare.js",
        "images": "image_strip.js",
        "roles": "roles.js",
        "replaced": "replaced.js",
        "shots": "shot_list.js",
    }
    for element, given in scripts.items():
        names = (given,) if isinstance(given, str) else given
        assert opening.props(element)["js_on_load"] == "".join(map(static.read, names))


def test_no_event_waits_for_another_visitors_and_none_is_offered_to_programs(
    opening: Headless,
) -> None:
    for fn in opening.demo.fns.values():
        assert fn.concurrency_limit is None, fn.name
        assert fn.show_progress == "hidden", fn.name
        public = fn.api_name in ("generate", "job") and not any(fn.targets)
        assert fn.api_visibility == ("public" if public else "private"), fn.name


def test_no_two_events_that_hold_back_share_a_trigger(opening: Headless) -> None:
    """What is held back is sent by triggering again: two would set each other off for ever."""
    for component in opening.demo.blocks:
        bound = [fn for fn in opening.demo.fns.values() if (component, "change") in fn.targets]
        held = [fn.name for fn in bound if fn.fn and fn.trigger_mode == "always_last"]
        assert len(held) <= 1, held


def test_nothing_that_a_person_types_into_is_changed_by_an_event_that_lasts(
    opening: Headless,
) -> None:
    typed = {opening.known[name] for name in ("prompt", "api-key", "request-id", "seed")}
    lasting = [fn for fn in opening.demo.fns.values() if fn.queue is not False and fn.fn]
    assert lasting
    for fn in lasting:
        assert not typed & {each._id for each in fn.outputs}, fn.name


def test_the_buttons_that_need_only_a_browser_call_it_by_name(opening: Headless) -> None:
    scripts = {str(fn.js) for fn in opening.demo.fns.values() if fn.js}
    called = {f"seedance.{name}" for name in ("arrive", "keepDraft", "empty", "tell")}
    called |= {f"seedance.{name}" for name in ("arrived", "glanced", "askToNotify")}
    called |= {f"seedance.{name}" for name in ("lead", "saved", "savedAll", "plays")}
    called |= {f"seedance.{name}Step" for name in ("take", "undo")}
    called |= {"seedance.writeOnly", "seedance.addPictures"}
    called |= {"seedance.forgetAside", "seedance.writeShots", "seedance.showStage"}
    called |= {f"seedance.{name}" for name in ("pressed", "checked", "answered", "opened", "shows")}
    assert scripts == called
    written = "".join(static.read(each.name) for each in Path(static.__file__).parent.glob("*.js"))
    for script in scripts:
        assert script.removeprefix("seedance.") in written

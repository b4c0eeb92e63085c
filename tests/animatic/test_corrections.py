"""Corrections of a plan: they hold while their shot reads the same, and wait while it does not."""

import json
from dataclasses import asdict, replace

import pytest

from seedance_demo.animatic.corrections import (
    WHOLE,
    Correction,
    correct,
    differences,
    facts_of,
    is_same_film,
    keys,
)
from seedance_demo.animatic.plan import Look, Move, Plan, Weather
from seedance_demo.animatic.prompt.director import direct
from tests.animatic.prompt.prompts import FILMS

PROMPT = "Slow push in on the cup, rain. Cut to the street at night, pan right."


def changed(plan: Plan, place: int | None, field: str, value: object) -> Correction:
    """What the page makes of a choice."""
    key = WHOLE if place is None else keys(plan)[place]
    return Correction(key, field, facts_of(plan, place)[field], value)


@pytest.mark.parametrize(
    ("field", "value", "became"),
    [
        ("moves", [["pan left"]], {"moves": (Move.PAN_LEFT,), "in_turn": ()}),
        (
            "moves",
            [["static"], ["pan left", "handheld"]],
            {
                "moves": (Move.STATIC, Move.PAN_LEFT, Move.HANDHELD),
                "in_turn": ((Move.STATIC,), (Move.PAN_LEFT, Move.HANDHELD)),
            },
        ),
        ("looks", [], {"looks": ()}),
        ("looks", ["golden hour"], {"looks": (Look.GOLDEN_HOUR,)}),
        ("weather", ["snow"], {"weather": (Weather.SNOW,)}),
        ("pace", 2, {"pace": 2}),
        ("image", 1, {"image": 1}),
        ("end", 1.5, {"start": 0, "end": 1.5}),
    ],
)
def test_a_field_of_a_shot_is_what_it_was_changed_to(
    field: str, value: object, became: dict[str, object]
) -> None:
    read = direct(PROMPT, 5, 2)
    plan = correct(read, [changed(read, 0, field, value)]).plan
    assert plan.shots[0] == replace(read.shots[0], **became)  # type: ignore[arg-type]
    start = 1.5 if field == "end" else read.shots[1].start
    assert plan.shots[1:] == (replace(read.shots[1], start=start),)


def test_a_correction_stays_with_its_words_wherever_they_stand() -> None:
    read = direct(PROMPT, 5, 2)
    mine = changed(read, 1, "moves", [["pan left"]])
    longer = direct(f"{PROMPT} Cut to a pier, tilt up.", 15, 2)
    found = correct(longer, [mine])
    assert [shot.moves[0] for shot in found.plan.shots] == ["push in", "pan left", "tilt up"]
    assert (found.held, found.set_aside) == ((mine,), ())


@pytest.mark.parametrize(
    ("prompt", "seconds", "images", "field", "value"),
    [
        (PROMPT.replace("cup", "vase"), 5, 2, "moves", [["pan left"]]),  # other words
        (f"Golden hour. {PROMPT}", 5, 2, "looks", ["night"]),  # the same, read otherwise
        (PROMPT, 10, 2, "end", 4.0),
        (PROMPT.replace("the cup", "the cup of @Image2"), 5, 2, "image", 1),
    ],
)
def test_one_whose_shot_reads_otherwise_waits_and_comes_back(
    prompt: str, seconds: float, images: int, field: str, value: object
) -> None:
    read = direct(PROMPT, 5, 2)
    mine = changed(read, 0, field, value)
    after = direct(prompt, seconds, images)
    found = correct(after, [mine])
    assert (found.plan, found.held, found.set_aside) == (after, (), (mine,))
    assert correct(read, [mine]).held == (mine,)


def test_of_two_shots_with_the_same_words_each_has_its_own() -> None:
    read = direct("Slow push in", 6, 2)
    assert len(set(keys(read))) == len(read.shots) == 2
    plan = correct(read, [changed(read, 1, "moves", [["tilt up"]])]).plan
    assert [shot.moves for shot in plan.shots] == [(Move.PUSH_IN,), (Move.TILT_UP,)]


def test_the_later_of_two_counts_and_cuts_move_one_after_the_other() -> None:
    read = direct("[0-2s] pan left [2-3s] rain [3-8s] thunder and lightning", 8, 1)
    steps = [
        changed(read, 1, "end", 6.0),
        changed(read, 0, "end", 5.0),  # beyond where the next one ended at first
        changed(read, 0, "moves", [["tilt up"]]),
        changed(read, 0, "moves", [["truck left"]]),
    ]
    found = correct(read, steps)
    assert [(shot.start, shot.end) for shot in found.plan.shots] == [(0, 5), (5, 6), (6, 8)]
    assert found.plan.shots[0].moves == (Move.TRUCK_LEFT,)
    assert all(6 <= at <= 8 for at in found.plan.shots[2].flashes)
    assert len(found.plan.shots[2].flashes) == len(read.shots[2].flashes) > 0
    assert found.set_aside == ()
    assert len(found.held) == 3


def test_silence_is_taken_back() -> None:
    read = direct("Rain on the roof. No sound.", 5, 1)
    assert read.silent
    assert not correct(read, [changed(read, None, "silent", False)]).plan.silent


@pytest.mark.parametrize(
    "odd",
    [
        ("moves", [["fly"]]),
        ("moves", []),
        ("moves", "pan left"),
        ("moves", 7),
        ("end", 99),
        ("end", "soon"),
        ("end", float("nan")),
        ("end", None),
        ("image", 4),
        ("looks", None),
        ("start", 1.0),
        ("text", "x"),
    ],
)
def test_what_makes_no_plan_is_set_aside(odd: tuple[str, object]) -> None:
    read = direct(PROMPT, 5, 2)
    field, value = odd
    mine = Correction(keys(read)[0], field, facts_of(read, 0).get(field), value)
    assert correct(read, [mine]).set_aside == (mine,)
    assert correct(read, [mine]).plan == read


def test_what_one_plan_has_that_another_has_not_makes_it_of_it() -> None:
    for prompt, seconds, images, _ in FILMS:
        read = direct(prompt, seconds, images)
        steps = [changed(read, 0, "moves", [["crane up"]]), changed(read, 0, "weather", ["snow"])]
        wanted = correct(read, steps).plan
        found = differences(read, wanted)
        assert found is not None
        assert correct(read, found).plan == wanted
        assert json.loads(json.dumps([asdict(each) for each in found]))
    other = direct("Pan left", 5, 2)
    assert differences(read, other) is None
    assert not is_same_film(read, other)

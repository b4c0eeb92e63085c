"""Plans from outside: those of the reader come back as they were, all else gets one sentence."""

import json
from dataclasses import asdict
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from seedance_demo.animatic.plan import Move, Plan, Shot
from seedance_demo.animatic.plan_json import LONGEST, MOST_SHOTS, PlanError, plan_text, read_plan
from seedance_demo.animatic.prompt.director import direct
from tests.animatic.prompt.prompts import FILMS, ONE_SHOT

SHOT: dict[str, Any] = {"start": 0, "end": 5, "image": 0}
PLAN: dict[str, Any] = {"seconds": 5, "shots": [SHOT]}
_TWO = [SHOT | {"end": 2}, SHOT | {"start": 2}]


def refusal(sent: object, seconds: float | None = 5, pictures: int = 1) -> str:
    """The sentence that a plan gets."""
    with pytest.raises(PlanError) as refused:
        read_plan(sent, seconds, pictures)
    return str(refused.value)


def test_what_the_reader_makes_comes_back_as_it_was() -> None:
    asked = [(prompt, 5.0, 1) for prompt, _ in ONE_SHOT] + [film[:3] for film in FILMS]
    for prompt, seconds, images in asked:
        plan = direct(prompt, seconds, images)
        for sent in (plan_text(plan), asdict(plan), json.dumps({"plan": asdict(plan)}, indent=2)):
            assert read_plan(sent, seconds, plan.pictures) == plan


def test_what_is_left_out_is_as_usual_and_times_lie_on_frames() -> None:
    assert read_plan(PLAN, 5, 1) == Plan(5, (Shot(0, 5, 0, ""),))
    asked = {
        "seconds": 5,
        "shots": [SHOT | {"end": 1.7}, SHOT | {"start": 1.7, "text": "a\0\u202e"}],
    }
    first, last = read_plan(asked, None, 2).shots
    assert (first.end, last.start, last.text) == (41 / 24, 41 / 24, "a")


def _shot(**changed: Any) -> dict[str, Any]:
    return PLAN | {"shots": [SHOT | changed]}


REFUSED: list[tuple[object, str]] = [
    ("", "not JSON"),
    ("{", "not JSON"),
    ("[" * 100_000, "not JSON"),
    ("9" * 5000, "not JSON"),
    (object(), "not JSON"),
    ({"seconds": {1, 2}}, "not JSON"),
    (None, "The plan has to be an object."),
    ([], "The plan has to be an object."),
    (3, "The plan has to be an object."),
    ("x" * (LONGEST + 1), "200,001 characters; 200,000 is the limit"),
    ('{"seconds": NaN, "shots": []}', "NaN, which is no number"),
    ({"seconds": float("inf"), "shots": []}, "Infinity, which is no number"),
    ('{"seconds": 5, "seconds": 10}', "says something twice"),
    (PLAN | {"fps": 30}, "The plan has “fps”, which is not known here."),
    ({"seconds": 5}, "The plan lacks “shots”."),
    (PLAN | {"shots": {}}, "a list of 1 to 120 shots"),
    (PLAN | {"shots": []}, "a list of 1 to 120 shots"),
    (PLAN | {"shots": [SHOT] * (MOST_SHOTS + 1)}, "a list of 1 to 120 shots"),
    (PLAN | {"shots": ["push in"]}, "Shot 1 has to be an object."),
    (PLAN | {"seconds": 10}, "The plan is for 10 s, and 5 s were asked for."),
    (PLAN | {"seconds": True}, "“seconds” of the plan has to be a number."),
    (PLAN | {"seconds": -5}, "more than 0 and at most 60"),
    (PLAN | {"seconds": 1e300}, "has to be a number"),
    (PLAN | {"pictures": 3}, "The plan is for 3 pictures, and 1 came with it."),
    (PLAN | {"silent": "yes"}, "“silent” of the plan has to be true or false."),
    (PLAN | {"head": "x" * 4001}, "“head” of the plan has 4,001 characters; 4,000 is the limit."),
    (PLAN | {"seed": -1}, "“seed” of the plan has to be a whole number"),
    ({"seconds": 5, "shots": [{"start": 0, "end": 5}]}, "Shot 1 lacks “image”."),
    (_shot(speed=2), "Shot 1 has “speed”, which is not known here."),
    (_shot(end=4), "The shots have to fill the clip from 0 to 5 s."),
    (PLAN | {"shots": [SHOT | {"end": 2}, SHOT | {"start": 3}]}, "Shot 2 has to start at 2 s"),
    (PLAN | {"shots": [SHOT | {"end": 0}, SHOT]}, "Shot 1 has to end after it starts."),
    (_shot(start="0"), "“start” of shot 1 has to be a number."),
    (_shot(image=1), "Shot 1 shows picture 1 (counted from 0), and there are 1."),
    (_shot(image=-1), "“image” of shot 1 has to be a whole number from 0."),
    (_shot(image=0.0), "“image” of shot 1 has to be a whole number from 0."),
    (_shot(image=True), "“image” of shot 1 has to be a whole number from 0."),
    (_shot(text=5), "“text” of shot 1 has to be a text."),
    (_shot(text="x" * 4001), "“text” of shot 1 has 4,001 characters"),
    (_shot(dialogue=["x" * 4001]), "“dialogue” of shot 1 has 4,001 characters"),
    (_shot(dialogue="Hello"), "“dialogue” of shot 1 has to be a list"),
    (_shot(framing="huge"), "“framing” of shot 1 cannot be “huge”; it may be extreme close-up, "),
    (_shot(moves=["fly\x07"]), "“moves” of shot 1 cannot be “fly”; it may be static, "),
    (_shot(moves=[["static"]]), "“moves” of shot 1 cannot be"),
    (_shot(moves=[]), "Shot 1 has no move"),
    (_shot(moves="static"), "“moves” of shot 1 has to be a list"),
    (_shot(in_turn=[["static"]]), "two or more lists of moves, or none"),
    (_shot(in_turn=["static", "track"]), "has to be a list"),
    (
        _shot(moves=["pan left"], in_turn=[["pan left"], ["push in"]]),
        "“moves” and “in_turn” of shot 1 tell of different moves.",
    ),
    (_shot(pace=0), "“pace” of shot 1 has to be from 0.1 to 4"),
    (_shot(looks=["dusk"]), "“looks” of shot 1 cannot be “dusk”"),
    (_shot(looks_at_end="night"), "“looks_at_end” of shot 1 has to be a list"),
    (_shot(enters="fade to black"), "“enters” of shot 1 cannot be “fade to black”"),
    (_shot(leaves="dissolve"), "“leaves” of shot 1 cannot be “dissolve”"),
    (_shot(flashes=[7]), "The lightning of shot 1 has to fall into its time."),
    (_shot(sounds=["rain"] * 51), "a list of at most 50"),
]


@pytest.mark.parametrize(("sent", "sentence"), REFUSED, ids=[each for _, each in REFUSED])
def test_what_is_not_understood_gets_a_sentence(sent: object, sentence: str) -> None:
    told = refusal(sent)
    assert sentence in told
    assert told[0].isupper() or told[0] == "“"
    assert "\n" not in told


def test_moves_in_turn_agree_with_the_flat_ones() -> None:
    turns = [["slow drift"], ["push in"], ["static"]]
    (shot,) = read_plan(_shot(moves=["push in"], in_turn=turns), 5, 1).shots
    assert [moves for moves, _, _ in shot.stages] == [
        (Move.DRIFT,),
        (Move.PUSH_IN,),
        (Move.STATIC,),
    ]


def test_a_slate_shows_no_picture() -> None:
    assert read_plan(PLAN, 5, 0).pictures == 0
    assert "Shot 2 shows picture 1" in refusal(
        PLAN | {"shots": [_TWO[0], _TWO[1] | {"image": 1}]}, pictures=0
    )


_ANY = st.recursive(
    st.none() | st.booleans() | st.floats() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=9), inner, max_size=3)
    ),
    max_leaves=6,
)


@given(st.sampled_from([*asdict(Plan(5, ())), *asdict(Shot(0, 5, 0, ""))]), _ANY)
@settings(max_examples=150, deadline=None)
def test_whatever_stands_there_is_a_plan_or_one_sentence(key: str, value: object) -> None:
    plan, told = None, ""
    inner = key in asdict(Shot(0, 5, 0, ""))
    sent = _shot(**{key: value}) if inner else PLAN | {key: value}
    try:
        plan = read_plan(sent, None, 1)
    except PlanError as refused:
        told = str(refused)
    assert told.endswith(".") if plan is None else read_plan(plan_text(plan), None, 1) == plan

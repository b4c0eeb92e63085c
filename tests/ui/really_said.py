"""What the code really says to people, as pieces of HTML: errors, states of jobs, tips, plans."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from decimal import Decimal
from functools import partial
from itertools import chain, product
from pathlib import Path
from typing import Any

from markupsafe import Markup
from PIL import Image

from seedance_demo.accounts import balance
from seedance_demo.accounts.guard import Guard
from seedance_demo.accounts.visitor import Visitor
from seedance_demo.animatic.corrections import facts_of, keys
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.video.seen import Shapes
from seedance_demo.catalog import ANIMATIC, BY_ID, GEN_2026_08, MODELS, Contract, Input
from seedance_demo.config.keys import check_key
from seedance_demo.config.settings import Settings
from seedance_demo.errors import SeedanceError
from seedance_demo.jobs.snapshot import Snapshot
from seedance_demo.ledger import Ledger, Payer, Phase, Terms, Used
from seedance_demo.ledger.budget import check
from seedance_demo.orders.brief import Brief, Options, check_form, check_prompt, check_request_id
from seedance_demo.orders.family import choice_of
from seedance_demo.orders.images import check_limits, clean_picture, uploaded
from seedance_demo.orders.order import place
from seedance_demo.orders.roles import note, shape
from seedance_demo.orders.wishes import choices_of
from seedance_demo.ui import messages
from seedance_demo.ui.components.shot_list import shot_list_html
from seedance_demo.ui.plans import OWN_PLAN, Pictures, Step
from seedance_demo.ui.tips import tips
from seedance_demo.wavespeed import api_errors
from seedance_demo.wavespeed.answers import Prediction, Refusal, Status, read_answer
from seedance_demo.wavespeed.exchange import unreachable

from ..animatic.prompt.prompts import FILMS, ONE_SHOT
from ..faults.life import order_in

SEEDANCE = "bytedance/seedance-2.0/image-to-video"
REQUEST = "3aa327ae4d2a46ff899c9ac5c42986e2"
FOREIGN = "日本の町、夜"  # what a person or the provider says in words of theirs


def pieces(folder: Path) -> Iterator[Markup]:
    """Everything, a piece for each."""
    for sentence in (*_refusals(), *_money(folder), *_briefs(folder), *_states(folder), *_tips()):
        yield Markup("<p>{}</p>").format(sentence)
    yield from _plans()


def _raised(act: Callable[[], object]) -> Iterator[str]:
    try:
        act()
    except SeedanceError as error:
        yield error.sentence
    else:
        raise AssertionError(f"{act} refused nothing")


def _refusals() -> Iterator[str]:
    for http, message in product((400, 401, 402, 403, 404, 418, 429), ("", FOREIGN)):
        answer = read_answer(http, {"code": http, "message": message})
        assert isinstance(answer, Refusal)
        yield str(api_errors.refusal(answer, "k-1"))
        yield str(api_errors.refusal(replace(answer, by_api=True), "k-1"))
    told = partial(Prediction, "id-1", "m")
    for status, code, error in product(
        (Status.FAILED, Status.TIMEOUT, Status.CANCELLED, Status.DELETED),
        (0, 1200, 1400, 1401, 1402, 5000, 5003, 5004),
        ("", FOREIGN, "The renderer stopped unexpectedly."),
    ):
        yield str(api_errors.task_failure(told(status, error=error, task_code=code)))
    for error in ("", FOREIGN):
        yield str(api_errors.no_file(told(Status.COMPLETED, error=error)))
    for detail in ("", FOREIGN, "the picture did not arrive"):
        yield str(unreachable(detail))


def _money(folder: Path) -> Iterator[str]:
    for clips, terms, used in (
        (1, Terms(budget=Decimal(3)), Used(Decimal(2), 0)),
        (4, Terms(budget=Decimal(3)), Used(Decimal(2), 0)),
        (1, Terms(clips=3), Used(Decimal(0), 3)),
        (4, Terms(clips=3), Used(Decimal(0), 1)),
    ):
        yield from _raised(partial(check, Decimal("1.20"), clips, used, terms))
    for amount in ("12.30", "0.20"):
        yield balance.line(Decimal(amount), Decimal("1.20"))
    ledger, stranger = Ledger(folder / "money.sqlite"), Visitor("b" * 32, "address:b")
    none: dict[str, Any] = {}
    paying = {"daily_budget": Decimal(6), "visitor_clips": 3}
    for public, sign_in, more in product((True, False), (True, False), (none, paying)):
        settings = replace(Settings("owners-key"), **more)
        yield Guard(settings, ledger, public=public, sign_in=sign_in).allowance(stranger)
    ledger.close()


def _briefs(folder: Path) -> Iterator[str]:
    one = ["a.jpg"]
    refused: tuple[Callable[[], object], ...] = (
        partial(check_form, one, "push in", 7, SEEDANCE),
        partial(check_form, one, "push in", 99, ANIMATIC),
        partial(check_form, one * 5, "push in", 5, SEEDANCE),
        partial(check_form, [], "push in", 5, SEEDANCE),
        partial(check_form, one, "push in", 5, "sora"),
        partial(check_form, one, "push in", 5, SEEDANCE, plan="{}"),
        partial(check_form, one, "push in", 5, SEEDANCE, lambda _: Contract()),
        partial(check_prompt, " "),
        partial(check_prompt, "x" * 5000),
        partial(check_request_id, "?"),
        partial(check_key, "<your key>"),
        partial(check_key, "日本"),
        partial(uploaded, "/etc/passwd", folder, 2),
        partial(check_limits, [_saved(folder, 300, 900)]),
        partial(check_limits, [_saved(folder, 200, 200)]),
        partial(clean_picture, _saved(folder, 20, 20), 1),
        *(partial(clean_picture, _file(folder, head), 1) for head in (b"", b"\0\0\0\x18ftypheic")),
        partial(clean_picture, _file(folder, b"\xff\xd8\xff\xe0" + bytes(99)), 1),
        partial(place, _brief(1), _needing(Input("voice_sample", "string", required=True))),
        partial(place, _brief(1), _needing(Input("resolution", "string", values=("540p",)))),
        partial(place, _brief(0), _needing()),
    )
    yield from chain.from_iterable(map(_raised, refused))
    for model, count, ends in product(MODELS, range(1, 5), (True, False)):
        order = place(_brief(count, model.id, ends=ends), _needing())
        yield from (note(order), shape(order))
    yield from (model.about for model in MODELS)
    yield from map(choice_of, choices_of(MODELS))
    yield from (model.title for model in MODELS)


def _brief(pictures: int, model: str = SEEDANCE, *, ends: bool = False) -> Brief:
    images = tuple(Path(f"{n}.jpg") for n in range(1, pictures + 1))
    return Brief(images, "push in", 5, BY_ID[model], Options(end_frame=ends), 1.0)


def _needing(*more: Input) -> Callable[[str], Contract]:
    """Today's contracts with other inputs."""

    def in_force(model: str) -> Contract:
        contract, changed = BY_ID[model].contracts[GEN_2026_08], {each.name for each in more}
        kept = (each for each in contract.inputs if each.name not in changed)
        return replace(contract, inputs=(*kept, *more))

    return in_force


def _saved(folder: Path, width: int, height: int) -> Path:
    path = folder / f"{width}x{height}.png"
    Image.new("RGB", (width, height)).save(path)
    return path


def _file(folder: Path, content: bytes) -> Path:
    path = folder / f"{len(content)}.jpg"
    path.write_bytes(content)
    return path


def _states(folder: Path) -> Iterator[str]:
    ledger = Ledger(folder / "states.sqlite")
    job = ledger.open(order_in(folder), "anna", Payer.OWNER)
    ledger.close()
    lives: tuple[dict[str, Any], ...] = (
        {},
        {"frames": (30, 120)},
        {"trouble": str(unreachable())},
        *({"ahead": ahead, "others": others} for ahead in (0, 1, 3) for others in (True, False)),
    )
    for model, phase, more in product((ANIMATIC, SEEDANCE), Phase, lives):
        now = replace(
            job, model=model, phase=phase, request_id=REQUEST, ended_at=job.opened_at + 65
        )
        yield messages.sentence(Snapshot(now, live=True, **more))
    ended = [phase for phase in Phase if phase is not Phase.COMPLETED]
    for phase, code, look in product(ended, ("", "unreachable", "no_file", "deleted"), (None, 9.0)):
        rests = replace(job, phase=phase, error_code=code)
        for gone in (rests, replace(rests, changed_at=0.0, request_id=REQUEST)):
            yield messages.outlook(Snapshot(gone, live=False, next_look=look))


def _tips() -> Iterator[str]:
    for prompt, seconds, images in (
        ("A cup, rain", 5, 1),
        ("@Image3, push in, rain", 5, 2),
        ("@Image2, push in, rain", 5, 1),
        ("@Image1, push in, rain", 5, 3),
        ("@Image1, push in, rain", 5, 2),
        ("Push in. At 8 seconds a door opens", 5, 1),
        ("Push in while orbiting left, tilt up, rain, she smiles, waves and dances", 5, 1),
        ("Pan left. Cut to A. Cut to B. Cut to C", 5, 1),
        ("Pan left, rain" + ". Cut to A" * 7, 10, 1),
        ("Push in", 15, 1),
    ):
        yield " ".join(tips(prompt, seconds, images))


def _plans() -> Iterator[Markup]:
    """Shot lists, and what is said of corrections of each field that may be corrected."""
    for prompt, _ in ONE_SHOT[::9]:
        yield shot_list_html(prompt, 5, Pictures(1))
    tall = Shapes((0.5,) * 9, 16 / 9)
    for prompt, seconds, pictures, _ in FILMS[::9]:
        yield shot_list_html(prompt, seconds, Pictures(pictures, shapes=tall))
    words = "Slow push in, rain, piano, she says “Hello”. Cut to @Image2, night turns to day"
    plan = direct(words, 5, 2)
    shot, facts = keys(plan)[0], facts_of(plan, 0)
    fields = "moves", "framing", "pace", "looks", "weather", "sounds", "music", "dialogue", "image"
    steps: list[Step] = [
        {"shot": shot, "field": field, "read": facts[field], "value": facts[field]}
        for field in fields
    ]
    steps[0]["value"] = [["pan left"], ["tilt up", "roll"]]
    end = {"shot": shot, "field": "end", "read": plan.shots[0].end, "value": 3.5}
    for kept in (steps[:1], [*steps, end, OWN_PLAN], [{"wrote": words, "left": []}]):
        yield shot_list_html(words, 5, Pictures(2), kept)
        yield shot_list_html("Something else", 5, Pictures(1), kept)

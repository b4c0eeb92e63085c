"""The animatic's plan as HTML: a row for each shot, whose parts can be chosen anew."""

import json
from collections.abc import Sequence
from dataclasses import dataclass

from markupsafe import Markup

from ...animatic.corrections import Corrected, Correction, facts_of, keys
from ...animatic.doubts import doubts
from ...animatic.marked import Piece, marked
from ...animatic.phrases import size_at_end, way
from ...animatic.plan import Move, Plan, Transition
from ...animatic.shot_list import Row, of_language, shot_list
from ..plans import OWN_PLAN, Pictures, Step, corrected, is_written, read
from .shot_choices import CHOICES, NAMES, Cut, ShotChoices, arrow, joined

EMPTY_SHOT_LIST = Markup("<p class='quiet'>The shot list appears here while you write.</p>")
FOLLOWED = "What is marked in the words of a shot is followed. The rest is left to Seedance."
OWN = "This animatic followed a plan of its own, not the list below."
_ONE = "1 correction: the animatic follows it, other models read only the prompt."
_SEVERAL = "{} corrections: the animatic follows them, other models read only the prompt."
_CUT = "end"  # of a shot, among what can be corrected
_STANDS = {Move.STATIC, Move.DRIFT}
_BUTTON = Markup("<button type='button' data-does='{}'>{}</button>")


@dataclass(frozen=True)
class _Told:
    """What is told of a shot; `unsure` by the field that it is about."""

    row: Row
    unsure: dict[str, str]
    words: Sequence[Piece]


def shot_list_html(
    prompt: str, seconds: float, pictures: Pictures, steps: Sequence[Step] = ()
) -> Markup:
    """HTML, an item for each shot, and what was corrected in `steps`."""
    if not prompt.strip():
        return EMPTY_SHOT_LIST
    found = corrected(prompt, seconds, pictures, steps)
    told_by_words = read(prompt, seconds, pictures)
    unsure = doubts(told_by_words, prompt)
    told_of = map(_Told, shot_list(found.plan, pictures.shapes), unsure, marked(told_by_words))
    items = (_item(place, told_by_words, found.plan, told) for place, told in enumerate(told_of))
    shots = Markup("<ol class='shots' data-choices='{}'>{}</ol>")
    notes = filter(None, (FOLLOWED, of_language(found.plan), OWN if OWN_PLAN in steps else ""))
    told = Markup().join(Markup("<p class='quiet'>{}</p>").format(note) for note in notes)
    told += _unsure(_of_the_clip(unsure, found))
    return told + shots.format(CHOICES, Markup().join(items)) + _changes(found, steps, prompt)


def _of_the_clip(unsure: Sequence[dict[str, str]], found: Corrected) -> str:
    """What is a guess about all shots together, until each cut between them is chosen."""
    chosen = sum(each.field == _CUT for each in found.held)
    return unsure[0].get(_CUT, "") if chosen < len(found.plan.shots) - 1 else ""


def _unsure(guess: str) -> Markup:
    return Markup("<p class='unsure'>{}</p>").format(guess) if guess else Markup()


def _item(place: int, read: Plan, plan: Plan, of_shot: _Told) -> Markup:
    row = of_shot.row
    before, now = facts_of(read, place), facts_of(plan, place)
    changed = {name for name in now if now[name] != before[name]}
    cut = _cut(read, plan, place)
    changed |= {_CUT} if cut and cut.now != cut.read else set()
    choices = ShotChoices(place + 1, now, frozenset(changed))
    facts = {
        "Camera": joined((_camera(choices, plan, place), row.seen)),
        "Light": _light(choices, plan, place),
        "Sound": _sound(choices, plan),
        "Seedance only": joined((_own_words(row.not_animated), row.not_set)),
    }
    pair = Markup("<dt>{}</dt><dd>{}</dd>")
    told = Markup().join(pair.format(name, fact) for name, fact in facts.items() if fact)
    guesses = (words for name, words in of_shot.unsure.items() if name not in changed | {_CUT})
    item = Markup(
        "<li data-shot='{}' data-read='{}' data-now='{}'><b>{} · {}</b>{}{}<dl>{}</dl></li>"
    )
    return item.format(
        json.dumps(keys(read)[place]),
        json.dumps(before),
        json.dumps(now),
        choices.length(row.time, cut),
        choices.picture(row.image, plan.pictures),
        _marked(of_shot.words),
        _unsure(" ".join(guesses)),
        told,
    )


def _marked(words: Sequence[Piece]) -> Markup:
    """The words of a shot; where there are many, a click shows them all."""
    mark = Markup("<mark>{}</mark>")
    told = Markup().join(mark.format(each.text) if each.followed else each.text for each in words)
    form = Markup("<details class='words'><summary translate='no'>{}</summary></details>")
    return form.format(told) if words else Markup()


def _own_words(words: str) -> Markup:
    """Words of the prompt, which are never translated."""
    return Markup("<span translate='no'>{}</span>").format(words) if words else Markup()


def _cut(read: Plan, plan: Plan, place: int) -> Cut | None:
    """The cut by which a shot's length is chosen: the one behind it, before it of the last."""
    last = place == len(plan.shots) - 1
    first = place - last
    if first < 0:
        return None
    pair = plan.shots[first], plan.shots[first + 1]
    return Cut(keys(read)[first], read.shots[first].end, *pair, is_of_last=last)


def _camera(choices: ShotChoices, plan: Plan, place: int) -> Markup:
    shot = plan.shots[place]
    goes = not _STANDS.issuperset(shot.moves)
    pace = choices.select("pace", _pace(shot.pace)) + " " if goes else Markup()
    told = choices.select("framing", shot.framing), pace + choices.moves()
    enters = "" if shot.enters is Transition.CUT else f"{shot.enters}: "
    leaves = "" if shot.leaves is Transition.CUT else f" → {shot.leaves}"
    far = way(shot, shot.moves) + size_at_end(shot)
    return Markup("{}{}{}{}").format(enters, joined(told), far, leaves)


def _pace(pace: float) -> str:
    words = ((0.5, "very slow"), (0.8, "slow"), (1.2, "usual pace"), (1.7, "fast"))
    return next((word for limit, word in words if pace <= limit), "very fast")


def _light(choices: ShotChoices, plan: Plan, place: int) -> Markup:
    shot, last = plan.shots[place], None
    if shot.looks_at_end is not None:
        last = choices.each("looks_at_end")
    flashes = ", ".join(f"{at:.1f} s" for at in shot.flashes)
    lightning = Markup("lightning at {}").format(flashes) if flashes else ""
    told = joined((arrow(choices.each("looks"), last), *choices.each("weather"), lightning))
    return Markup("{} {}").format(told, choices.add("looks weather", "light or weather"))


def _sound(choices: ShotChoices, plan: Plan) -> Markup:
    captions = (*choices.each("dialogue"), *choices.each("subtitles"))
    if plan.silent:
        return joined((choices.silence(), *captions))
    told = joined((*choices.each("sounds"), *choices.each("music"), *captions))
    return Markup("{} {}").format(told, choices.add("sounds music", "a sound or music"))


def _changes(found: Corrected, steps: Sequence[Step], prompt: str) -> Markup:
    """What was corrected and what became of it, and what can be done with the shots."""
    lines = []
    if is_written(steps, prompt):
        lines.append("The shots are now in the prompt.")
    if count := len(found.held):
        lines.append(_SEVERAL.format(count) if count > 1 else _ONE)
    buttons = [_BUTTON.format("undo", "Undo")] if steps else []
    buttons.append(_BUTTON.format("write", "Write these shots into the prompt"))
    if found.set_aside:
        lines.append(
            "Set aside because its shot changed: "
            f"{', '.join(map(_told, found.set_aside))}. It comes back with them."
        )
        buttons.append(_BUTTON.format("forget", "Discard what is set aside"))
    said = Markup("<p role='status'>{}</p>").format(" ".join(lines)) if lines else ""
    aside = json.dumps([[each.shot, each.field] for each in found.set_aside])
    around = Markup("<div class='changes' data-aside='{}'>{}<div>{}</div></div>")
    return around.format(aside, said, Markup().join(buttons))


def _told(correction: Correction) -> str:
    """A correction in words, whatever a browser kept for one: `light: night + fog`"""
    field, value = correction.field, correction.value
    quoted = "“{}”" if field in ("dialogue", "subtitles") else "{}"
    if field == "image" and type(value) is int:
        value += 1
    stages = value if isinstance(value, list) else [value]
    parts = [part for stage in stages for part in (stage if isinstance(stage, list) else [stage])]
    where = "cut at " if field == "end" else ""
    return f"{NAMES.get(field, field)}: {where}{' + '.join(map(quoted.format, parts)) or 'none'}"

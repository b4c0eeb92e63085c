"""Chips: film words that a click writes at the cursor of the prompt.

What a chip writes is plain text that can be changed or undone, and each is a word that the animatic
follows too.
"""

from dataclasses import dataclass

from markupsafe import Markup


@dataclass(frozen=True)
class Chip:
    """`words` go into the prompt; `joint`: as a sentence of their own, because a shot begins."""

    label: str
    words: str
    joint: bool = False


def _same(*labels: str) -> tuple[Chip, ...]:
    return tuple(Chip(label, label.lower()) for label in labels)


CHIPS: dict[str, tuple[Chip, ...]] = {
    "Camera": (
        *_same("Slow push in", "Pull out", "Pan left", "Pan right", "Tilt up", "Crane up"),
        *_same("Orbit left", "Truck right", "Handheld", "Close-up"),
        Chip("Static", "static camera"),
    ),
    "Light": (
        *_same("Golden hour", "Sunrise", "Night", "Neon", "Fog", "Rain", "Snow", "Dust"),
        *_same("Silhouette", "Lens flare"),
        Chip("Day to night", "day turns to night"),
    ),
    "Mood": (
        *(Chip(light, f"{light.lower()} light") for light in ("Warm", "Cold", "Dreamy")),
        *_same("Noir", "Black and white"),
        Chip("Vintage", "vintage film"),
        *(Chip(music, music.lower()) for music in ("Epic music", "Tense music", "Happy music")),
    ),
    "Sound": (
        *_same("Wind", "Thunder", "Birds", "Crickets", "Footsteps", "Heartbeat", "Piano"),
        Chip("Waves", "waves on the shore"),
        Chip("City", "city traffic"),
        Chip("Crowd", "crowd murmur"),
    ),
    "Shots": (
        *(Chip(words, words, joint=True) for words in ("Cut to", "Dissolve to", "Whip pan to")),
        Chip("0–2 s", "[0-2s]", joint=True),
        Chip("2–5 s", "[2-5s]", joint=True),
        Chip("Fade to black", "Fade to black.", joint=True),
    ),
}


def chips() -> Markup:
    """HTML: a line of groups, one of them open. The groups are radio buttons, and the chips of each
    are a toolbar: the arrow keys go through both, and Tab stops once at either."""
    groups = (_group(name, chips, n == 0) for n, (name, chips) in enumerate(CHIPS.items()))
    around = Markup('<div class="chips" role="group" aria-label="Words for the prompt">{}</div>')
    return around.format(Markup().join(groups))


def _group(name: str, group: tuple[Chip, ...], is_open: bool) -> Markup:
    return Markup(
        '<input type="radio" name="chips" id="chips-{name}"{checked}>'
        '<label for="chips-{name}">{name}</label>'
        '<div role="toolbar" aria-label="{name}">{offers}</div>'
    ).format(
        name=name,
        checked=" checked" if is_open else "",
        offers=Markup().join(_offer(chip, n == 0) for n, chip in enumerate(group)),
    )


def _offer(chip: Chip, is_first: bool) -> Markup:
    # Marked, because what a language writes for it need not be what it calls it.
    button = Markup('<button type="button" tabindex="{}" data-words="write {}"{}>{}</button>')
    joint = " data-joint" if chip.joint else ""
    return button.format(0 if is_first else -1, chip.words, joint, chip.label)

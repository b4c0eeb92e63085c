"""The form as a browser kept it, checked before it is used."""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any

from ..catalog import LONGEST, MAX_IMAGES
from ..errors import BadBrief
from ..orders.brief import CLIPS, DEFAULT_OPTIONS, Options
from ..orders.family import is_family, model_of
from ..orders.images import uploaded
from .plans import Step, read_steps


@dataclass(frozen=True)
class Draft:
    """Pictures as paths in the upload folder; `duration` and `model` are None where the page has
    them no longer."""

    images: tuple[str, ...]
    prompt: str
    duration: int | None = None
    model: str | None = None
    options: Options | None = None
    steps: tuple[Step, ...] = ()
    write_only: bool = False
    clips: int | None = None  # None: as many as the form says


def read_draft(kept: object, uploads: Path) -> Draft | None:
    """The draft that a browser says it kept, by the names of the form; pictures that are gone are
    left out."""
    if not isinstance(kept, dict):
        return None
    images = tuple(_still_there(kept.get("images"), uploads))
    prompt = kept.get("prompt")
    duration, model = _choices(kept)
    words = prompt if isinstance(prompt, str) else ""
    draft = Draft(
        images=images,
        prompt=words,
        duration=duration,
        model=model,
        options=_options(kept),
        steps=tuple(read_steps(kept.get("steps"))),
        write_only=kept.get("write_only") is True,
        clips=_clips(kept.get("clips")),
    )
    return draft if draft.images or draft.prompt.strip() else None


def _still_there(images: object, uploads: Path) -> Iterable[str]:
    for path in images[:MAX_IMAGES] if isinstance(images, list) else ():
        with suppress(BadBrief):
            yield str(uploaded(path, uploads, 1))


def _options(kept: Mapping[str, Any]) -> Options | None:
    """None unless each is of the kind it has to be; the press looks at the values."""
    usual = asdict(DEFAULT_OPTIONS)
    chosen: dict[str, Any] = {name: kept.get(name) for name in usual}
    right = all(type(chosen[name]) is type(value) for name, value in usual.items())
    return Options(**chosen) if right else None


def _clips(kept: object) -> int | None:
    return kept if type(kept) is int and kept in CLIPS else None


def _choices(kept: Mapping[str, Any]) -> tuple[int | None, str | None]:
    """A length that no generation of the contract makes is none, and so is a model there is not;
    one that the page does not know comes back all the same: the offer says how it stands."""
    model, duration = str(kept.get("model")), kept.get("duration")
    if type(duration) is not int or not is_family(model):
        return None, None
    known = [each.durations for each in model_of(model).contracts.values()]
    lengths = {*sum(known, ())} if known else range(1, LONGEST + 1)
    return (duration, model) if duration in lengths else (None, None)

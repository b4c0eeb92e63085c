"""The Seedance family by its ids: the one place that answers for any id, known or not.

A model that came after this code, or that is gone, is known by its id alone: what it is called, and
whether it makes clips of pictures or words. What it takes and costs, the live catalogue says.
"""

import re

from ..catalog import BY_ID, Model

LONGEST_ID = 100  # characters
_ID = re.compile(
    r"bytedance/seedance-(?P<name>[a-z\d][a-z\d.]*(-[a-z\d.]+)*)"
    r"/(?P<kind>image|text|reference)-to-video(?P<pace>(-(fast|turbo))*)",
    re.ASCII,
)
# Made to leave out what keeps a model fit for everybody.
_UNFIT = re.compile(r"spic|nsfw|uncensor|unfilter|unrestrict|adult|explicit|erotic|porn|nude|sexy")
_VERSION = re.compile(r"[\d.]+")
_FROM = {"image": "", "text": " from text", "reference": " from references"}
_ABOUT = (
    "Newer than this page: the provider's catalogue says what it takes, and its quote the price."
)


def model_of(model_id: str) -> Model:
    """The model of an id. Of one that the page does not know no contract is known, and it is not
    free."""
    if model_id in BY_ID:
        return BY_ID[model_id]
    found = _read(model_id)
    several = f"bytedance/seedance-{found['name']}/reference-to-video" if found else ""
    takes_one = found and found["kind"] == "image"
    return Model(model_id, _title(model_id), _ABOUT, {}, references=several if takes_one else "")


def is_family(model_id: str) -> bool:
    """Whether the id is the page's own, or by its form one of the family that turns pictures or
    words into a clip, fit for everybody."""
    return model_id in BY_ID or (_read(model_id) is not None and not _UNFIT.search(model_id))


def takes_pictures(model_id: str) -> bool:
    """Whether an id of the family is one that begins with pictures."""
    found = _read(model_id)
    return found is not None and found["kind"] != "text"


def from_words(model_id: str) -> str:
    """The id of the same model that makes clips from words alone; of one that has no such form by
    its name, its own."""
    return _sibling(model_id, "text")


def from_pictures(model_id: str) -> str:
    """The id of the same model that begins with a picture; only one from words has another."""
    found = _read(model_id)
    return _sibling(model_id, "image") if found and found["kind"] == "text" else model_id


def choice_of(model: Model) -> str:
    """What it is called among the others: `Animatic · free`, `Seedance 2.0`, `Fast`, `1.5 Pro`."""
    short = model.title.removeprefix("Seedance ").removeprefix("2.0 ")
    named = model.title if _VERSION.fullmatch(short) else short
    return f"{named} · free" if model.free else named


def _sibling(model_id: str, kind: str) -> str:
    found = _read(model_id)
    if not found:
        return model_id
    return model_id[: found.start("kind")] + kind + model_id[found.end("kind") :]


def _read(model_id: str) -> re.Match[str] | None:
    return _ID.fullmatch(model_id) if len(model_id) <= LONGEST_ID else None


def _title(model_id: str) -> str:
    """`Seedance 2.5 Mini from text, turbo`; the id itself where it is of another form."""
    found = _read(model_id)
    if not found:
        return model_id
    words = [re.sub(r"^v(?=\d)", "", word) for word in found["name"].split("-")]
    pace = "".join(f", {word}" for word in found["pace"].split("-") if word)
    return f"Seedance {' '.join(map(str.capitalize, words))}{_FROM[found['kind']]}{pace}"

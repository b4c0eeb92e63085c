"""The README as a Space reads it: its front matter says what is built, and how it is shown."""

import re
from importlib.metadata import version

from huggingface_hub import SpaceCard
from packaging.specifiers import SpecifierSet

from ..errors import BadSetting
from .wish import Wish

README, PICTURES = "README.md", ".readme/"
THUMBNAIL = f"{PICTURES}page.png"
PYTHONS = "3.11", "3.12"  # the renderer's onnxruntime ends there; a Space's own choice is 3.10


def shown_in(readme: str) -> list[str]:
    """The pictures that the text shows, by their paths."""
    return re.findall(rf"!\[[^\]]*\]\(({re.escape(PICTURES)}[^)\s]+)\)", readme)


def as_published(readme: str, wish: Wish) -> bytes:
    """With what depends on the Space: its address, and whether visitors sign in."""
    card = SpaceCard(readme)
    card.data["thumbnail"] = f"{wish.page}/resolve/main/{THUMBNAIL}"
    if wish.sign_in:
        card.data["hf_oauth"] = True
    return str(card).encode()


def check(readme: str, requirements: str) -> None:
    """Raises `BadSetting` for a front matter that could not be built, or not as it was tested. A
    Space installs the gradio that is named there and then `requirements.txt`; when they disagree,
    its log speaks of a cache."""
    try:
        card = SpaceCard(readme).data
    except Exception as error:  # the YAML reader's own, or a ValueError
        raise BadSetting(f"The front matter of {README} cannot be read: {error}") from None
    asked, here = str(card.get("sdk_version")), version("gradio")
    if card.get("sdk") != "gradio" or card.get("app_file") != "app.py":
        raise BadSetting(f"The front matter of {README} must say sdk: gradio, app_file: app.py.")
    if asked != here:
        raise BadSetting(
            f"{README} asks for gradio {asked}, and {here} is what is installed and tested here. "
            f"Write sdk_version: {here}, or install the other."
        )
    if asked not in _allowed("gradio", requirements):
        raise BadSetting(f"requirements.txt does not allow gradio {asked}, which {README} names.")
    if (python := str(card.get("python_version"))) not in PYTHONS:
        raise BadSetting(f"{README} must say python_version: {' or '.join(PYTHONS)}, not {python}.")


def _allowed(name: str, requirements: str) -> SpecifierSet:
    found = re.search(rf"^{name}\b(?:\[[\w,]*\])?([^#;\n]*)", requirements, re.MULTILINE)
    return SpecifierSet(found[1] if found else "")

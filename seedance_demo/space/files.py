"""The files that a Space gets: an explicit list, the same on every machine.

Nothing is taken because it lies around. A picture left in the examples' folder, a link to elsewhere
or a `.env` stays here.
"""

from pathlib import Path

from ..errors import BadSetting
from ..examples import EXAMPLES, OPENING, STILL
from .readme import PICTURES, README, shown_in

ROOT = Path(__file__).parents[2]
TOP = README, "LICENSE", "app.py", "requirements.txt"
# In the package: code, and what the page serves of it.
CODE = ("*.py", "ui/languages/*.json", *(f"ui/static/*.{kind}" for kind in ("js", "css", "png")))
# Debian's packages of free typefaces for all living scripts and for signs, and of what Pillow lays
# out text with: a Space has none of it, and only captions in Latin letters would be drawn.
FOR_TEXT = "fonts-noto-core", "fonts-noto-cjk", "fonts-symbola", "libfribidi0"
PACKAGES = "packages.txt"  # where a Space reads them
PACKAGE = "seedance_demo/"
Files = dict[str, bytes]  # by their path in the Space


def collect(root: Path = ROOT) -> Files:
    """What there is to upload, in the order of their names. Raises `BadSetting` when one is
    missing."""
    package = root / PACKAGE
    code = [path for pattern in CODE for path in package.rglob(pattern) if _is_own(path, root)]
    media = [package / "examples" / path.name for path in _examples()]
    named = [root / name for name in (*TOP, *shown_in(_read(root / README).decode()))]
    files = {path.relative_to(root).as_posix(): _read(path) for path in (*named, *code, *media)}
    files[PACKAGES] = "".join(f"{name}\n" for name in FOR_TEXT).encode()
    return dict(sorted(files.items()))


def is_ours(name: str) -> bool:
    """Whether a file of a Space lies where only this list puts files, and so may be removed."""
    return name.startswith((PACKAGE, PICTURES))


def _examples() -> list[Path]:
    return [*(path for example in EXAMPLES for path in example.pictures), OPENING, STILL]


def _is_own(path: Path, root: Path) -> bool:
    """Neither a link nor below one, and not hidden."""
    inside = path.relative_to(root)
    hidden = any(part.startswith(".") for part in inside.parts)
    return not hidden and path.resolve() == root.resolve() / inside


def _read(path: Path) -> bytes:
    if path.is_symlink() or not path.is_file():
        raise BadSetting(f"{path.name} is missing in {path.parent}; the Space needs it.")
    return path.read_bytes()

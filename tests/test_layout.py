"""The shape of the code: imports point one way, secrets and libraries stay where they belong."""

import ast
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "seedance_demo"
# Each part may import the parts before it, never those after it.
ORDER = [
    "errors",
    "catalog",
    "config",
    "wavespeed",
    "orders",
    "ledger",
    "accounts",
    "jobs",
    "examples",
    "ui",
]
APART: dict[str, set[str]] = {"animatic": set(), "local_api": {"wavespeed", "catalog", "errors"}}


def imports_of(path: Path) -> set[str]:
    """Dotted names, relative ones made absolute."""
    package = ("seedance_demo", *path.relative_to(PACKAGE).parent.parts)
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name for alias in node.names}
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = ".".join((*above, *filter(None, [node.module])))
            found |= {base} if node.module else {f"{base}.{alias.name}" for alias in node.names}
    return found


def own_parts(path: Path) -> set[str]:
    """The parts of this package that a file imports."""
    names = [name.split(".") for name in imports_of(path)]
    return {name[1] for name in names if name[0] == "seedance_demo" and len(name) > 1}


MODULES = [
    path
    for path in sorted(PACKAGE.rglob("*.py"))
    if path.relative_to(PACKAGE).parts[0] not in {*APART, "__init__.py"}
]


@pytest.mark.parametrize("path", MODULES, ids=lambda path: path.relative_to(PACKAGE).as_posix())
def test_imports_point_one_way(path: Path) -> None:
    part = path.relative_to(PACKAGE).parts[0].removesuffix(".py")
    assert part in ORDER, f"say where {part} stands"
    before = {*ORDER[: ORDER.index(part)], part}
    allowed = before | ({"animatic"} if part in ("ui", "examples") else set())
    assert own_parts(path) <= allowed


@pytest.mark.parametrize("part", APART)
def test_the_renderer_and_the_local_api_stand_apart(part: str) -> None:
    for path in (PACKAGE / part).rglob("*.py"):
        assert own_parts(path) <= APART[part] | {part}, path


@pytest.mark.parametrize(
    ("library", "homes"),
    [
        ("gradio", {"ui"}),
        ("requests", {"wavespeed"}),
        ("fastapi", {"local_api"}),
        ("sqlite3", {"ledger"}),
        ("cv2", {"animatic"}),
    ],
)
def test_each_library_has_one_home(library: str, homes: set[str]) -> None:
    for path in PACKAGE.rglob("*.py"):
        if library in {name.split(".")[0] for name in imports_of(path)}:
            assert path.relative_to(PACKAGE).parts[0].removesuffix(".py") in homes, path


def test_the_renderer_knows_nothing_of_the_network() -> None:
    forbidden = {"gradio", "requests", "urllib", "urllib3", "http", "socket", "fastapi", "httpx"}
    for path in (PACKAGE / "animatic").rglob("*.py"):
        assert not forbidden & {name.split(".")[0] for name in imports_of(path)}, path

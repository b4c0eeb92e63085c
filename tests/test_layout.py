"""The rooms of the code: imports point one way, and each library and script has its place."""

import ast
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

import pytest

PACKAGE = Path(__file__).parents[1] / "seedance_demo"
# Each room may import those before it, never those after it. Five stand apart.
LAYERS = [
    *("errors", "money", "catalog", "config", "command_line"),
    *("pictures", "clips", "wavespeed", "orders", "ledger", "accounts", "jobs", "ui"),
]
BESIDE: dict[str, set[str]] = {
    "animatic": {"command_line", "pictures"},
    "clips": {"errors", "animatic"},
    "examples": {"animatic"},
    "local_api": {"errors", "catalog", "command_line", "wavespeed"},
    "space": {"errors", "config", "command_line", "examples"},
    "worker": {"errors", "config", "command_line", "wavespeed", "ledger", "jobs", "local_api"},
}
INSIDE = {
    "animatic": [["plan"], ["prompt"], ["audio", "video"], ["shot_list", "encode"], ["film"]],
    "ui": [
        ["static", "plans", "link_preview"],
        [
            "theme",
            "messages",
            "tips",
            "draft",
            "naming",
            "events",
            "sessions",
            "capacity",
            "door",
            "served",
            "redacted",
            "serving",
        ],
        ["components"],
        ["form", "result"],
        ["page"],
        ["handlers"],
        ["agents", "shared_clips"],
        ["blocks"],
    ],
}
MODULES = sorted(PACKAGE.rglob("*.py"))


def name_of(path: Path) -> tuple[str, ...]:
    """`ui/form.py` as ("ui", "form"); a package stands for its `__init__.py`."""
    parts = path.relative_to(PACKAGE).with_suffix("").parts
    return parts[:-1] if parts[-1] == "__init__" else parts


def label(path: Path) -> str:
    return path.relative_to(PACKAGE).as_posix()


@cache
def parsed(path: Path) -> ast.Module:
    return ast.parse(path.read_text("utf-8"))


@cache
def nodes(path: Path) -> list[ast.AST]:
    return [*ast.walk(parsed(path))]


@cache
def imports_of(path: Path) -> list[tuple[str, ...]]:
    """Dotted names, split, relative ones made absolute; what is taken from a module is the last."""
    return [*_imports(path)]


def _imports(path: Path) -> Iterator[tuple[str, ...]]:
    package = ("seedance_demo", *path.relative_to(PACKAGE).parent.parts)
    for node in nodes(path):
        if isinstance(node, ast.Import):
            yield from (tuple(alias.name.split(".")) for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            above = package[: len(package) - node.level + 1] if node.level else ()
            base = (*above, *(node.module or "").split(".")) if node.module else above
            yield from ((*base, alias.name) for alias in node.names)


def own_imports(path: Path) -> Iterator[tuple[str, ...]]:
    """What a file imports of this package, without the package's name."""
    return (name[1:] for name in imports_of(path) if name[0] == "seedance_demo")


def test_rooms_import_one_way() -> None:
    for path in MODULES:
        room, *_ = name_of(path) or ("",)
        allowed = BESIDE.get(room) or set(LAYERS[: LAYERS.index(room)] if room in LAYERS else ())
        allowed |= {room} | ({"animatic", "examples"} if room == "ui" else set())
        assert {name[0] for name in own_imports(path)} <= allowed, label(path)


@pytest.mark.parametrize("room", INSIDE)
def test_the_large_rooms_import_one_way_inside(room: str) -> None:
    level = {name: n for n, names in enumerate(INSIDE[room]) for name in names}
    for path in (PACKAGE / room).rglob("*.py"):
        _, *inner = name_of(path)
        here = inner[0] if inner else ""
        for name in own_imports(path):
            there = name[1] if name[0] == room and len(name) > 1 else here
            if there != here and there in level:
                assert level[there] < level.get(here, len(level)), f"{label(path)}: {name}"


def test_no_room_uses_what_is_private_to_another() -> None:
    for path in MODULES:
        for name in own_imports(path):
            private = any(re.match("_(?!_)", part) for part in name)
            assert not private or name[:-2] == name_of(path)[:-1], f"{label(path)}: {name}"


def test_the_top_of_the_package_holds_rooms_and_a_few_modules() -> None:
    assert {path.stem for path in PACKAGE.glob("*.py")} == {
        *("__init__", "worker", "errors", "money", "catalog", "command_line")
    }


def test_a_module_says_what_it_is_and_is_read_in_one_sitting() -> None:
    for path in MODULES:
        text = path.read_text("utf-8")
        assert ast.get_docstring(parsed(path)) or not text, label(path)
        lines = len(text.splitlines())
        assert lines <= 250 or path.stem.endswith("_words"), f"one idea a module: {label(path)}"


def test_scripts_and_styles_lie_in_files_of_their_own() -> None:
    looks_like_script = re.compile(r"=>|\bfunction\b.*\{|addEventListener|\bon[a-z]+=[\"']")
    for path in (PACKAGE / "ui").rglob("*.py"):
        for node in nodes(path):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                assert not looks_like_script.search(node.value), f"{label(path)}: {node.value}"


def test_html_is_escaped_by_construction() -> None:
    """Tags stand in literals of `Markup` alone, which escapes whatever is put into them."""
    for path in (PACKAGE / "ui").rglob("*.py"):
        for node in nodes(path):
            where = f"{label(path)}:{getattr(node, 'lineno', '')}"
            if isinstance(node, ast.JoinedStr):
                parts = [each.value for each in node.values if isinstance(each, ast.Constant)]
                assert not re.search(r"</?\w", "".join(map(str, parts))), where
            if isinstance(node, ast.Call) and ast.unparse(node.func) == "Markup":
                assert all(isinstance(given, ast.Constant) for given in node.args), where


@pytest.mark.parametrize(
    ("library", "rooms"),
    [
        ("gradio", {"ui"}),
        ("requests", {"wavespeed"}),
        ("fastapi", {"local_api"}),
        ("sqlite3", {"ledger"}),
        ("psycopg", {"ledger"}),
        ("psycopg_pool", {"ledger"}),
        ("cv2", {"animatic"}),
        ("huggingface_hub", {"space"}),
        ("mcp", {"ui"}),
        ("fsspec", {"jobs"}),
    ],
)
def test_each_library_has_one_home(library: str, rooms: set[str]) -> None:
    users = {name_of(path)[0] for path in MODULES if library in {n[0] for n in imports_of(path)}}
    assert users == rooms


def test_the_renderer_knows_nothing_of_the_network() -> None:
    forbidden = {"gradio", "requests", "urllib", "urllib3", "http", "socket", "fastapi", "httpx"}
    for path in (PACKAGE / "animatic").rglob("*.py"):
        assert not forbidden & {name[0] for name in imports_of(path)}, path


def test_a_plan_does_not_depend_on_what_draws_it() -> None:
    """Nor on this machine's fonts: the reader of prompts knows no image library."""
    for path in (PACKAGE / "animatic" / "prompt").rglob("*.py"):
        assert not {"PIL", "cv2", "numpy"} & {name[0] for name in imports_of(path)}, path

"""What is imported is declared, and what is declared has a range."""

import ast
import re
import sys
import tomllib
from importlib.metadata import packages_distributions
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
OURS = {"seedance_demo", "tests"}
DISTRIBUTIONS = packages_distributions()


def declared(*files: str) -> dict[str, str]:
    """Distributions by their normalised names, with their ranges, those of the extras included."""
    lines = [line for file in files for line in (ROOT / file).read_text("utf-8").splitlines()]
    project = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]
    lines += [each for extra in project["optional-dependencies"].values() for each in extra]
    found = (re.match(r"([A-Za-z][\w.-]*)(?:\[\w+\])?([<>=~!][^;#]*)", line) for line in lines)
    return {_normalised(match[1]): match[2].strip() for match in found if match}


def imported(*folders: str) -> set[str]:
    files = [path for each in folders for path in [*(ROOT / each).rglob("*.py"), ROOT / each]]
    names = {name for path in files if path.is_file() for name in _imports(path)}
    return names - OURS - set(sys.stdlib_module_names)


def _imports(path: Path) -> set[str]:
    found = set()
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.split(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and not node.level and node.module:
            found.add(node.module.split(".")[0])
    return found


def _normalised(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(
    ("code", "files"),
    [
        (("app.py", "seedance_demo"), ("requirements.txt",)),
        (("tests",), ("requirements.txt", "tests/requirements.txt")),
    ],
)
def test_what_is_imported_is_declared(code: tuple[str, ...], files: tuple[str, ...]) -> None:
    known = declared(*files)
    for name in imported(*code):
        providers = {_normalised(each) for each in DISTRIBUTIONS.get(name, [name])}
        assert providers & known.keys(), f"{name} is imported and not declared"


def test_each_has_a_lower_and_an_upper_bound() -> None:
    """CI installs the lower ones; the upper ones keep a new major release out."""
    for name, bounds in declared("requirements.txt").items():
        minor = name == "gradio" and re.fullmatch(r"==\d+\.\d+\.\*", bounds)
        assert minor or re.fullmatch(r">=[\d.]+,<\d[\d.]*", bounds), f"{name}{bounds}"

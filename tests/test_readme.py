"""What README and ARCHITECTURE say is true: prices, commands, files."""

import re
import subprocess
import sys
from pathlib import Path

import pytest

from seedance_demo.catalog import GEN_2026_08, MODELS
from seedance_demo.money import dollars

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text("utf-8")
MORE = "".join((ROOT / ".github" / f"{n}.md").read_text("utf-8") for n in ("PROGRAMS", "SCALING"))


def printed(*command: str) -> str:
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout


def test_the_price_table_is_the_catalogues() -> None:
    header, *rows = re.findall(r"^\| .*\|$", README.split("## What it costs")[1], re.M)[:4]
    lengths = [int(cell.split()[0]) for cell in header.split("|")[2:-1]]
    for _, title, *cells, _ in (row.split("|") for row in rows):
        model = next(each for each in MODELS if each.title == title.strip())
        contract = model.contracts[GEN_2026_08]
        made = [each for each in lengths if each in contract.durations]
        prices = [dollars(contract.price({"duration": each})) for each in made]
        assert [cell.strip() for cell in cells] == prices + [""] * (len(lengths) - len(made))


@pytest.mark.parametrize("name", sorted(set(re.findall(r"`([a-z_]+(?:\.py|/))`", README))))
def test_every_file_it_names_exists(name: str) -> None:
    assert (ROOT / name).exists() or (ROOT / "seedance_demo" / name).exists()


def test_the_architecture_names_every_module_and_no_other() -> None:
    text = (ROOT / ".github" / "ARCHITECTURE.md").read_text("utf-8").split("## Glossary")[0]
    named = {Path(name).stem for name in re.findall(r"`([\w/.]+?)(?:\.py|/)?(?:: \w+)?`", text)}
    package = ROOT / "seedance_demo"
    modules = {path.stem for path in package.rglob("*.py") if not path.stem.startswith("__")}
    folders = {path.name for path in package.rglob("*") if (path / "__init__.py").is_file()}
    words = {path for path in modules if path.endswith("_words")}  # tables, named by their folder
    assert modules - words - named == set()
    assert folders - named == set()
    tops = [ROOT, package, *(path for path in package.rglob("*") if path.is_dir())]
    for path in re.findall(r"`([\w/]+(?:\.py|/))", text):
        assert any((top / path).exists() for top in tops), path


def test_every_picture_it_shows_exists() -> None:
    for path in re.findall(r"!\[[^\]]*\]\(([^)]+)\)", README):
        assert (ROOT / path).is_file()


@pytest.mark.parametrize(
    "module", sorted(set(re.findall(r"python -m (seedance_demo[\w.]*)", README + MORE)))
)
def test_every_command_it_names_answers(module: str) -> None:
    answer = subprocess.run(
        [sys.executable, "-m", module, "--help"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    assert "usage" in answer.stdout


@pytest.mark.slow
def test_the_options_it_names_are_the_apps() -> None:
    known = set(re.findall(r"(--\w+)", printed(sys.executable, "app.py", "--help")))
    named = re.search(r"app.py --help` lists the options ([^.]*)\.", README)
    assert named is not None
    assert set(re.findall(r"`(--\w+)`", named[1])) == known - {"--help"}


def test_the_spaces_gradio_is_in_the_range_we_install() -> None:
    version = re.search(r"^sdk_version: (\S+)$", README, re.M)
    assert version is not None
    assert version[1].startswith("6.")
    assert "gradio==6.31.*" in (ROOT / "requirements.txt").read_text("utf-8")

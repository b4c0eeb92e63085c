"""What is uploaded is what belongs to the app, whatever else lies there."""

import shutil
import subprocess
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path

import pytest
from huggingface_hub import SpaceCard

from seedance_demo.animatic.video.typefaces import FONTS
from seedance_demo.errors import BadSetting
from seedance_demo.space.files import FOR_TEXT, PACKAGES, ROOT, collect
from seedance_demo.space.readme import check

README = (ROOT / "README.md").read_text("utf-8")
REQUIREMENTS = (ROOT / "requirements.txt").read_text("utf-8")
U_2_NETP = "309c8469258dda742793dce0ebea8e6dd393174f89934733ecc8b14c76f4ddd8"
NOT_OURS = {".gitignore", ".pre-commit-config.yaml", "pyproject.toml"}


def test_the_list_is_what_is_under_version_control() -> None:
    git = shutil.which("git")
    if not git or not (ROOT / ".git").exists():
        pytest.skip("not a clone")
    asked = subprocess.run([git, "ls-files"], cwd=ROOT, capture_output=True, text=True, check=True)
    known = {
        name for name in asked.stdout.split() if not name.startswith((".ci/", ".github/", "tests/"))
    }
    new = {path.relative_to(ROOT).as_posix() for path in (ROOT / "seedance_demo").rglob("*.py")}
    assert known - NOT_OURS <= set(collect()) <= known | new | {PACKAGES}


def test_nothing_else_is_taken_along(tmp_path: Path) -> None:
    root = tmp_path / "film"
    kept = shutil.ignore_patterns(".git", ".venv*", "tests", ".ci", "__pycache__", "outputs")
    shutil.copytree(ROOT, root, ignore=kept)
    before = collect(root)
    package = root / "seedance_demo"
    secret = tmp_path / "secret.py"
    secret.write_text("KEY = 'wsk'")
    for name in (
        *(".env", "outputs/ledger.sqlite", "outputs/clips/a.mp4", "notes.md", "packages.txt"),
        *(".readme/private.png", "seedance_demo/.env", "seedance_demo/ledger.sqlite"),
        *("seedance_demo/examples/me.jpg", "seedance_demo/examples/clip.mp4"),
        *("seedance_demo/.secret.py", "seedance_demo/.hidden/secret.py", "seedance_demo/key.pem"),
        *("seedance_demo/__pycache__/config.pyc", ".cache/huggingface/token", "tests/test_a.py"),
    ):
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text("wsk")
    (package / "link.py").symlink_to(secret)
    (package / "elsewhere").symlink_to(tmp_path)
    assert collect(root) == before


def test_what_it_cannot_do_without_is_missed_in_words(tmp_path: Path) -> None:
    with pytest.raises(BadSetting, match=r"README\.md is missing"):
        collect(tmp_path)


def test_a_space_gets_what_sets_captions_in_every_script() -> None:
    assert collect()[PACKAGES].decode().split() == list(FOR_TEXT)
    for file in ("NotoSans-Regular.ttf", "NotoSansCJK-Regular.ttc"):
        assert file in FONTS, "of fonts-noto-core and fonts-noto-cjk"


@pytest.mark.parametrize(
    ("readme", "requirements", "sentence"),
    [
        (README.replace("sdk: gradio", "sdk: static"), REQUIREMENTS, "must say sdk: gradio"),
        (README.replace("app_file: app.py\n", ""), REQUIREMENTS, "app_file: app.py"),
        (README.replace("sdk_version: ", "sdk_version: 9"), REQUIREMENTS, "asks for gradio 9"),
        (README, "gradio>=5,<6\n", "does not allow gradio"),
        (README, "gradio[oauth]==5.*  # old\n", "does not allow gradio"),
        (README.replace('python_version: "3.12"\n', ""), REQUIREMENTS, "python_version: 3.11 or"),
        (README.replace('"3.12"', '"3.13"'), REQUIREMENTS, "not 3.13"),
        (README.replace("title:", "title: [", 1), REQUIREMENTS, "cannot be read"),
    ],
)
def test_a_front_matter_that_would_not_build_is_refused(
    readme: str, requirements: str, sentence: str
) -> None:
    with pytest.raises(BadSetting) as caught:
        check(readme, requirements)
    assert sentence in str(caught.value)


def test_the_front_matter_shows_what_this_is() -> None:
    card = SpaceCard(README).data
    assert card["license"] == "apache-2.0"
    assert "image-to-video" in card["tags"]
    assert len(card["short_description"]) <= 60, "the Hub takes no longer one"
    assert card.get("hf_oauth") is None


def test_the_model_it_names_is_the_one_that_is_used() -> None:
    """The weights are that model's onnx/model.onnx, byte for byte."""
    package = find_spec("rembg")
    if package is None or not package.submodule_search_locations:
        pytest.skip("no weights for this Python")
    weights = Path(package.submodule_search_locations[0], "u2netp.onnx").read_bytes()
    assert sha256(weights).hexdigest() == U_2_NETP
    assert SpaceCard(README).data["models"] == ["BritishWerewolf/U-2-Netp"]


def test_the_space_installs_the_gradio_of_a_green_run() -> None:
    versions = (ROOT / ".ci" / "constraints.txt").read_text("utf-8").splitlines()
    (named,) = [
        line.split(": ")[1] for line in README.splitlines() if line.startswith("sdk_version")
    ]
    assert f"gradio=={named}" in versions

"""The command line: progress and the plan on stdout, one sentence for a picture that fails."""

import json
import signal
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest

from seedance_demo.animatic import __main__, terminal
from seedance_demo.animatic.prompt.director import direct
from seedance_demo.animatic.video.image import Planes
from tests.animatic.clips import ANALYSES, CUP, decode

ONE_SECOND = ("--seconds", 1, "--cache", ANALYSES, "--out")


def run(*arguments: object, stdin: str = "") -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "seedance_demo.animatic", *map(str, arguments)]
    return subprocess.run(command, input=stdin, capture_output=True, text=True, check=False)


def test_it_tells_its_progress_and_then_its_plan(tmp_path: Path) -> None:
    out = tmp_path / "clip.mp4"
    done = run(CUP, "--prompt", "-", *ONE_SECOND, out, stdin="缓慢推近，黄昏")
    assert (done.returncode, done.stderr) == (0, "")
    *progress, last = map(json.loads, done.stdout.splitlines())
    assert progress[-1] == {"frame": 24, "frames": 24}
    assert [line["frame"] for line in progress] == sorted({line["frame"] for line in progress})
    assert last["plan"]["shots"][0]["moves"] == ["push in"]
    assert out.stat().st_size > 5_000
    assert list(tmp_path.iterdir()) == [out]


KEYS = (
    "start end image framing moves in_turn looks weather sounds music dialogue subtitles enters"
    " leaves not_animated"
)


def test_it_prints_a_plan_and_renders_nothing(tmp_path: Path) -> None:
    prompt = "[0-2s] push in on @Image1, rain, she smiles [2-5s] cut to @Image2, 【深夜】"
    nowhere = tmp_path / "never opened.jpg"
    done = run(nowhere, nowhere, "--prompt", "-", "--seconds", 5, "--plan", stdin=prompt)
    assert (done.returncode, done.stderr) == (0, "")
    (line,) = done.stdout.splitlines()
    told = json.loads(line)
    plan = told["plan"]
    assert told["seen"] == [None, None], "what cannot be opened is not known"
    assert (plan["seconds"], plan["silent"]) == (5, False)
    assert [(shot["start"], shot["end"], shot["image"]) for shot in plan["shots"]] == [
        (0, 2, 0),
        (2, 5, 1),
    ]
    first, last = plan["shots"]
    assert set(KEYS.split()) <= set(first)
    said = (first["moves"], first["weather"], first["not_animated"], last["subtitles"])
    assert said == (["push in"], ["rain"], ["smiles"], ["深夜"])
    assert list(tmp_path.iterdir()) == []


def test_a_changed_plan_is_the_film_and_one_that_will_not_do_is_one_sentence(
    tmp_path: Path,
) -> None:
    out, file = tmp_path / "clip.mp4", tmp_path / "plan.json"
    printed = run(CUP, "--prompt", "pan left", "--seconds", 1, "--plan").stdout
    file.write_text(printed.replace("pan left", "push in"))
    done = run(CUP, "--plan-in", file, "--cache", ANALYSES, "--out", out)
    assert (done.returncode, done.stderr) == (0, "")
    *_, last = map(json.loads, done.stdout.splitlines())
    assert last["plan"]["shots"][0]["moves"] == ["push in"]
    assert len(decode(out).y) == 24
    assert json.loads(printed)["seen"] == [{"width": 1.0, "height": 1.0}]
    again = run(CUP, "--plan-in", "-", "--plan", stdin=printed)
    assert again.stdout == printed
    for wrong, said in (
        (("--plan-in", file, "--seconds", 5), "The plan is for 1 s, and 5 s were asked for."),
        (("--plan-in", tmp_path / "none"), "cannot be read: No such file"),
    ):
        refused = run(CUP, *wrong, "--plan")
        assert (refused.returncode, refused.stdout) == (2, "")
        assert said in refused.stderr
    assert "not both" in run(CUP, "--plan-in", file, "--prompt", "a", "--plan").stderr


def test_a_plan_is_the_same_in_any_locale() -> None:
    told = [
        subprocess.run(
            [sys.executable, "-m", "seedance_demo.animatic", "--prompt", "-", "--plan"],
            input="缓慢推近, “é” on the door".encode(),
            env={"LC_ALL": locale, "TZ": zone, "PATH": "", "PYTHONUTF8": utf8},
            capture_output=True,
            check=True,
        ).stdout
        for locale, zone, utf8 in (("C", "Pacific/Kiritimati", "0"), ("C.UTF-8", "UTC", "1"))
    ]
    assert told[0] == told[1]


def test_a_render_that_hangs_is_ended(tmp_path: Path) -> None:
    hasty = (
        "from seedance_demo.animatic import __main__, worker; worker.LONGEST = 0.3; __main__.main()"
    )
    wishes = ("--prompt", "A pier", "--seconds", "15", "--out", str(tmp_path / "clip.mp4"))
    command = [sys.executable, "-c", hasty, *wishes]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    assert done.returncode == -signal.SIGALRM
    assert not (tmp_path / "clip.mp4").exists()


def test_a_bad_picture_ends_with_one_sentence(tmp_path: Path) -> None:
    (tmp_path / "page.html").write_text("<html>")
    done = run(tmp_path / "page.html", "--prompt", "pan left", "--out", tmp_path / "clip.mp4")
    assert done.returncode == 2
    assert done.stderr == "page.html is not a picture that can be read.\n"
    assert not (tmp_path / "clip.mp4").exists()


@pytest.mark.parametrize("pictures", [(), (CUP,)])
def test_a_film_takes_the_shape_it_is_told(tmp_path: Path, pictures: tuple[Path, ...]) -> None:
    out = tmp_path / "clip.mp4"
    wishes = (*pictures, "--prompt", "A pier at dusk", *ONE_SECOND, out)
    assert run(*wishes, "--aspect", "9:16").returncode == 0
    assert decode(out).y.shape[1:] == (1280, 720)


@pytest.mark.parametrize(
    ("wrong", "said"),
    [
        (("--aspect", "wide"), "'wide' is not a shape such as 16:9 or 9:16"),
        (("--seconds", "-3"), "'-3' is not a whole number from 1 to 60"),
        (("--out", "none/clip.mp4"), "the folder none does not exist"),
        (("--out", "."), ". is a folder"),
        (("--out", "x" * 300), "cannot be the name of a file: File name too long"),
    ],
)
def test_what_cannot_be_is_told_before_the_work(
    wrong: tuple[str, str],
    said: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.chdir(tmp_path)
    monkeypatch.setattr("sys.argv", ["animatic", "--prompt", "A pier", "--out", "a.mp4", *wrong])
    with pytest.raises(SystemExit) as ended:
        __main__.main()
    assert ended.value.code == 2
    (line,) = capsys.readouterr().err.splitlines()
    assert said in line
    assert list(tmp_path.iterdir()) == []


def test_on_a_terminal_there_is_a_bar_and_the_shots_in_words(
    capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    grey = Planes(*[np.zeros((2, 2), np.uint8)] * 3)
    terminal.bar(30, 120, grey)
    terminal.bar(120, 120, grey)
    terminal.tell(direct("Push in, rain, she smiles", 5, 1), tmp_path / "a.mp4")
    half, whole, shot, missing, name = capsys.readouterr().out.replace("\r", "\n").split("\n")[1:-1]
    assert half == f"[{'#' * 10:<40}] 30/120 frames"
    assert whole == f"[{'#' * 40}] 120/120 frames"
    assert "push in" in shot
    assert missing == "Not in it: smiles."
    assert name.endswith("a.mp4")


def test_what_it_needs_it_names() -> None:
    done = run(CUP)
    assert done.returncode == 2
    assert done.stderr.endswith("this needs prompt and out\n")

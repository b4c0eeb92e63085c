"""The page through its API, as programs use it: a real app, a real local API, real clips."""

import re
import shutil
import subprocess
import sys
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest
import requests
from gradio_client import Client, handle_file
from gradio_client.client import Job

from seedance_demo.catalog import ANIMATIC
from seedance_demo.ui import static
from seedance_demo.ui.door.body_limits import SAID

from ..animatic.clips import decode, motion
from ..animatic.listening import band, level
from ..apps import ROOT, App, running_app, running_local_api
from ..decoded import cuts, part, seconds_of, sound_of

README = (ROOT / "README.md").read_text("utf-8")
PROGRAMS = (ROOT / ".github" / "PROGRAMS.md").read_text("utf-8")
# What runs a snippet, and the name under which it does.
RUN_BY = {
    "python": (sys.executable, "program.py"),
    "bash": ("bash", "program.sh"),
    "javascript": ("node", "program.mjs"),
}
SEEDANCE = "bytedance/seedance-2.0/image-to-video"
BRIEF = "Slow push in on the cup, rain outside. Cut to the astronaut, pan right, wind."


@pytest.fixture(scope="module")
def provider(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, Path]]:
    with running_local_api(tmp_path_factory.mktemp("provider"), key="wsk-owner") as running:
        yield running


@pytest.fixture(scope="module")
def app(provider: tuple[str, Path], tmp_path_factory: pytest.TempPathFactory) -> Iterator[App]:
    """A page without a key."""
    data = tmp_path_factory.mktemp("app") / "data"
    with running_app(data, WAVESPEED_BASE_URL=provider[0]) as running:
        yield running


def test_a_link_to_the_page_tells_of_it_and_shows_a_still(app: App) -> None:
    page = requests.get(app.url, timeout=9).text
    assert page.count('property="og:title"') == page.count("<title>") == 1
    assert "Gradio" not in page.partition("<script>")[0]
    still = re.findall('og:image" content="(.*?)"', page)
    assert len(still) == 1
    assert requests.get(f"{app.url}/{still[0]}", timeout=9).headers["content-type"] == "image/jpeg"
    icon = requests.get(f"{app.url}/favicon.ico", timeout=9)
    assert icon.content == static.path("icon.png").read_bytes()


@pytest.fixture(scope="module")
def client(app: App) -> Client:
    return Client(app.url, verbose=False)


def gallery(*paths: Path) -> list[dict[str, Any]]:
    return [{"image": handle_file(str(path))} for path in paths]


def clip_of(video: Any) -> Path:
    return Path(video["video"] if isinstance(video, dict) else video)


def news(job: Job) -> list[Any]:
    """What a press was told, without the marks that nothing changed for a while."""
    return [told for told in job if isinstance(told[1], str)]


def test_the_api_has_the_public_form(client: Client) -> None:
    endpoints = client.view_api(return_format="dict", print_info=False)["named_endpoints"]
    names = [each["parameter_name"] for each in endpoints["/generate"]["parameters"]]
    assert set(endpoints) == {"/generate", "/job"}
    assert names == ["images", "prompt", "duration", "model", "api_key", "plan"]
    assert [each["parameter_name"] for each in endpoints["/job"]["parameters"]] == ["job"]


def test_two_photographs_and_a_brief_become_the_film_it_describes(
    client: Client, cup: Path, astronaut: Path
) -> None:
    asked = client.submit(gallery(cup, astronaut), BRIEF, 5, ANIMATIC, "", api_name="/generate")
    told = news(asked)
    video, status, details = told[-1]
    film = decode(clip_of(video))
    assert film.y.shape[0] == 120
    assert film.y.shape[2] / film.y.shape[1] == pytest.approx(600 / 400, rel=0.01)

    assert len(cuts(film)) == 1
    cut = cuts(film)[0]
    assert motion(part(film, 0, cut)).scale > 1.08  # pushed in on the cup
    slid = motion(part(film, cut, 120)).dx / film.y.shape[2]
    assert slid < -0.04  # panned right: the astronaut slides left
    rain = band(sound_of(film.path), 3000, 9000)
    assert level(rain, 0.4, cut / 24 - 0.3) > -45
    assert level(rain, 0.4, cut / 24 - 0.3) > 10 + level(rain, cut / 24 + 0.5, 4.6)  # now wind

    assert details["phase"] == "completed"
    assert details["clip"] == clip_of(video).name
    assert details["clip"].startswith("animatic-")
    assert (details["price_usd"], details["error"]) == (0, None)
    assert "not made by Seedance" in status
    assert any(re.search(r"\d+ of 120 frames", said) for _, said, _ in told)
    assert any(details["request_id"] in said for _, said, _ in told[:-1])


def test_a_job_can_be_asked_for_again_by_its_id(client: Client, cup: Path) -> None:
    video, _, details = client.predict(
        gallery(cup), "static shot", 5, ANIMATIC, "", api_name="/generate"
    )
    again, _, same = client.predict(details["job"], api_name="/job")
    assert same == details
    assert clip_of(again).read_bytes() == clip_of(video).read_bytes()
    video, said, _ = client.predict("nobody", api_name="/job")
    assert (video, said) == (None, "There is no such job here.")


def test_three_visitors_at_once_all_get_their_clips(app: App, cup: Path) -> None:
    def visit(words: str) -> Any:
        client = Client(app.url, verbose=False)
        return client.predict(gallery(cup), words, 5, ANIMATIC, "", api_name="/generate")

    with ThreadPoolExecutor(3) as pool:
        results = list(pool.map(visit, ("push in", "pan left", "tilt up")))
    assert all(seconds_of(clip_of(video)) for video, _, _ in results)
    assert len({details["clip"] for _, _, details in results}) == 3


@pytest.mark.parametrize("language", ["python", "bash", "javascript"])
def test_a_stranger_runs_what_is_written_for_programs(
    app: App, cup: Path, tmp_path: Path, language: str
) -> None:
    """As it stands there, but for the address."""
    told = README if language == "python" else PROGRAMS
    snippet = re.findall(rf"```{language}\n(.*?)```", told, re.S)[0]
    shutil.copy(cup, tmp_path / "cup.jpg")
    command, name = RUN_BY[language]
    if not shutil.which(command):
        pytest.skip(f"there is no {command} here")
    (tmp_path / name).write_text(snippet.replace("http://127.0.0.1:7860", app.url))
    ran = subprocess.run([command, name], cwd=tmp_path, capture_output=True, text=True)
    assert "not made by Seedance" in ran.stdout, ran.stderr
    assert re.search(r"/animatic-\S+\.mp4\b", ran.stdout)


def test_an_image_that_no_client_can_mean_gets_a_sentence(
    app: App, client: Client, cup: Path
) -> None:
    """Also as the client's exception, where it comes to no answer."""
    unclear: tuple[Any, ...] = (str(cup), ["a.png"], {"files": []}, 7)
    for odd in unclear:
        _, status, _ = client.predict(odd, "push in", 5, ANIMATIC, "", api_name="/generate")
        assert "Send images as a list of files: [handle_file(path)]" in status
    inline = "data:image/jpeg;base64," + "A" * SAID
    with pytest.raises(Exception, match=re.escape("Upload pictures before, with handle_file")):
        client.predict(images=inline, prompt="push in", api_name="/generate")
    assert "Traceback" not in app.log.read_text("utf-8")


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        ({"images": 0, "model": SEEDANCE}, "Add at least one picture"),
        ({"images": 5}, "5 pictures are too many"),
        ({"prompt": "  "}, "Write what should happen"),
        ({"model": SEEDANCE}, "needs a WaveSpeedAI key"),
    ],
)
def test_a_brief_that_will_not_do_gets_a_sentence(
    client: Client, cup: Path, change: dict[str, Any], sentence: str
) -> None:
    asked: dict[str, Any] = {"images": 1, "prompt": "push in", "model": ANIMATIC} | change
    images = gallery(*[cup] * asked["images"])
    video, status, details = client.predict(
        images, asked["prompt"], 5, asked["model"], "", api_name="/generate"
    )
    assert video is None
    assert sentence in status
    assert sentence in details["error"]["message"]


def test_a_text_called_png_gets_a_sentence(client: Client, tmp_path: Path) -> None:
    fake = tmp_path / "fake.png"
    fake.write_text("I am not a picture")
    _, status, details = client.predict(gallery(fake), "a", 5, ANIMATIC, "", api_name="/generate")
    assert status == "Picture 1 is not a JPEG, PNG or WebP picture."
    assert details["error"]["code"] == "bad_brief"


@pytest.mark.parametrize(
    ("duration", "model", "sentence"),
    [(77, ANIMATIC, "makes clips of"), (5, "sora", "There is no model called “sora” here")],
)
def test_a_choice_that_is_not_offered_gets_a_sentence(
    client: Client, cup: Path, duration: int, model: str, sentence: str
) -> None:
    asked = gallery(cup), "a", duration, model, ""
    _, status, details = client.predict(*asked, api_name="/generate")
    assert sentence in status
    assert details["error"]["code"] == "bad_brief"


def test_a_file_that_was_not_uploaded_is_not_read(app: App, cup: Path, tmp_path: Path) -> None:
    private = shutil.copy(cup, tmp_path / "private.jpg")
    data = [[{"image": {"path": str(private)}, "caption": None}], "a", 5, ANIMATIC, ""]
    call = requests.post(f"{app.url}/gradio_api/call/generate", json={"data": data}, timeout=10)
    event = f"{app.url}/gradio_api/call/generate/{call.json()['event_id']}"
    assert "not uploaded here" in requests.get(event, timeout=30).text
    assert not list((app.data_dir / "pictures").glob("private*"))


def test_with_a_key_the_same_page_runs_seedance_with_one_submit(
    provider: tuple[str, Path], tmp_path: Path, cup: Path, astronaut: Path
) -> None:
    base_url, log = provider
    data, key = tmp_path / "data", "wsk-owner"
    with running_app(data, WAVESPEED_API_KEY=key, WAVESPEED_BASE_URL=base_url) as app:
        client = Client(app.url, verbose=False)
        images = gallery(cup, astronaut)
        told = news(client.submit(images, BRIEF, 5, SEEDANCE, "", api_name="/generate"))
        page_log = app.log.read_text("utf-8")
    video, status, details = told[-1]
    assert seconds_of(clip_of(video)) == pytest.approx(5, abs=1 / 24)
    assert (details["phase"], details["price_usd"]) == ("completed", 1.2)
    assert "$1.20 charged" in status
    submits = [line for line in log.read_text("utf-8").splitlines() if "submit" in line]
    assert len(submits) == 1
    assert f"submit {SEEDANCE} with duration, images, prompt: {details['request_id']}" in submits[0]
    phases = list(dict.fromkeys(each["phase"] for _, _, each in told if each))
    assert phases[-1] == "completed"
    assert "processing" in phases
    assert "wsk-owner" not in page_log + log.read_text("utf-8")


def test_a_visitors_own_key_pays_and_a_wrong_one_is_told_apart(
    app: App, client: Client, cup: Path
) -> None:
    asked = (gallery(cup), "push in", 5, SEEDANCE)
    _, status, details = client.predict(*asked, "wsk-owner", api_name="/generate")
    assert details["phase"] == "completed"
    _, status, details = client.predict(*asked, "wsk-wrong", api_name="/generate")
    assert "does not accept this key" in status
    assert "Nothing was charged" in status
    assert details["error"]["code"] == "bad_key"
    for path in (*app.data_dir.rglob("*"), app.log):
        if path.is_file():
            assert b"wsk-" not in path.read_bytes(), path

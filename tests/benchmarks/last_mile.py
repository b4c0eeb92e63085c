"""From done at the provider until the clip is on this machine, beside the official SDK's own loop.

    python -m tests.benchmarks.last_mile [--clips 12]

Both ask one provider for as many clips at the same time; each is done 20 to 80 s after its POST.
The SDK is `wavespeed.Client.run` and a download of what it gives; the app is pressed by
`/generate`, and its clip is fetched from the address that the page would play. The first round
knows no earlier clips, the second has those of the first.
"""

import argparse
import random
import statistics
import tempfile
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, field
from pathlib import Path

import requests
import wavespeed

from seedance_demo.wavespeed.transport import USER_AGENT
from tests.apps import running_app
from tests.conftest import PICTURES
from tests.faults.life import make_clip
from tests.faults.provider import KEY, MODEL, Answer, Provider, Seen, serving
from tests.raw_api import RawApi, picture

SOONEST, LATEST = 20, 80  # seconds


@dataclass
class SlowProvider(Provider):
    """`done` are the Unix times at which tasks end, by what their prompt says."""

    done: dict[str, float] = field(default_factory=dict)

    def do(self, seen: Seen) -> Answer:
        answer = super().do(seen) if seen.step != "poll" else None
        for task in list(self.tasks.values()):
            takes = float(str(task.inputs["prompt"]).split()[-1])
            moment = self.done.setdefault(str(task.inputs["prompt"]), task.created + takes)
            task.polls = self.polls if time.time() >= moment else 0
        return answer or super().do(seen)


def by_sdk(provider: SlowProvider, prompt: str) -> None:
    client = wavespeed.Client(api_key=KEY, base_url=provider.base_url)
    inputs = {"image": "https://cdn.example/a.jpg", "prompt": prompt, "duration": 5}
    requests.get(client.run(MODEL, inputs)["outputs"][0], timeout=60).raise_for_status()


def by_app(url: str, prompt: str) -> None:
    api = RawApi(url)
    sent = picture(api.upload(PICTURES / "cup.jpg"))
    values = api.call("generate", [sent, prompt, 5, MODEL, "", ""]).values
    assert values, "no clip"
    requests.get(values[0]["url"], timeout=60).raise_for_status()


def one_round(provider: SlowProvider, url: str, clips: int, name: str) -> None:
    luck = random.Random(name)
    takes = [luck.uniform(SOONEST, LATEST) for _ in range(clips)]
    late: dict[str, list[float]] = {"sdk": [], "app": []}

    def wait(whose: str, run: Callable[[str], None], seconds: float) -> None:
        prompt = f"Slow push in, {name}, {whose} {seconds}"
        run(prompt)
        late[whose].append(time.time() - provider.done[prompt])

    before = len(provider.seen)
    with ThreadPoolExecutor(2 * clips) as pool:
        for seconds in takes:
            pool.submit(wait, "sdk", lambda prompt: by_sdk(provider, prompt), seconds)
            pool.submit(wait, "app", lambda prompt: by_app(url, prompt), seconds)
    asked = [each for each in provider.seen[before:] if each.step == "poll"]
    ours = sum(each.headers.get("user-agent") == USER_AGENT for each in asked)
    for whose, polls in (("sdk", len(asked) - ours), ("app", ours)):
        times = late[whose]
        print(
            f"{name:6} {whose}: median {statistics.median(times):.2f} s "
            f"({min(times):.2f} to {max(times):.2f}), {polls / clips:.0f} questions a clip"
        )


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--clips", type=int, default=12)
    clips = parser.parse_args().clips
    with (
        tempfile.TemporaryDirectory() as folder,
        serving(SlowProvider(clip=make_clip())) as provider,
    ):
        assert isinstance(provider, SlowProvider)
        where = provider.base_url
        data = Path(folder) / "data"
        with running_app(data, WAVESPEED_API_KEY=KEY, WAVESPEED_BASE_URL=where) as app:
            for name in ("first", "second"):
                one_round(provider, app.url, clips, name)


if __name__ == "__main__":
    main()

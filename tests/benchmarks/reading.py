"""How long a prompt takes to be read, by its length, and whether that grows as its length does.

    python -m tests.benchmarks.reading [--rounds 5] [--prompts FILE ...]

Seconds of the processor, the best of the rounds for each prompt. A round reads all prompts, so that
nothing is remembered of one when it comes again. They are those of the tests, or the `prompt` of
each line of JSON in the files.
"""

import argparse
import json
import statistics
import time
from collections.abc import Iterable
from pathlib import Path

from seedance_demo.animatic.prompt.director import direct
from tests.animatic.prompt.prompts import FILMS, ONE_SHOT

GROUPS = {"at most 150": (0, 150), "at most 500": (0, 500), "more": (500, 10**6)}  # letters
SIZES = 1000, 4000  # letters at a time of all prompts joined


def best_times(prompts: Iterable[str], rounds: int) -> dict[str, float]:
    """Milliseconds for each prompt."""
    best = dict.fromkeys(prompts, float("inf"))
    for _ in range(rounds + 1):  # the first compiles what it needs of the tables
        for prompt in best:
            begun = time.process_time_ns()
            direct.__wrapped__(prompt, 10, 1)
            best[prompt] = min(best[prompt], (time.process_time_ns() - begun) / 1e6)
    return best


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--prompts", type=Path, nargs="*", default=())
    asked = parser.parse_args()
    prompts = [
        json.loads(line)["prompt"]
        for file in asked.prompts
        for line in file.read_text("utf-8").splitlines()
    ] or [*(prompt for prompt, _ in ONE_SHOT), *(film[0] for film in FILMS)]
    best = best_times(prompts, asked.rounds)
    for name, (low, high) in GROUPS.items():
        taken = sorted(best[prompt] for prompt in best if low < len(prompt) <= high)
        if taken:
            middle, most = statistics.median(taken), taken[int(0.9 * len(taken))]
            print(
                f"{name:11} letters: {len(taken):3} prompts, median {middle:.2f} ms,"
                f" p90 {most:.2f}, min {taken[0]:.2f}, max {taken[-1]:.2f}"
            )
    text = "\n".join(prompts)
    short, long = (
        sum(best_times((text[at : at + size] for at in range(0, len(text), size)), 2).values())
        for size in SIZES
    )
    print(f"the same letters, {SIZES[1]} at a time beside {SIZES[0]}: {long / short:.2f}x")


if __name__ == "__main__":
    main()

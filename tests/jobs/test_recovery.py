"""Whose task is it? A wrong guess gives somebody another person's clip."""

from dataclasses import replace
from typing import Any

import pytest

from seedance_demo.jobs.recovery import task_of_job
from seedance_demo.ledger import Job, Payer, Phase
from seedance_demo.wavespeed.answers import Listed, Prediction, Status

MODEL, SENT = "bytedance/seedance-2.0/image-to-video", 1_775_046_896.0


def waiting(name: str, **facts: Any) -> Job:
    unknown: dict[str, Any] = dict.fromkeys(Job.__dataclass_fields__, "")
    words, uploads = {"prompt": "push in"}, (f"https://a/{name}.jpg",)
    asked = {**words, "endpoint": MODEL, "uploads": uploads, "visitor": name, "body": words}
    sent = {"payer": Payer.OWNER, "phase": Phase.UNCONFIRMED, "submitted_at": SENT}
    return Job(**(unknown | {"id": name} | asked | sent | facts))


def listed(name: str, seconds: float | None = 1, **facts: Any) -> Listed:
    """A task with the pictures of the job of this name, created `seconds` after the sending."""
    inputs = {"prompt": "push in", "images": [f"https://a/{name}.jpg"], "duration": 5}
    created = None if seconds is None else SENT + seconds
    task = Prediction(f"task of {name}", MODEL, Status.CREATED)
    return replace(Listed(task, inputs, created), **facts)


ANNA, BEN = waiting("anna"), waiting("ben")
BARE: dict[str, Any] = {"inputs": {}}  # the provider does not list the inputs
FOREIGN: dict[str, Any] = {"inputs": {"prompt": "push in", "images": ["https://cdn/rewritten.jpg"]}}

REWORDED = {"prompt": "Push in.", "images": ["https://a/anna.jpg"]}
MORE = {"prompt": "push in", "images": ["https://a/anna.jpg", "https://a/ben.jpg"]}
OTHER_MODEL = Prediction("task", "another/model", Status.CREATED)
NO_ID = Prediction("", MODEL, Status.CREATED)


@pytest.mark.parametrize(
    ("case", "recent", "unanswered", "found"),
    [
        ("its own pictures", [listed("anna")], [ANNA], "task of anna"),
        ("its own among others", [listed("anna"), listed("ben")], [ANNA, BEN], "task of anna"),
        ("only the other's arrived", [listed("ben")], [ANNA, BEN], None),
        ("inputs not listed, one", [listed("anna", **BARE)], [ANNA], "task of anna"),
        ("inputs not listed, two", [listed("anna", **BARE), listed("x", **BARE)], [ANNA], None),
        ("inputs not listed, a rival", [listed("anna", **BARE)], [ANNA, BEN], None),
        ("addresses rewritten", [listed("anna", **FOREIGN)], [ANNA], "task of anna"),
        ("addresses rewritten, a rival", [listed("anna", **FOREIGN)], [ANNA, BEN], None),
        ("another prompt", [listed("x", inputs={"prompt": "pull out"})], [ANNA], None),
        ("a rival with another prompt", [listed("anna", inputs={"prompt": "push in"})],
         [ANNA, waiting("ben", prompt="pull out")], "task of anna"),
        ("a rival of another hour", [listed("anna", **BARE)],
         [ANNA, waiting("ben", submitted_at=SENT - 3600)], "task of anna"),
        ("its own, at a time unknown", [listed("anna", None)], [ANNA], "task of anna"),
        ("its own, by another clock", [listed("anna", -9999)], [ANNA, BEN], "task of anna"),
        ("its own, another prompt", [listed("anna", inputs=REWORDED)], [ANNA], "task of anna"),
        ("its own, twice", [listed("anna"), listed("anna")], [ANNA], None),
        ("the same pictures, a rival", [listed("anna")],
         [ANNA, waiting("ben", uploads=ANNA.uploads)], None),
        ("more pictures than its own", [listed("anna", None, inputs=MORE)], [ANNA], None),
        ("before the sending", [listed("anna", -31, **BARE)], [ANNA], None),
        ("clocks a little apart", [listed("anna", -29, **BARE)], [ANNA], "task of anna"),
        ("long after", [listed("anna", 181, **BARE)], [ANNA], None),
        ("at a time unknown", [listed("anna", None, **BARE)], [ANNA], None),
        ("another model", [listed("anna", task=OTHER_MODEL)], [ANNA], None),
        ("no id", [listed("anna", task=NO_ID)], [ANNA], None),
        ("nothing", [], [ANNA], None),
    ],
)  # fmt: skip
def test_a_task_is_taken_only_when_it_can_be_nobody_elses(
    case: str, recent: list[Listed], unanswered: list[Job], found: str | None
) -> None:
    task = task_of_job(ANNA, recent, unanswered)
    assert (task.id if task else None) == found, case


# Two clips of one brief: whose pictures a task carries, else how many there are.
HERS: dict[str, Any] = {"visitor": "anna"}
ONE, TWO = waiting("one", **HERS), waiting("two", **HERS)
# A provider that knows the picture already gives it the same address.
SAME: dict[str, Any] = {"uploads": ("https://a/same.jpg",)}
ONE_SAME, TWO_SAME = (replace(job, **SAME) for job in (ONE, TWO))
WORDS: dict[str, Any] = {"uploads": ()}  # from words alone
ONE_WORDS, TWO_WORDS = (replace(job, **WORDS) for job in (ONE, TWO))
SENDING: dict[str, Any] = {"phase": Phase.SUBMITTING}


def task(seconds: float, *pictures: str) -> Listed:
    inputs = {"prompt": "push in", **({"images": list(pictures)} if pictures else {})}
    found = Prediction(f"after {seconds}", MODEL, Status.CREATED)
    return Listed(found, inputs, SENT + seconds)


@pytest.mark.parametrize(
    ("case", "recent", "jobs", "found"),
    [
        ("each its own pictures", [listed("two"), listed("one")], [ONE, TWO],
         ["task of one", "task of two"]),
        ("only one's pictures", [listed("two")], [ONE, TWO], [None, "task of two"]),
        ("only one's, while both may be answered", [listed("two")],
         [replace(ONE, **SENDING), replace(TWO, **SENDING)], [None, "task of two"]),
        ("the same address, two tasks", [task(2, *SAME["uploads"]), task(1, *SAME["uploads"])],
         [ONE_SAME, TWO_SAME], ["after 1", "after 2"]),
        ("the same address, in the order in which they were sent", [task(1), task(2)],
         [replace(ONE_SAME, submitted_at=SENT + 1), TWO_SAME], ["after 2", "after 1"]),
        ("from words, two tasks", [task(1), task(2)], [ONE_WORDS, TWO_WORDS],
         ["after 1", "after 2"]),
        ("from words, two tasks, one still on its way", [task(1), task(2)],
         [ONE_WORDS, replace(TWO_WORDS, **SENDING)], ["after 1", "after 2"]),
        ("one task, one job still on its way", [task(1)],
         [ONE_WORDS, replace(TWO_WORDS, **SENDING)], [None, None]),
        ("one task, one job looks for the first time", [task(1)],
         [replace(ONE_WORDS, **SENDING), TWO_WORDS], [None, None]),
        ("one task, both lost for good", [task(1)], [ONE_WORDS, TWO_WORDS], ["after 1", None]),
        ("more tasks than jobs", [task(1), task(2), task(3)], [ONE_WORDS, TWO_WORDS], [None, None]),
        ("another's brief fits, too", [task(1), task(2)],
         [ONE_WORDS, TWO_WORDS, replace(BEN, **WORDS)], [None, None, None]),
        ("hers of another body", [task(1), task(2)],
         [ONE_WORDS, replace(TWO_WORDS, body={"prompt": "push in", "duration": 10})], [None, None]),
        ("hers by another key", [task(1), task(2)],
         [ONE_WORDS, replace(TWO_WORDS, payer=Payer.VISITOR)], [None, None]),
        ("hers of another hour", [task(1)],
         [ONE_WORDS, replace(TWO_WORDS, submitted_at=SENT - 3600)], ["after 1", None]),
    ],
)  # fmt: skip
def test_clips_of_one_brief_are_told_apart_or_counted_and_no_task_goes_to_two(
    case: str, recent: list[Listed], jobs: list[Job], found: list[str | None]
) -> None:
    tasks = [task_of_job(job, recent, jobs) for job in jobs]
    assert [task.id if task else None for task in tasks] == found, case

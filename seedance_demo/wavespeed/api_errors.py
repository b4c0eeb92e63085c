"""Turns the provider's refusals and failed tasks into errors that say what to do next."""

import re

from ..errors import BadKey, Busy, NoCredit, NotFound, Refused, TaskFailed
from .answers import Prediction, Refusal, Status, plain

MODERATION = 1200
# The provider's task codes; a re-roll of what its moderation turned down cannot pass.
_TASK_CODES = {
    MODERATION: "The provider's content check turned this down. Change the picture or the wording; "
    "pressing again with the same ones will not pass.",
    1400: "The provider misses a part of the request.",
    1401: "The provider does not accept a part of the request.",
    1402: "The provider could not fetch the pictures. Press Generate again to upload them anew.",
    5000: "The provider had a fault of its own. Try again in a few minutes.",
    5003: "The provider is not available right now. Try again in a few minutes.",
    5004: "The provider took too long and gave up. Try again in a few minutes.",
}
_ENDINGS = {
    Status.CANCELLED: "The clip was cancelled.",
    Status.TIMEOUT: _TASK_CODES[5004],
    Status.DELETED: "The task was deleted at the provider.",
}


def refusal(answer: Refusal, key: str) -> Refused:
    """A request that was turned down: nothing was created, nothing was charged."""
    said = plain(answer.message, key).rstrip(".")
    if answer.code == 401:
        return BadKey(
            "WaveSpeedAI does not accept this key. Check it at wavespeed.ai/accesskey; a new key "
            "works only after the account's first top-up."
        )
    if answer.code == 429:
        why = f": {said}" if said else ""
        return Busy(f"The provider is busy{why}. Try again in a minute.")
    # Which number an empty account gets is not settled: 400, 402 and 403 have all been reported.
    if answer.code == 402 or re.search(r"insufficient|credit|balance", said, re.I):
        return NoCredit("The WaveSpeedAI account has too little credit. Top it up and try again.")
    if answer.code == 403:
        why = f": {said}" if said else ""
        return Refused(f"This key may not use this model{why}.", code="forbidden")
    if answer.task_code in _TASK_CODES:
        return Refused(_TASK_CODES[answer.task_code], code=_code(answer.task_code, "refused"))
    kind = NotFound if answer.code == 404 else Refused
    return kind(f"The provider refused the request: {said or f'code {answer.code}'}.")


def task_failure(task: Prediction) -> TaskFailed:
    """Why a task ended without a clip. The provider gives the money of failed tasks back itself."""
    known = _TASK_CODES.get(task.task_code) or _ENDINGS.get(task.status)
    why = task.error.rstrip(".") or "no reason given"
    return TaskFailed(
        known or f"This clip could not be made: {why}.",
        request_id=task.id,
        code=_code(task.task_code, str(task.status)),
    )


def _code(task_code: int, otherwise: str) -> str:
    return "moderation" if task_code == MODERATION else otherwise

"""Turns the provider's refusals and failed tasks into errors that say what to do next."""

import re

from ..errors import BadKey, Busy, ClipUnavailable, NoCredit, NotFound, Refused, TaskFailed
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
_FORBIDDEN = "This key may not use this model."
_ENDINGS = {
    Status.CANCELLED: "The clip was cancelled.",
    Status.TIMEOUT: _TASK_CODES[5004],
    Status.DELETED: "The task was deleted at the provider.",
}


_SHORT = (
    r"(?:insufficient|exhausted|depleted|not enough|no more|too (?:low|little|few)|negative|empty"
    r"|(?:run|ran|running)? ?out of)"
)
# "White balance" is no money, and neither is a permission to see the credits.
_MONEY = r"(?<!white )(?<!color )(?<!colour )\b(?:credits?|balance|funds)\b"
_BETWEEN = r"(?:\s+(?!to\b|for\b|with\b|permission|right|contrast|light)[\w'’-]+){0,3}\s+"
_NO_MONEY = re.compile(
    rf"\b{_SHORT}{_BETWEEN}{_MONEY}|{_MONEY}{_BETWEEN}{_SHORT}\b|余额不足|欠费", re.I
)


def refusal(answer: Refusal, key: str) -> Refused:
    """A request that was turned down: nothing was created, nothing was charged."""
    said = plain(answer.message, key).rstrip(".")
    if not answer.by_api:
        said = f"code {answer.code}{f': {said}' if said else ''}"
    if answer.code == 401:
        return BadKey(
            "WaveSpeedAI does not accept this key. Check it at wavespeed.ai/accesskey; a new key "
            "works only after the account's first top-up."
        )
    if answer.code == 429:
        busy = f"The provider is busy: {said}." if said else "The provider is busy."
        return Busy(f"{busy} Try again in a minute.")
    # Which number an empty account gets is not settled: 400, 402 and 403 have all been reported.
    if answer.code == 402 or _NO_MONEY.search(said.replace("_", " ")):
        return NoCredit("The WaveSpeedAI account has too little credit. Top it up and try again.")
    if answer.code == 403 and answer.by_api:
        forbidden = f"This key may not use this model: {said}." if said else _FORBIDDEN
        return Refused(forbidden, code="forbidden")
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


def no_file(task: Prediction) -> ClipUnavailable:
    """Why a task that is completed brings no clip, as far as the provider says."""
    why = "The provider has no file for the clip yet."
    if task.useless:
        why = "The provider says that the clip is done, but gives no address for it."
    elif task.error:
        why = f"The provider has no file for the clip: {task.error.rstrip('.')}."
    return ClipUnavailable(why, request_id=task.id, code="no_file")


def _code(task_code: int, otherwise: str) -> str:
    return "moderation" if task_code == MODERATION else otherwise

"""A job as the ledger keeps it: its fields, its phases, and who pays."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from hashlib import sha256
from typing import Any

from ..money import from_micros


class Phase(StrEnum):
    """Where a job stands. Up to UPLOADING nothing can have been charged."""

    PREPARING = "preparing"
    UPLOADING = "uploading"
    SUBMITTING = "submitting"  # written before the POST leaves: from here on money may be spent
    UNCONFIRMED = "unconfirmed"  # the POST's answer is lost
    CREATED = "created"
    PROCESSING = "processing"
    SAVING = "saving"
    COMPLETED = "completed"
    FAILED = (
        "failed"  # nothing was created, or the provider ended the task and gives the money back
    )

    @property
    def ended(self) -> bool:
        """Whether the job will not change any more."""
        return self in (Phase.COMPLETED, Phase.FAILED)


FORWARD = {
    Phase.UPLOADING: {Phase.PREPARING},
    Phase.SUBMITTING: {Phase.UPLOADING},
    Phase.UNCONFIRMED: {Phase.SUBMITTING},
    Phase.CREATED: {Phase.SUBMITTING, Phase.UNCONFIRMED},
    Phase.PROCESSING: {Phase.CREATED},
    Phase.SAVING: {Phase.CREATED, Phase.PROCESSING},
    Phase.COMPLETED: {Phase.SAVING},
    Phase.FAILED: set(Phase) - {Phase.COMPLETED, Phase.FAILED},
}


class Payer(StrEnum):
    """Whose key pays."""

    OWNER = "owner"
    VISITOR = "visitor"
    NOBODY = "nobody"  # an animatic


@dataclass(frozen=True)
class Job:
    """A row of the ledger. Times are Unix seconds, `price` (before the press) and `charged` (after
    it, None while the provider has not said) whole millionths of a dollar."""

    id: str
    visitor: str  # whose browser
    account: str  # whom it counts against besides: a signed-in name or a hashed address
    payer: Payer
    model: str
    prompt: str
    duration: int
    images: tuple[str, ...]
    options: Mapping[str, Any]
    endpoint: str  # the provider's id that is sent to; the visitor chose `model`
    body: Mapping[str, Any]  # what is sent, with the pictures' names where their URLs will be
    fingerprint: str
    price: int
    charged: int | None
    phase: Phase
    opened_at: float
    changed_at: float
    submitted_at: float | None
    ended_at: float | None
    request_id: str
    url: str
    clip: str
    inference_ms: int
    uploads: tuple[str, ...]  # where the provider reads the pictures
    nsfw: bool
    error_code: str
    error: str
    beside: str = ""  # the job whose animatic this is: made for it, and no press of its own
    deleted_at: float | None = None  # by its visitor
    continues: str = ""  # the job whose last frame this one begins with
    last_frame: str = ""  # of its clip, as a picture to go on from, once that was made
    variation: int = 0  # its number among those of the same brief that were pressed together
    batch: str = ""  # a name that these share; empty for one alone
    shared: str = ""  # what its link for others ends with; empty while there is none

    @property
    def brief(self) -> str:
        """A name for what a clip and its animatic have in common."""
        common = self.visitor, self.prompt, self.duration, self.images
        return sha256(json.dumps(common).encode()).hexdigest()[:32]

    @property
    def price_usd(self) -> Decimal:
        """What it cost, else what it was going to cost."""
        return from_micros(self.price if self.charged is None else self.charged)

    @property
    def given_back(self) -> bool:
        """Whether it failed and cost nothing. Nobody tells whether a cancelled or deleted task was
        charged."""
        return self.phase is Phase.FAILED and self.error_code not in ("cancelled", "deleted")

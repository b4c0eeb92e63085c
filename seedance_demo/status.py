"""What a snapshot says to people (one sentence) and to programs (the details)."""

import time
from typing import Any

from .catalog import BY_ID, dollars
from .errors import SeedanceError
from .ledger import Job, Phase
from .studio import Snapshot

_PHASES = {
    Phase.PREPARING: "Preparing",
    Phase.UPLOADING: "Uploading the pictures",
    Phase.SUBMITTING: "Sending the request",
    Phase.UNCONFIRMED: "Not confirmed",
    Phase.CREATED: "Waiting in line",
    Phase.PROCESSING: "Making the clip",
    Phase.SAVING: "Saving the clip",
    Phase.COMPLETED: "Done",
    Phase.FAILED: "Failed",
}


def sentence(snapshot: Snapshot) -> str:
    """`Making the clip · 30 of 120 frames · 0:04 · request 3aa3…`"""
    job = snapshot.job
    if job.phase is Phase.COMPLETED:
        return _done(job)
    if not snapshot.live:
        return _ended(job)
    parts = [_PHASES[job.phase], clock(time.time() - job.opened_at)]
    if snapshot.frames and job.phase is Phase.PROCESSING:
        parts.insert(1, "{} of {} frames".format(*snapshot.frames))
    if job.request_id:
        parts.append(f"request {job.request_id}")
    return " · ".join(parts)


def details(snapshot: Snapshot) -> dict[str, Any]:
    """The public form; `clip` is a file name without its folder."""
    job = snapshot.job
    error = {"code": job.error_code, "message": job.error} if job.error_code else None
    return {
        "job": job.id,
        "request_id": job.request_id,
        "phase": str(job.phase),
        "model": job.model,
        "duration": job.duration,
        "price_usd": float(job.price_usd),
        "inference_ms": job.inference_ms,
        "clip": job.clip,
        "error": error,
    }


def refusal_details(error: SeedanceError, model: str, duration: int) -> dict[str, Any]:
    """The same form for a press that never became a job."""
    return {
        "job": "",
        "request_id": error.request_id,
        "phase": str(Phase.FAILED),
        "model": model,
        "duration": duration,
        "price_usd": 0.0,
        "inference_ms": 0,
        "clip": "",
        "error": {"code": error.code, "message": error.sentence},
    }


def clock(seconds: float) -> str:
    """`1:05`"""
    return f"{int(seconds) // 60}:{int(seconds) % 60:02d}"


def _done(job: Job) -> str:
    took = clock((job.ended_at or job.changed_at) - job.opened_at)
    if BY_ID[job.model].free:
        return f"Animatic, ready in {took}. Made on this machine, not by Seedance · free"
    return f"Ready in {took} · {dollars(job.price_usd)} charged · request {job.request_id}"


def _ended(job: Job) -> str:
    said = job.error or _PHASES[job.phase]
    charged = (
        "" if BY_ID[job.model].free or job.phase is not Phase.FAILED else "Nothing was charged."
    )
    asked = f"Request {job.request_id}." if job.request_id else ""
    return " ".join(filter(None, (said, charged, asked)))

"""Turns a job snapshot into component values."""

from dataclasses import replace
from pathlib import Path

from markupsafe import Markup, escape

from ...errors import SeedanceError
from ...jobs.snapshot import Snapshot
from ...ledger import DAY, Job, Ledger, Phase
from ...orders.brief import Options
from ...orders.family import model_of
from .. import messages
from ..components import clip, compare, job_cards, next_steps, preview, status_card
from ..components.clip_page import PLACE
from ..components.preview import LabelledAnimatic
from ..components.stage_shape import SHAPES, stage_shape
from ..draft import Draft
from ..plans import steps_of
from ..result import JobView, may_be_animated
from ..served import address
from .job_files import JobFiles

STOPPED = "Not watching any more"
WHAT_GOES_ON = (
    "What was sent goes on and is charged, and its clip will be kept: press Check again, or find "
    "it in the history."
)


class Presenter:
    """Component values of job snapshots, and of briefs for the form."""

    def __init__(self, ledger: Ledger, files: JobFiles) -> None:
        self._ledger, self._files = ledger, files

    def tell(self, snapshot: Snapshot) -> JobView:
        """For programs: clip, sentence, details."""
        clip, said = self.plainly(snapshot)
        return {"video": clip, "card": escape(said), "details": messages.details(snapshot)}

    def plainly(self, snapshot: Snapshot) -> tuple[str | None, str]:
        """Where the clip is served from, if there is one, and how the job stands, as plain text."""
        clip, trouble = self._files.clip(snapshot.job)
        return clip, " ".join(filter(None, (messages.sentence(snapshot), trouble)))

    def tell_words(self, words: str) -> JobView:
        """For programs: a line of words, without a job."""
        return {"video": None, "card": escape(words), "details": {}}

    def tell_refusal(self, error: SeedanceError, model: object, duration: object) -> JobView:
        """For programs: a request that never became a job, whatever was asked for."""
        seconds = duration if isinstance(duration, int) and 0 < duration < DAY else 0
        named = model if isinstance(model, str) else ""
        details = messages.refusal_details(error, named, int(seconds))
        return {"video": None, "card": escape(str(error)), "details": details}

    def show(self, snapshot: Snapshot, *, uncovered: bool = False) -> JobView:
        """For the page; a clip that the provider flagged only when `uncovered`."""
        job = snapshot.job
        usual = self._ledger.usual_seconds(job.model, job.duration)
        copy, trouble = self._files.clip(job) if uncovered or not job.nsfw else (None, "")
        return {
            "video": self._player(job, copy),
            "card": status_card.card(snapshot, self._ledger.began(job.id), usual, trouble),
            "details": messages.details(snapshot),
            "scene": preview.shaped(self._scene(snapshot), self._shape(job)),
            "variations": job_cards.variations(snapshot.variations, job.id, self._thumbnail),
        }

    def refuse(self, error: SeedanceError, model: str, duration: int) -> JobView:
        """A request that never became a job; the clip on the page stays."""
        details = messages.refusal_details(error, model, duration)
        return {"card": status_card.refusal(error), "details": details}

    def note(self, words: str) -> JobView:
        """A line of words; the clip on the page stays."""
        return {"card": status_card.note(words)}

    def nothing(self, words: str) -> JobView:
        """A line of words and no clip."""
        card, scene = status_card.note(words), preview.EMPTY_PREVIEW
        return {"video": "", "card": card, "details": {}, "scene": scene, "variations": ""}

    def deleted(self, job: Job) -> JobView:
        """A job that was deleted a moment ago; where its clip was served from, it is no more."""
        self._files.forget(job)
        others = job_cards.variations(self._ledger.variations(job), "", self._thumbnail)
        return self.nothing("") | {"card": status_card.deleted(job), "variations": others}

    def ended(self, job: Job, *, uncovered: bool = False) -> next_steps.Ended:
        """What can be done with a job that has ended, apart from another brief."""
        copy, _ = self._files.clip(job) if uncovered or not job.nsfw else (None, "")
        return next_steps.Ended(
            job=job.id,
            prompt=job.prompt,
            clip=address(copy),
            file=job.clip,
            may_compare=bool(copy) and may_be_animated(job.model, job.duration),
            chain=self._joinable(job, uncovered=uncovered) if copy else "",
            link=_link(job) if copy and not job.nsfw else None,
        )

    def _joinable(self, job: Job, *, uncovered: bool) -> str:
        """The clips that can be joined with it, counted; not unseen with one that is covered."""
        chain = self._ledger.chain(job) if job.continues else (job,)
        is_seen = all(not each.nsfw or (each.id == job.id and uncovered) for each in chain)
        return job_cards.counted(chain) if is_seen else ""

    def compared(self, job: Job) -> Markup:
        """A clip beside its animatic, as far as that is there; nothing without both."""
        twin, (copy, _) = self._ledger.animatic_of(job), self._files.clip(job)
        if twin is None or copy is None:
            return Markup()
        film = self._files.film(twin)
        pair = compare.Pair(job.id, address(copy), model_of(job.model).title, film)
        return compare.side_by_side(pair) if film else compare.waiting(job.id)

    def stopped(self, job: Job) -> JobView:
        """After Stop: the job goes on, unwatched."""
        error = {"code": "not_watched", "message": f"{STOPPED}. {WHAT_GOES_ON}"}
        details = messages.details(Snapshot(job, live=False)) | {"error": error}
        return {"card": status_card.note(STOPPED, WHAT_GOES_ON), "details": details}

    def brief_of(self, job: Job) -> Draft:
        """What the job was made from. Gradio's copies of the pictures live for a day, those of a
        job as long as it."""
        return Draft(
            images=tuple(filter(None, map(self._files.uploaded, job.images))),
            prompt=job.prompt,
            duration=job.duration or None,
            model=job.model,
            options=Options(**job.options),
            steps=tuple(steps_of(job)),
            clips=1,
        )

    def lent(self, draft: Draft) -> Draft:
        """The draft with its pictures where visitors' own uploads are. Raises `StorageError`."""
        return replace(draft, images=self._files.lent(draft.images))

    def history(self, jobs: list[Job]) -> Markup:
        """HTML: a card for each job, or for several that belong together."""
        return job_cards.history(jobs, self._thumbnail)

    def _meanwhile(self, twin: Job) -> LabelledAnimatic:
        film = self._files.film(twin)
        return LabelledAnimatic(film, preview.MEANWHILE)

    def _scene(self, snapshot: Snapshot) -> Markup:
        job = snapshot.job
        if job.phase is Phase.COMPLETED:
            return preview.covered() if job.nsfw and job.clip else preview.EMPTY_PREVIEW
        if snapshot.animatic:
            return preview.playing(self._meanwhile(snapshot.animatic))
        if snapshot.still and model_of(job.model).free:
            return preview.drawn(snapshot.still)
        return preview.waiting(self._files.picture(job))

    def _player(self, job: Job, copy: str | None) -> Markup:
        """There only with a clip: a browser loads no player before."""
        if not copy:
            return Markup()
        shown = clip.Clip(
            url=address(copy),
            poster=address(self._files.poster(job)),
            shape=self._shape(job),
            is_animatic=model_of(job.model).free,
            has_sound=job.body.get("generate_audio") is not False,
        )
        return clip.player(shown)

    def _shape(self, job: Job) -> str:
        """The film's own; before there is one as it was asked for, or that of the first picture."""
        if poster := self._files.poster(job):
            return stage_shape(Path(poster))
        asked = str(job.options.get("aspect_ratio") or "")
        first = self._files.uploaded(job.images[0]) if job.images else None
        return asked if asked in SHAPES else stage_shape(Path(first) if first else None)

    def _thumbnail(self, job: Job) -> str:
        if job.nsfw:
            return ""
        return address(self._files.poster(job)) or self._files.picture(job)


def _link(job: Job) -> str:
    """Where others see its clip; empty while they cannot."""
    return PLACE.format(job.shared) if job.shared else ""

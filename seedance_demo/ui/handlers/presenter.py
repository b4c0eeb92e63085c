"""Turns a job snapshot into component values."""

import time
from contextlib import suppress
from dataclasses import replace
from pathlib import Path

from gradio.utils import get_upload_folder
from markupsafe import Markup, escape

from ...errors import SeedanceError, StorageError
from ...jobs.runner import JobRunner, Snapshot
from ...ledger import DAY, Job, Phase
from ...money import dollars
from ...orders.brief import Options
from ...orders.family import model_of
from .. import messages
from ..components import cards, clip, preview, status_card
from ..components.preview import LabelledAnimatic
from ..components.thumbnails import thumbnail
from ..draft import Draft
from ..plans import steps_of
from ..result import JobView
from ..served import ServedCopies, address

STOPPED = (
    "Stopped watching. What was sent goes on and is charged, and its clip will be kept: press "
    "Check again, or find it in the history."
)


class Presenter:
    """Component values of job snapshots, and of briefs for the form. `for_a_day` takes the copies
    of clips: Gradio removes what is in it when it is that old."""

    def __init__(self, runner: JobRunner, for_a_day: set[str]) -> None:
        self._ledger, self._settings = runner.ledger, runner.settings
        self._served, self._for_a_day = ServedCopies(), for_a_day

    def tell(self, snapshot: Snapshot) -> JobView:
        """For programs: clip, sentence, details."""
        clip, said = self.plainly(snapshot)
        return {"video": clip, "card": escape(said), "details": messages.details(snapshot)}

    def plainly(self, snapshot: Snapshot) -> tuple[str | None, str]:
        """Where the clip is served from, if there is one, and how the job stands, as plain text."""
        clip, trouble = self._clip(snapshot.job)
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
        copy, trouble = self._clip(job) if uncovered or not job.nsfw else (None, "")
        return {
            "video": self._player(job, copy),
            "card": status_card.card(snapshot, self._ledger.began(job.id), usual, trouble),
            "details": messages.details(snapshot),
            "scene": self._scene(snapshot),
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
        return {"video": "", "card": card, "details": {}, "scene": scene}

    def stopped(self, job: Job) -> JobView:
        """After Stop: the job goes on, unwatched."""
        error = {"code": "not_watched", "message": STOPPED}
        details = messages.details(Snapshot(job, live=False)) | {"error": error}
        return {"card": status_card.note(STOPPED), "details": details}

    def brief_of(self, job: Job) -> Draft:
        """What the job was made from. Gradio's copies of the pictures live for a day, those of a
        job as long as it."""
        return Draft(
            images=tuple(filter(None, map(self._uploaded, job.images))),
            prompt=job.prompt,
            duration=job.duration or None,
            model=job.model,
            options=Options(**job.options),
            steps=tuple(steps_of(job)),
        )

    def lent(self, draft: Draft) -> Draft:
        """The draft with its pictures where visitors' own uploads are. Raises `StorageError`."""
        copies = map(self._served.copy, map(Path, draft.images))
        return replace(draft, images=tuple(filter(None, copies)))

    def history(self, jobs: list[Job]) -> Markup:
        """HTML: a card for each job."""
        return cards.row("Your clips", map(self._card, jobs))

    def animatic_of(self, job: Job) -> LabelledAnimatic | None:
        """The animatic of a paid job's brief, when there is one or one is on its way."""
        twin = None if model_of(job.model).free else self._ledger.animatic_of(job)
        return self._labelled(twin, job) if twin else None

    def _labelled(self, twin: Job, job: Job) -> LabelledAnimatic:
        label = preview.COMPARED if job.phase.ended else preview.MEANWHILE
        film = self._served.address(self._settings.clips / twin.clip) if twin.clip else ""
        return LabelledAnimatic(film, label)

    def _scene(self, snapshot: Snapshot) -> Markup:
        job = snapshot.job
        if job.phase is Phase.COMPLETED:
            return preview.covered() if job.nsfw and job.clip else preview.EMPTY_PREVIEW
        if snapshot.animatic:
            return preview.playing(self._labelled(snapshot.animatic, job))
        if snapshot.still and model_of(job.model).free:
            return preview.drawn(snapshot.still)
        return preview.waiting(self._picture(job))

    def _player(self, job: Job, copy: str | None) -> Markup:
        """There only with a clip: a browser loads no player before."""
        if not copy:
            return Markup()
        poster = self._poster(job)
        shown = clip.Clip(
            url=address(copy),
            poster=address(str(poster)) if poster else "",
            shape=clip.stage_shape(poster) if poster else clip.SHAPES[1],
            is_animatic=model_of(job.model).free,
            has_sound=job.body.get("generate_audio") is not False,
        )
        return clip.player(shown)

    def _card(self, job: Job) -> cards.Card:
        facts = (
            model_of(job.model).title,
            f"{job.duration}\xa0s" if job.duration else "",
            _price(job),
        )
        ended_well = job.phase is Phase.COMPLETED
        state = "" if ended_well else messages.PHASES[job.phase]
        title = " · ".join(filter(None, (state, *facts, _day(job.opened_at))))
        return cards.Card(job.id, self._thumbnail(job), title, " ".join(job.prompt.split()))

    def _thumbnail(self, job: Job) -> str:
        if job.nsfw:
            return ""
        poster = self._poster(job)
        return address(str(poster)) if poster else self._picture(job)

    def _poster(self, job: Job) -> Path | None:
        target = Path(get_upload_folder()) / "posters" / f"{Path(job.clip).stem}.jpg"
        return thumbnail(self._settings.clips / job.clip, target) if job.clip else None

    def _picture(self, job: Job) -> str:
        return self._served.address(self._settings.pictures / job.images[0]) if job.images else ""

    def _uploaded(self, picture: str) -> str | None:
        with suppress(StorageError):  # the strip is filled with what there is
            return self._served.copy(self._settings.pictures / picture)
        return None

    def _clip(self, job: Job) -> tuple[str | None, str]:
        """Where the job's clip is served from, and why it is not. A paid clip that cannot be shown
        is paid and kept all the same."""
        try:
            copy = self._served.copy(self._settings.clips / job.clip) if job.clip else None
        except StorageError as error:
            return None, str(error)
        if copy:
            self._for_a_day.add(copy)
        return copy, ""


def _price(job: Job) -> str:
    """What it cost; nothing for a failed one, whose money comes back or is in question."""
    known = job.price or model_of(job.model).free
    return dollars(job.price_usd) if known and job.phase is not Phase.FAILED else ""


def _day(moment: float) -> str:
    return time.strftime("%d\xa0%b", time.localtime(moment)).lstrip("0")

"""The Blocks page: its components, their handlers, and the events between them."""

import json
from dataclasses import dataclass

import gradio as gr

from ..accounts.guard import Guard
from ..jobs.runner import JobRunner
from ..orders.quotes import Quotes
from . import capacity, languages, link_preview, static
from .components.choices import take_late_choices
from .events import say_what_failed
from .handlers.agents import AgentHandlers
from .handlers.all_clips import AllClips
from .handlers.api import ApiHandlers
from .handlers.callers import Callers
from .handlers.clip_files import ClipFiles
from .handlers.form import FormHandlers
from .handlers.history import HistoryHandlers
from .handlers.job_actions import JobActionHandlers
from .handlers.job_files import JobFiles
from .handlers.jobs import JobHandlers
from .handlers.next_steps import NextStepHandlers
from .handlers.presenter import Presenter
from .handlers.prices import PriceHandlers
from .handlers.program_values import take_as_sent
from .handlers.submit import Submitter
from .handlers.visitor_jobs import VisitorJobs
from .handlers.watches import Watches
from .page import lay_out
from .shared_clips import SharedClips
from .wiring.api import NAMES, wire_api
from .wiring.form import wire_arrival, wire_form, wire_pictures, wire_prices, wire_shots
from .wiring.history import wire_history
from .wiring.job import wire_job
from .wiring.next_steps import wire_next_steps
from .wiring.press import wire_generate, wire_watch

SCRIPTS = (
    *("page.js", "chips.js", "mentions.js", "picture_files.js", "accessible.js"),
    *("press.js", "tab.js", "clocks.js", "lead.js", "saved.js"),
)
SCRIPT = "".join(map(static.read, SCRIPTS))
# In the head: needed before the page is there. `reach` and `stream` stand between Gradio and its
# server, the second in front of the first.
IN_HEAD = (
    *("kept.js", "language.js", "reach.js", "lost.js", "stream.js"),
    *("draft.js", "steps.js", "preview.js"),
)
LANGUAGES = f"window.seedanceLanguages = {json.dumps(languages.TAGS)};"
HEAD = "".join(
    "<script>" + script + "</script>" for script in (LANGUAGES, *map(static.read, IN_HEAD))
)


@dataclass(frozen=True)
class Built:
    """`page` is ready to launch; `agents` are what agents may do in the same turns and bounds,
    `shared` the pages of single clips, and `all_clips` what is downloaded at once."""

    page: gr.Blocks
    agents: AgentHandlers
    shared: SharedClips
    all_clips: AllClips


def build_page(runner: JobRunner, guard: Guard, quotes: Quotes) -> Built:
    """All that there is to be served."""
    demo = gr.Blocks(title=link_preview.TITLE, analytics_enabled=False, delete_cache=(3600, 86400))
    take_late_choices()
    with demo:
        page = lay_out(guard, quotes)
        callers, visitor_jobs = Callers(runner.ledger), VisitorJobs(runner.ledger)
        submitter = Submitter(runner, guard, quotes)
        files = JobFiles(runner, page.result.answers.video.temp_files)
        presenter, clip_files = Presenter(runner.ledger, files), ClipFiles(runner, files)
        prices = PriceHandlers(page, runner.settings, guard, quotes, callers)
        form = FormHandlers(page, callers, visitor_jobs, submitter, presenter, prices)
        watches = Watches(capacity.most_watches())
        jobs = JobHandlers(page, runner, callers, visitor_jobs, submitter, presenter, watches)
        steps = NextStepHandlers(
            page, guard, quotes, callers, visitor_jobs, presenter, prices, files, clip_files
        )
        actions = JobActionHandlers(
            page, runner, callers, visitor_jobs, submitter, presenter, prices, steps, clip_files
        )
        wire_api(page, ApiHandlers(page, runner, submitter, presenter, callers, watches))
        take_as_sent(demo, NAMES)
        arrived = wire_arrival(demo, page, form)
        pressed = wire_generate(page, form, jobs)
        wire_watch(page, jobs, arrived)
        wire_job(page, jobs, actions)
        wire_next_steps(page, steps, actions)
        all_clips = AllClips(runner.ledger, runner.settings)
        history = HistoryHandlers(callers, visitor_jobs, files, all_clips)
        wire_history(page, form, jobs, history)
        wire_form(page, form)
        wire_pictures(page)
        wire_shots(page, form)
        wire_prices(page, prices, [arrived, pressed])
    say_what_failed(demo)
    agents = AgentHandlers(runner, submitter, presenter, callers, watches)
    return Built(demo, agents, SharedClips(runner.ledger, files), all_clips)

"""Seedance Demo: `python app.py`, then open the address it prints."""

import argparse
import logging
import os
import sys
from contextlib import suppress
from typing import Any

from seedance_demo.accounts.guard import Guard, is_public
from seedance_demo.config.machine import has_sign_in, on_space
from seedance_demo.config.settings import forget_secrets, read_settings
from seedance_demo.errors import SeedanceError
from seedance_demo.jobs import storage
from seedance_demo.jobs.left_behind import pick_up
from seedance_demo.jobs.neighbours import work_together
from seedance_demo.jobs.runner import JobRunner
from seedance_demo.ledger import Ledger
from seedance_demo.ledger.claim import claim
from seedance_demo.local_api.server import LocalApi
from seedance_demo.orders.images import MAX_FILE
from seedance_demo.orders.quotes import Quotes
from seedance_demo.ui import serving
from seedance_demo.wavespeed import road


def main() -> None:
    options = _options()
    logging.basicConfig(format="%(asctime)s %(message)s")
    logging.getLogger("seedance_demo").setLevel(logging.INFO)
    os.environ.update(road.environment(os.environ))
    try:
        settings = read_settings()
        forget_secrets()
        address = serving.find_address(options.host, options.port)
        serving.check_folder(settings.data_dir, "SEEDANCE_DATA_DIR")
        serving.check_folder(temp := serving.temporary_folder(), "GRADIO_TEMP_DIR")
        agents = options.mcp and serving.check_agents(login=bool(settings.auth))
        serving.check_files(settings)
        for folder in (settings.data_dir, settings.work, settings.kept):
            storage.check_apart(folder, temp)
        ledger = Ledger(settings.ledger, settings.data_dir if settings.own_disk else None)
        claimed = claim(settings.work)  # until the process ends
        runner = JobRunner(settings, ledger, LocalApi(settings.work).endpoint)
        pick_up(runner)
    except SeedanceError as error:
        sys.exit(str(error))
    work_together(runner)
    storage.keep_clean(ledger, settings)
    public = is_public(address.host, share=options.share, on_space=on_space())
    guard = Guard(settings, ledger, public=public, sign_in=has_sign_in())
    proxy_is_known = bool(os.getenv("FORWARDED_ALLOW_IPS"))
    if advice := guard.advice(proxy_is_known=proxy_is_known, on_space=on_space()):
        print(advice, file=sys.stderr)
    _serve(runner, guard, address, share=options.share, agents=agents)
    ledger.close()
    claimed.release()


def _serve(
    runner: JobRunner, guard: Guard, address: serving.Address, *, share: bool, agents: bool
) -> None:
    """Until the process is ended."""
    settings = runner.settings
    if not share:  # no proxy on this machine: X-Forwarded-For is the client's own words
        os.environ.setdefault("FORWARDED_ALLOW_IPS", "")
    # Gradio reads its variables when it is imported: not before they were looked at.
    from seedance_demo.ui import capacity, languages, static
    from seedance_demo.ui.blocks import HEAD, SCRIPT, build_page
    from seedance_demo.ui.components import example_cards
    from seedance_demo.ui.door import at_the_door
    from seedance_demo.ui.door.logins import Failures, LoginCheck
    from seedance_demo.ui.sessions import keep_who_waits, skip_cheaply
    from seedance_demo.ui.theme import CSS, theme

    failures = runner.ledger.counts("logins", Failures)
    logins = LoginCheck(settings.auth, failures, on_space=on_space())
    capacity.open_more_files()
    built = build_page(runner, guard, quotes := Quotes(settings))
    page = built.page.queue(default_concurrency_limit=None)
    tools = _tools(built.agents, quotes) if agents else None
    keep_who_waits(page)
    capacity.rest_when_free(page)
    skip_cheaply(page)
    serving.end_on_sigterm(runner.ledger.close if settings.own_disk else None)
    page.launch(
        server_name=address.server_name,
        server_port=address.port,
        share=share,
        auth=logins.check if settings.auth else None,
        # Pages see copies in Gradio's cache, never these.
        blocked_paths=[*map(str, {settings.data_dir, settings.work, settings.kept})],
        app_kwargs={
            "routes": [
                *example_cards.ROUTES,
                languages.ROUTE,
                *built.shared.routes,
                built.all_clips.route,
                *(tools.routes if tools else []),
            ],
            **at_the_door(
                settings,
                logins,
                public=guard.public,
                on_space=on_space(),
                agents=tools.running if tools else None,
            ),
        },
        favicon_path=static.path("icon.png"),
        theme=theme(),
        css=CSS,
        head=HEAD,
        js=SCRIPT,
        max_threads=capacity.SLOTS,
        prevent_thread_lock=True,
        **SAFE,
    )
    if tools:
        print(f"* Tools for agents: {page.share_url or page.local_url.rstrip('/')}{tools.route}")
    capacity.bound_threads(page)
    capacity.keep_answering()
    page.block_thread()


SAFE: dict[str, Any] = {
    "run_history": False,  # it would keep the password box in the browser's storage, readable
    "show_error": False,  # a raw exception may hold paths; ours are sentences already
    "enable_monitoring": False,
    "mcp_server": False,  # Gradio would offer every event; see `ui/agents.py`
    "max_file_size": MAX_FILE,
    "ssr_mode": False,
    "footer_links": ["api"],  # Gradio's settings are for developers
}


def _tools(handlers: Any, quotes: Quotes) -> Any:
    from seedance_demo.ui.agents import AgentServer  # wants a package that only this needs

    return AgentServer(handlers, quotes)


def _options() -> argparse.Namespace:
    """Gradio's own variables work too; they are read here because they decide who can come in."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--share", action="store_true", help="make a public link")
    parser.add_argument("--mcp", action="store_true", help="serve tools for agents, too")
    parser.add_argument("--host", default=os.getenv("GRADIO_SERVER_NAME"), help="bind address")
    parser.add_argument("--port", type=int, help="default: the first free one from 7860")
    options = parser.parse_args()
    options.share |= os.getenv("GRADIO_SHARE", "").lower() == "true"
    options.mcp |= os.getenv("GRADIO_MCP_SERVER", "").lower() == "true"
    if on_space():
        options.host = options.host or "0.0.0.0"  # noqa: S104  # the Space's own proxy is in front
    return options


if __name__ == "__main__":
    with suppress(KeyboardInterrupt):  # before the page is there; after that Gradio takes it
        main()

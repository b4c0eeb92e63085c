"""What axe-core finds on a page as it stands."""

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

ONLY_WRONG = {"resultTypes": ["violations"]}
TOLD = "serious", "critical"


def violations(page: Page) -> list[str]:
    """Serious and critical findings, a line for each element."""
    found = Axe().run(page, options=ONLY_WRONG).response["violations"]
    return [
        f"{each['id']} {node['failureSummary']} {node['html']}"
        for each in found
        if each["impact"] in TOLD
        for node in each["nodes"]
    ]

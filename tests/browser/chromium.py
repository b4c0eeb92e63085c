"""The Chromium that is installed on this machine."""

import shutil

_NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
CHROMIUM = next(filter(None, map(shutil.which, _NAMES)), None)
QUIET = ["--no-sandbox", "--disable-background-networking", "--disable-component-update"]

"""What the app itself wrote into the log: jobs of earlier tests may still be asking a provider that
is gone, and its client writes into the same one."""

import logging

import pytest


def said(caplog: pytest.LogCaptureFixture) -> list[logging.LogRecord]:
    return [record for record in caplog.records if record.name.startswith("seedance_demo.ui")]

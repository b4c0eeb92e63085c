"""The ledger: what was asked, what was paid and where the clip is, one row per job.

`python -m seedance_demo.ledger` prints what was spent.
"""

from .budget import DAY, Terms, Used
from .job import Job, Payer, Phase
from .store import MOVED, Ledger

__all__ = ["DAY", "MOVED", "Job", "Ledger", "Payer", "Phase", "Terms", "Used"]

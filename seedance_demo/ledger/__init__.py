"""What was asked, what was paid and where the clip is: one SQLite row per job.

`python -m seedance_demo.ledger` prints what was spent.
"""

from .books import Ledger
from .job import MICROS, Job, Payer, Phase
from .limits import DAY, Terms, Used

__all__ = ["DAY", "MICROS", "Job", "Ledger", "Payer", "Phase", "Terms", "Used"]

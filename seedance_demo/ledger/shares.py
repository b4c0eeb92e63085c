"""Clips that whoever has a link may see: by their maker's wish, and no longer than that.

What a link leads to is asked here each time, so that one which is off leads nowhere at once, in
every process.
"""

import re
import secrets

from . import rows
from .job import Job
from .reader import SEEN, Reader

TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")  # 16 random bytes, as `token_urlsafe` writes them
# Nobody shows to strangers what the provider flagged, nor what its maker has deleted.
SHOWN = f"phase = 'completed' AND clip <> '' AND NOT nsfw AND {SEEN}"


class Shares(Reader):
    """Every method is one transaction and may raise `StorageError`."""

    def share(self, job_id: str) -> Job:
        """Give a clip a token, which no earlier link of it had; one that is shared already keeps
        its own. Without a clip that may be shown nothing changes."""
        with self._transaction() as db:
            db.execute(
                f"UPDATE jobs SET shared = ? WHERE id = ? AND shared = '' AND {SHOWN}",  # noqa: S608
                (secrets.token_urlsafe(16), job_id),
            )
            return rows.fetch(db, job_id)

    def stop_sharing(self, job_id: str) -> Job:
        """Its token is that of nothing any more."""
        with self._transaction() as db:
            return rows.update(db, job_id, {"shared": ""})

    def shared(self, token: str) -> Job | None:
        """The clip with this token. One that was switched off or deleted is not told from one that
        never was: no row is found."""
        if not TOKEN.fullmatch(token):
            return None
        found = self._jobs(f"shared = ? AND shared <> '' AND {SHOWN}", token)
        return found[0] if found else None

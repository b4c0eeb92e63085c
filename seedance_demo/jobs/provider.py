"""Blocking provider and disk calls of the job runner. None of them repeats a paid one."""

import contextlib
import time
from collections.abc import Callable, Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from ..config.settings import Settings
from ..errors import BadKey, ProviderError, StorageError
from ..ledger import DAY, Job, Payer
from ..orders.order import resolution_of
from ..orders.sending import for_sending
from ..wavespeed import Client
from ..wavespeed.transport import ONCE, Patience
from . import clips
from .files import arriving, clips_of, pictures_of

NEEDS_KEY = "Enter the key that pays for this and press Check again."


class ProviderCalls:
    """Calls for a job. `local` starts the local API when first called: its base URL and key."""

    def __init__(
        self, settings: Settings, local: Callable[[], tuple[str, str]], patience: Patience
    ) -> None:
        self._settings, self._local, self._patience = settings, local, patience
        self._clips, self._pictures = clips_of(settings), pictures_of(settings)

    def client(self, job: Job, key: str) -> Client:
        """A client of the API that makes this job, with the key that pays for it."""
        if job.payer is not Payer.NOBODY and not key:
            raise BadKey(NEEDS_KEY, code="needs_key")
        return Client(*self._endpoint(job, key), self._patience)

    def upload(self, client: Client, job: Job, name: str) -> str:
        """The URL of one of the brief's pictures at the provider."""
        picture = self._pictures.get(name)
        try:
            if job.payer is Payer.NOBODY:
                data = picture.read_bytes()
            else:
                data = for_sending(picture, resolution_of(job.endpoint, job.body))
        except OSError as error:  # one that is damaged says it of its path
            why = error.strerror or "it is damaged"
            raise StorageError(f"The picture cannot be read ({why}).") from None
        return client.upload(name, data)

    def cancel(self, job: Job) -> None:
        """End an animatic."""
        self.client(job, "").cancel(job.request_id)

    def analyse_early(self, pictures: Iterable[Path]) -> None:
        """Bring pictures to the local API, which looks at them as they arrive."""
        client = Client(*self._local(), self._patience)
        for picture in pictures:
            client.upload(picture.name, picture.read_bytes())

    def addresses(self, job: Job, key: str) -> tuple[str, ...]:
        """Where the clip may lie now, as far as the provider says, and where it lay before."""
        now: tuple[str, ...] = ()
        with contextlib.suppress(ProviderError):
            now = tuple(self.client(job, key).result(job.request_id).outputs)
        return tuple(dict.fromkeys((*now, job.url)))

    def fetch(self, job: Job, url: str) -> str:
        """The name of the clip, once it is kept."""
        return clips.keep(
            job,
            url,
            self._clips,
            own_api=self._endpoint(job, "")[0],
            patience=self._patience,
            arriving=arriving(self._settings),
        )

    def bill(self, job: Job, key: str) -> Decimal | None:
        """What the provider says it charged for a job; None when it does not say."""
        if job.payer is Payer.NOBODY or not key:
            return None
        client = Client(*self._endpoint(job, key), replace(self._patience, again=ONCE))
        with contextlib.suppress(ProviderError):
            amount = client.charged(job.request_id, job.opened_at - DAY, time.time() + DAY)
            return amount if amount and amount > 0 else None
        return None

    def _endpoint(self, job: Job, key: str) -> tuple[str, str]:
        """Base URL and key. The animatic is no special case: the same API at another address."""
        return self._local() if job.payer is Payer.NOBODY else (self._settings.base_url, key)

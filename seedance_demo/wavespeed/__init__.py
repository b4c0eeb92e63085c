"""WaveSpeedAI over HTTP: `client` asks, `answers` reads, `refusals` says what a no means.

`transport` is below them: connections, retries, and where a request may go at all.
"""

from .client import Client

__all__ = ["Client"]

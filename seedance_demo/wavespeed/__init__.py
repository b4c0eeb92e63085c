"""The provider's HTTP API.

`client` has its calls, `exchange` sends one of them, `answers` and `model_schemas` parse what comes
back, `api_errors` turns refusals into errors, `download` fetches a clip. `transport` is below all:
connections, retries, and where a request may go.
"""

from .client import Client

__all__ = ["Client"]

"""The models of the local API: the page's own, and those of a file in the form of the provider's
answer to `GET /models`, so that a model of next year is tested today."""

import json
from collections.abc import Iterable
from dataclasses import dataclass, replace
from decimal import Decimal
from pathlib import Path
from typing import Any

from ..catalog import GEN_2026_04, MODELS, Contract
from ..errors import BadSetting
from ..wavespeed.model_schemas import Entry, read_catalogue

Listed = dict[str, Any]  # a model as the provider lists it


@dataclass(frozen=True)
class Catalogue:
    """What each id takes, as far as tasks can be made of it; `added` is listed besides, or in the
    place of what is listed under the same id."""

    contracts: dict[str, Contract]
    added: dict[str, Listed]


def read_models(generation: str = GEN_2026_04, file: Path | None = None) -> Catalogue:
    """The page's own models in one generation, with those of the file. Raises `BadSetting`."""
    own = {model.id: model.contracts[generation] for model in MODELS}
    added = _read(file) if file else {}
    entries = read_catalogue({"data": list(added.values())})
    return Catalogue(own | dict(_contracts(entries.values(), own)), added)


def _read(file: Path) -> dict[str, Listed]:
    try:
        told = json.loads(file.read_text("utf-8"))
        models = told["data"] if isinstance(told, dict) else told
        return {str(model["model_id"]): dict(model) for model in models}
    except OSError as error:
        raise BadSetting(f"{file} cannot be read: {error.strerror}.") from None
    except (ValueError, KeyError, TypeError):
        raise BadSetting(
            f"{file} is not a list of models as GET /api/v3/models gives it."
        ) from None


def _contracts(
    entries: Iterable[Entry], own: dict[str, Contract]
) -> Iterable[tuple[str, Contract]]:
    """Of what the animatic cannot be made of, like the change of a video, there is none."""
    for entry in entries:
        price = Contract(floor=entry.usd_per_second or Decimal(0))
        contract = replace(own.get(entry.id, price), inputs=entry.inputs)
        if contract.input("prompt") and contract.durations:
            yield entry.id, contract

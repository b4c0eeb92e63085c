"""What the provider's live catalogue comes to: the contracts of the models that can be offered."""

from collections.abc import Iterable
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

from ..catalog import BY_ID, MAX_IMAGES, Contract, Input, Model
from ..errors import BadBrief
from ..wavespeed.model_schemas import Entry
from .brief import Brief, Options
from .family import model_of, takes_pictures
from .order import place, unknown_inputs

MOST_NEW = 24  # models beside the page's own
DEAR = Decimal("0.24")  # US dollars a second, as Seedance 2.0: where no base price can be read


def live_contract(entry: Entry) -> Contract:
    """What an entry of the catalogue is ordered by. Raises `BadBrief`, which says why, when this
    page cannot fill it."""
    if not entry.inputs:
        raise BadBrief("model", "its inputs cannot be read")
    if entry.id in BY_ID:
        return _alike(BY_ID[entry.id], entry.inputs)
    contract = Contract(_asked(entry), floor=entry.usd_per_second or DEAR)
    _check(model_of(entry.id), contract)
    return contract


def listed(entries: Iterable[Entry]) -> tuple[dict[str, Contract], dict[str, str]]:
    """The contracts of those that can be offered, and why the others cannot, by their ids."""
    contracts: dict[str, Contract] = {}
    reasons: dict[str, str] = {}
    for entry in entries:
        try:
            if len(contracts.keys() - BY_ID.keys()) >= MOST_NEW:
                raise BadBrief("model", "the catalogue lists too many")
            contracts[entry.id] = live_contract(entry)
        except BadBrief as reason:
            reasons[entry.id] = str(reason)
    return contracts, reasons


def _alike(model: Model, inputs: tuple[Input, ...]) -> Contract:
    """The live inputs, at the prices of the generation they are most alike."""
    names = {each.name for each in inputs}

    def alike(contract: Contract) -> int:
        return -len(names ^ {each.name for each in contract.inputs})

    return replace(max(model.contracts.values(), key=alike), inputs=inputs)


def _asked(entry: Entry) -> tuple[Input, ...]:
    """The inputs as this page asks for them: a clip from references is not made without any."""
    must = "reference_images" if takes_pictures(entry.id) else ""
    return tuple(
        replace(each, required=True) if each.name == must else each for each in entry.inputs
    )


def _check(model: Model, contract: Contract) -> None:
    """By an order of each thing that it needs: the same way as a press goes."""
    if unknown := unknown_inputs(contract):
        raise BadBrief("model", f"it requires {', '.join(unknown)}, which this page does not know")
    if not contract.durations or not contract.input("prompt"):
        raise BadBrief("model", "it has no length or no prompt that this page can fill in")
    if takes_pictures(model.id) and not contract.most_pictures:
        raise BadBrief("model", "it takes no picture that this page can send")
    last = contract.input("last_image")
    options = Options(end_frame=bool(last and last.required))
    count = 2 if options.end_frame else min(contract.most_pictures, MAX_IMAGES)
    pictures = tuple(Path(f"{n}.jpg") for n in range(1, count + 1))
    place(Brief(pictures, "…", contract.durations[0], model, options), lambda _: contract)

"""Routes of the local API for models, prices, balance and bills."""

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from fastapi import APIRouter

from ..catalog import MODELS, Contract, Model
from ..errors import Refused
from .bodies import (
    Answer,
    ApiSchema,
    Balance,
    Bill,
    Billed,
    Bills,
    BillsRequest,
    ModelView,
    Price,
    PriceRequest,
    RequestSchema,
    moment,
    request_schema,
)
from .catalogue import Catalogue
from .tasks import Task, Tasks


def routes(tasks: Tasks, catalogue: Catalogue) -> APIRouter:
    """The routes, with the bearer key checked by the app."""
    router, contracts = APIRouter(), catalogue.contracts

    @router.get("/models")
    async def models() -> Answer[list[dict[str, Any]]]:
        own = (_model_view(each, n, contracts[each.id]) for n, each in enumerate(MODELS))
        views = {view.model_id: view.model_dump() for view in own} | catalogue.added
        return Answer(data=list(views.values()))

    @router.post("/model/price")
    @router.post("/model/pricing")
    async def price(asked: PriceRequest) -> Answer[Price]:
        amount = float(_quote(asked, contracts))
        return Answer(
            data=Price(
                model_id=asked.model_id, price=amount, discounted_price=amount, unit_price=amount
            )
        )

    @router.get("/balance")
    async def balance() -> Answer[Balance]:
        return Answer(data=Balance(balance=float(tasks.balance)))

    @router.post("/billings/search")
    async def bills(asked: BillsRequest) -> Answer[Bills]:
        after, before = moment(asked.start_time, 0), moment(asked.end_time, 1e12)
        first = (asked.page - 1) * asked.page_size
        paid = [task for task in tasks.recent(after, before, None) if task.billed][first:]
        items = [_bill(task) for task in paid[: asked.page_size]]
        return Answer(data=Bills(page=asked.page, has_more=len(paid) > len(items), items=items))

    return router


def _model_view(model: Model, order: int, contract: Contract) -> ModelView:
    schema = RequestSchema(type="model_run", request_schema=request_schema(model.id, contract))
    return ModelView(
        model_id=model.id,
        name=model.title,
        description=model.about,
        base_price=float(_floor(contract)),
        type=model.id.rsplit("/", 1)[-1],
        sort_order=order,
        api_schema=ApiSchema(api_schemas=[schema]),
    )


def _floor(contract: Contract, inputs: Mapping[str, Any] = {}) -> Decimal:  # read only
    """The price of incomplete inputs: what is missing counts at its cheapest."""
    cheapest = {"resolution": contract.resolutions[0]} if contract.resolutions else {}
    return price_of(contract, cheapest | {"duration": 5} | dict(inputs))


def price_of(contract: Contract, inputs: Mapping[str, Any]) -> Decimal:
    """US dollars for complete inputs. Raises `Refused` where the price is not known."""
    if not contract.has_price(inputs):
        raise Refused(f"what {inputs.get('resolution', 'this')} costs is not known here")
    return contract.price(inputs)


def _quote(asked: PriceRequest, contracts: Mapping[str, Contract]) -> Decimal:
    if asked.model_id not in contracts:
        raise Refused("model not found")
    contract = contracts[asked.model_id]
    for name in ("duration", "resolution"):
        known, given = contract.input(name), asked.inputs.get(name)
        if known and given is not None and not known.accepts(given):
            raise Refused(f'field "{name}" has a value that is not accepted')
    return _floor(contract, asked.inputs)


def _bill(task: Task) -> Bill:
    created = task.created.isoformat().replace("+00:00", "Z")
    billed = Billed(uuid=task.id)
    return Bill(
        uuid=f"bill-{task.id}", price=float(task.price), created_at=created, prediction=billed
    )

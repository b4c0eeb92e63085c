"""The client against a real server on loopback that answers whatever it is told."""

import socket
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from seedance_demo.errors import BadKey, NotFound, ProviderError, Refused, Unconfirmed, Unreachable
from seedance_demo.wavespeed import Client

from ..faults import provider as does
from ..faults.life import HTTP
from ..faults.provider import KEY, MODEL, Answer, Fault, Provider, serving
from .test_answers import ANSWERS

BODY = {"images": ["https://a/1.jpg"], "prompt": "push in", "duration": 5}
IMPATIENT = replace(HTTP, ask=0.3, submit=0.3, send_file=0.3)
ANY_CALL: dict[str, Callable[[Client], object]] = {
    "ticket": lambda client: client.upload("a.jpg", b"jpeg"),
    "put": lambda client: client.upload("a.jpg", b"jpeg"),
    "submit": lambda client: client.submit(MODEL, BODY | {"prompt": uuid.uuid4().hex}),
    "poll": lambda client: client.result("abc"),
    "recent": lambda client: client.recent(MODEL, 0, 1e9),
}


@pytest.fixture(scope="module")
def shared() -> Iterator[Provider]:
    with serving(Provider(b"")) as running:
        yield running


@pytest.fixture
def provider() -> Iterator[Provider]:
    with serving(Provider(b"")) as running:
        yield running


@pytest.fixture
def client(provider: Provider) -> Client:
    return Client(provider.base_url, KEY, IMPATIENT)


def test_a_picture_goes_to_the_storage_without_our_key(provider: Provider, client: Client) -> None:
    assert client.upload("cup.jpg", b"jpeg").startswith("https://cdn.example/")
    ticket, put = provider.seen
    assert b'"size": 4' in ticket.body
    assert b'"content_type": "image/jpeg"' in ticket.body
    assert ticket.headers["authorization"] == f"Bearer {KEY}"
    assert (put.body, put.headers["x-sig"]) == (b"jpeg", "1")
    assert "authorization" not in put.headers


def test_an_api_without_tickets_gets_the_form(provider: Provider, client: Client) -> None:
    provider.misbehave("ticket", does.status(400, "model not found"))
    assert client.upload("cup.jpg", b"jpeg")
    assert [seen.step for seen in provider.seen] == ["ticket", "form"]
    assert b"cup.jpg" in provider.seen[-1].body


def test_the_paid_post_carries_the_body_as_it_is(provider: Provider, client: Client) -> None:
    task = client.submit(MODEL, BODY)
    assert provider.tasks[task.id].inputs == BODY


@pytest.mark.parametrize(
    ("fault", "outcome"),
    [
        (does.cut, Unconfirmed),
        (does.hang, Unconfirmed),
        (does.drip_head, Unconfirmed),
        (does.garbage, Unconfirmed),
        (does.two_lengths, Unconfirmed),
        (does.status(500), Unconfirmed),
        (does.status(503, Retry_After="0"), Unconfirmed),
        (does.redirect(does.SUBMIT, 307), Unconfirmed),
        (does.redirect("http://[", 302), Unconfirmed),
        (does.status(429, Retry_After="0"), Refused),
        (does.status(413), Refused),
        (does.inside(5003), Refused),
    ],
)
def test_the_paid_post_is_sent_once_whatever_comes_back(
    provider: Provider, client: Client, fault: Fault, outcome: type[ProviderError]
) -> None:
    provider.misbehave("submit", fault)
    with pytest.raises(outcome):
        client.submit(MODEL, BODY)
    assert provider.count("submit") == 1


def test_a_paid_post_that_found_no_connection_was_not_sent() -> None:
    with socket.create_server(("127.0.0.1", 0)) as closed:
        port = closed.getsockname()[1]
    with pytest.raises(Unreachable):
        Client(f"http://127.0.0.1:{port}", KEY, IMPATIENT).submit(MODEL, BODY)


@pytest.mark.parametrize(
    ("faults", "polls"),
    [
        ([does.status(503)], 2),
        ([does.status(429, Retry_After="0"), does.cut], 3),
        ([does.status(400)], 1),
    ],
)
def test_questions_are_repeated_and_refusals_are_not(
    provider: Provider, client: Client, faults: list[Fault], polls: int
) -> None:
    task = client.submit(MODEL, BODY)
    for fault in faults:
        provider.misbehave("poll", fault, 1)
    if polls == 1:
        with pytest.raises(Refused):
            client.result(task.id)
    else:
        assert client.result(task.id).id == task.id
    assert provider.count("poll") == polls


def test_a_request_nobody_knows_is_not_found(client: Client) -> None:
    with pytest.raises(NotFound) as error:
        client.result("../nothing?like=this")
    assert error.value.request_id == "../nothing?like=this"


def test_the_recent_list_is_read_by_our_clock(provider: Provider, client: Client) -> None:
    provider.ahead = 3600
    task = client.submit(MODEL, BODY)  # its answer tells the provider's time
    created = provider.tasks[task.id].created - 3600
    (listed,) = client.recent(MODEL, created - 30, created + 30)
    assert listed.task.id == task.id
    assert listed.inputs == BODY
    assert listed.created == pytest.approx(created, abs=2)


@pytest.mark.parametrize(
    ("sizes", "says", "calls"),
    [
        ((100, 100), [{}, {}], 3),
        ((3, 2, 1), [{}, {}, {}], 4),  # a short page is not the last
        ((50, 9), [{"has_more": True}, {"has_more": False}], 2),
        ((50, 9), [{"has_more": "true"}, {"has_more": 0}], 2),
        ((2, 2), [{"total": 4}, {"total": 4}], 2),
        ((2, 2), [{"total": 0}, {"total": None}], 3),
        ((2, 2), [{"total": 2, "has_more": True}, {"total": 2, "has_more": True}], 3),
    ],
)
def test_a_list_is_read_until_it_ends(
    provider: Provider,
    client: Client,
    sizes: tuple[int, ...],
    says: list[dict[str, Any]],
    calls: int,
) -> None:
    for page, (size, said) in enumerate(zip(sizes, says, strict=True)):
        tasks = [{"id": f"task {page} {n}".replace(" ", "-")} for n in range(size)]
        provider.misbehave("recent", does.answers(does.wrapped({"items": tasks} | said)), 1)
    assert len(client.recent(MODEL, 0, 1)) == sum(sizes)
    assert provider.count("recent") == calls


def test_a_list_that_gives_the_same_page_again_ends(provider: Provider, client: Client) -> None:
    page = does.wrapped({"items": [{"id": "a"}, {"id": "b"}], "has_more": True})
    provider.misbehave("recent", does.answers(page))
    assert [listed.task.id for listed in client.recent(MODEL, 0, 1)] == ["a", "b"]


def test_an_answer_about_another_request_is_none(provider: Provider, client: Client) -> None:
    task = client.submit(MODEL, BODY)
    provider.misbehave("poll", does.task_says(id="another", status="failed"), 1)
    with pytest.raises(Unreachable):
        client.result(task.id)
    assert client.result(task.id).id == task.id


@pytest.mark.parametrize("key", ["", "two words", "new\nline", "schlüssel", "x" * 257])
def test_a_key_that_cannot_be_one_is_never_sent(key: str) -> None:
    with pytest.raises(BadKey):
        Client("http://127.0.0.1:1", key)


HEADERS = st.dictionaries(
    st.sampled_from(["Content-Type", "Location", "Retry-After", "Date", "Set-Cookie", "Link"]),
    st.text(st.characters(min_codepoint=32, max_codepoint=255), max_size=30),
)
BYTES = st.binary(max_size=200) | ANSWERS.map(lambda answer: does.said(200, answer).body)


@pytest.mark.parametrize("step", ANY_CALL)
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(http=st.integers(200, 599), headers=HEADERS, body=BYTES)
def test_nothing_but_our_own_errors_leaves_the_client(
    shared: Provider, step: str, http: int, headers: dict[str, str], body: bytes
) -> None:
    _call_answered(shared, step, lambda x: x.answer(Answer(http, headers, body)))


@pytest.mark.parametrize("step", ANY_CALL)
@settings(max_examples=40, deadline=None, suppress_health_check=list(HealthCheck))
@given(data=st.binary(max_size=300) | st.binary(max_size=99).map(b"HTTP/1.1 200 OK\r\n".__add__))
def test_no_bytes_on_the_wire_break_the_client(shared: Provider, step: str, data: bytes) -> None:
    _call_answered(shared, step, lambda x: x.raw(data))


ADDRESSES = st.text(max_size=40) | st.text(max_size=40).map("https://".__add__)


@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(url=ADDRESSES, headers=st.dictionaries(st.text(max_size=9), st.text(max_size=9), max_size=3))
def test_no_upload_address_breaks_the_client(
    shared: Provider, url: str, headers: dict[str, str]
) -> None:
    slot: dict[str, Any] = {"url": url, "headers": headers}
    ticket = does.wrapped({"download_url": "https://a/b", "upload": slot})
    _call_answered(shared, "ticket", lambda x: x.answer(ticket))


def _call_answered(provider: Provider, step: str, fault: Fault) -> None:
    once = replace(IMPATIENT, again=IMPATIENT.again.new(total=0), connect=0.3)
    client = Client(provider.base_url, KEY, once)
    provider.silence()
    provider.misbehave(step, fault)
    with suppress(ProviderError):
        ANY_CALL[step](client)
    # Each call has a body of its own: a slow machine hears of one after the next has begun.
    bodies = [seen.body for seen in provider.seen if seen.step == "submit"]
    assert len(bodies) == len(set(bodies))

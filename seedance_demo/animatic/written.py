"""Writes a plan as a prompt: a numbered, timed line for each shot, directions before the action.

The form is that of Seedance's own guides: shots in order with their numbers and times, pictures by
their tags. A shot's own words stay as they are as far as they read as the plan has it; where they
do not, the fewest of them are replaced. Whether they do, the reader of prompts itself tells.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field, replace
from functools import partial
from itertools import product
from typing import Any

from .corrections import facts_of
from .phrases import phrases
from .plan import FPS, Plan, Shot
from .prompt.director import direct
from .wording import clauses_of, is_an_item, own_words, stretches, tidy, without_a_clause, words_of

_THINGS = tuple(phrases(Shot(0, 1, 0, "")))
_GAPS = 2  # words that say nothing among those that say one thing
_LONGEST_RUN = 4  # words that say one thing
_MOST_WORDS = 120  # of a shot that are tried one by one
_MOST_STEPS = 60
_IN_PLACE = ("framing", "camera", "light", "weather", "sounds", "music")
_OF_CAMERA = "moves", "pace", "framing_at_end", "slightly", "begins_on", "ends_on"
_Wrong = frozenset[tuple[int | None, str]]  # what reads otherwise: the place of the shot, the thing


def write(plan: Plan) -> str:
    """The plan as a prompt. Read again it comes to the same film, as far as words can say it; what
    they cannot, `corrections.differences` tells."""
    writer = _Writer(plan)
    draft = writer.fitted(writer.begun())
    for plain in (writer.plain_head, writer.plain_where_wrong, writer.plain):
        if writer.wrong(draft):
            plainer = writer.fitted(plain(draft))
            draft = min(draft, plainer, key=lambda each: len(writer.wrong(each)))
    return draft.text


@dataclass(frozen=True)
class _Line:
    """A shot: when it is, what is told of it, and words of its own."""

    time: str
    image: str
    words: str
    told: dict[str, str] = field(default_factory=dict)

    def text(self, number: int) -> str:
        enters, *others = (self.told.get(name, "") for name in _THINGS)
        told = ", ".join(filter(None, ((enters + self.image).rstrip(), *others)))
        return f"Shot {number} ({self.time}): {'. '.join(filter(None, (told, self.words)))}"


@dataclass(frozen=True)
class _Draft:
    """What speaks of all shots, and a line for each."""

    head: str
    lines: tuple[_Line, ...]

    @property
    def text(self) -> str:
        lines = (line.text(number) for number, line in enumerate(self.lines, 1))
        return "\n".join(filter(None, (self.head, *lines)))

    def with_line(self, place: int, **changes: Any) -> "_Draft":
        lines = list(self.lines)
        lines[place] = replace(lines[place], **changes)
        return replace(self, lines=tuple(lines))


class _Writer:
    """Makes drafts of one plan, and tells by the reader how near they come."""

    def __init__(self, plan: Plan) -> None:
        self._plan = plan
        self._places = range(len(plan.shots))
        self._phrases = [phrases(shot) for shot in plan.shots]

    def begun(self) -> _Draft:
        """Every shot in its own words."""
        plan = self._plan
        lines = tuple(
            _Line(
                time=f"{_time(shot.start)}-{_time(shot.end)}s",
                image=f"@Image{shot.image + 1}" if plan.pictures else "",
                words=own_words(shot.text, shot.image),
            )
            for shot in plan.shots
        )
        said = " ".join(" ".join(shot.text.split()) for shot in plan.shots)
        return _Draft("" if plan.head in said else plan.head, lines)

    def fitted(self, draft: _Draft) -> _Draft:
        """The draft with what makes it read more like the plan, step by step."""
        for _ in range(_MOST_STEPS):
            better = next(self._better(draft), None)
            if better is None:
                break
            draft = better
        return draft

    def wrong(self, draft: _Draft) -> _Wrong:
        """What does not read as the plan has it."""
        read = self._read(draft)
        if len(read.shots) != len(self._plan.shots):
            return frozenset((place, name) for place in self._places for name in _THINGS)
        silent = {(None, "silent")} if read.silent != self._plan.silent else set()
        pairs = ((at, _facts(read, at), _facts(self._plan, at)) for at in self._places)
        return frozenset(
            silent
            | {(at, name) for at, now, then in pairs for name in then if now[name] != then[name]}
        )

    def plain_head(self, draft: _Draft) -> _Draft:
        """Without the words for all shots that direct anything."""
        silent = replace(draft, lines=tuple(replace(s, words="", told={}) for s in draft.lines))
        head = self._neutral(draft.head, lambda words: replace(silent, head=words))
        return replace(draft, head=head)

    def plain_where_wrong(self, draft: _Draft) -> _Draft:
        """The same, and without such words in the shots that read wrong."""
        wrong = {place for place, _ in self.wrong(draft) if place is not None}
        return self._plain(self.plain_head(draft), wrong)

    def plain(self, draft: _Draft) -> _Draft:
        """The same in all shots."""
        return self._plain(self.plain_head(draft), self._places)

    def _plain(self, draft: _Draft, places: Iterable[int]) -> _Draft:
        for place in places:
            put = partial(draft.with_line, place, told={})
            words = self._neutral(draft.lines[place].words, lambda it: put(words=it))  # noqa: B023
            draft = draft.with_line(place, words=words)
        return draft

    def _neutral(self, text: str, put: Callable[[str], _Draft]) -> str:
        """The clauses of a text with which a draft reads as without any."""
        usual = self._facts(put(""))
        clauses = clauses_of(text)
        return tidy("".join(each for each in clauses if self._facts(put(each.strip())) == usual))

    def _better(self, draft: _Draft) -> Iterator[_Draft]:
        wrong = self.wrong(draft)
        for place, name in sorted(wrong, key=str):
            tries = self._unsilenced(draft) if place is None else self._tries(draft, place, name)
            for tried in tries:
                left = self.wrong(tried)
                if len(left) < len(wrong) and (place, name) not in left:
                    yield tried

    def _unsilenced(self, draft: _Draft) -> Iterator[_Draft]:
        """With silence told, or without the clause that tells of it."""
        if self._plan.silent:
            yield replace(draft, head=f"{draft.head} No sound.".lstrip())
        yield from (replace(draft, head=words) for words in without_a_clause(draft.head))
        for place, line in enumerate(draft.lines):
            yield from (draft.with_line(place, words=w) for w in without_a_clause(line.words))

    def _tries(self, draft: _Draft, place: int, name: str) -> Iterator[_Draft]:
        """One thing of a shot told besides, told in the place of what its words say of it, or only
        no longer said; with refusals of what comes with it in this shot and those after it."""
        for tried in self._said(draft, place, name):
            yield tried
            if (refusing := self._refusing(tried)) != tried:
                yield refusing

    def _said(self, draft: _Draft, place: int, name: str) -> Iterator[_Draft]:
        line, shot = draft.lines[place], self._plan.shots[place]
        silent = {key: said for key, said in line.told.items() if key != name}
        steady = phrases(
            replace(shot, looks_at_end=None)
        )  # the words may tell how the light goes on
        ways = dict.fromkeys((self._phrases[place].get(name, ""), steady.get(name, ""), ""))
        for phrase in ways:
            yield draft.with_line(place, told=silent | {name: phrase})
        text, runs = line.words, list(self._runs(draft, place, name))
        items = [run for run in runs if name in _IN_PLACE and is_an_item(text, *run)]
        for phrase, (start, end) in product(filter(None, ways), items):
            yield draft.with_line(
                place, words=tidy(text[:start] + phrase + text[end:]), told=silent
            )
        for phrase, (start, end) in product(ways, runs):
            told = silent | {name: phrase}
            yield draft.with_line(place, words=tidy(text[:start] + text[end:]), told=told)

    def _refusing(self, draft: _Draft) -> _Draft:
        """With refusals of what its shots would show or sound like against the plan."""
        read = self._read(draft).shots
        if len(read) != len(self._plan.shots):
            return draft
        for place, (now, then) in enumerate(zip(read, self._plan.shots, strict=True)):
            refused = {
                "light": [f"no {look}" for look in now.looks if look not in then.looks],
                "weather": [f"no {each}" for each in now.weather if each not in then.weather],
                "sounds": [f"no sound of {each}" for each in now.sounds if each not in then.sounds],
            }
            phrases = self._phrases[place]
            told = {
                name: ", ".join(filter(None, (phrases[name], *words)))
                for name, words in refused.items()
                if words
            }
            draft = draft.with_line(place, told=draft.lines[place].told | told)
        return draft

    def _runs(self, draft: _Draft, place: int, name: str) -> Iterator[tuple[int, int]]:
        """The stretches of a shot's words that may say this: from the first word without which it
        reads otherwise to the last, else those around each, the shortest first."""
        text = draft.lines[place].words
        words = words_of(text)[:_MOST_WORDS]
        now = self._facts_of(draft, place, name)
        cut = (draft.with_line(place, words=text[:a] + text[b:]) for a, b in words)
        counts = [self._facts_of(each, place, name) != now for each in cut]
        telling = [at for at, says in enumerate(counts) if says]
        if telling and telling[-1] - telling[0] < len(telling) + _GAPS:
            yield from stretches(text, words, telling[0], telling[-1])
        for length in range(1, _LONGEST_RUN + 1):
            for first in range(len(words) - length + 1):
                if any(counts[first : first + length]):
                    yield from stretches(text, words, first, first + length - 1)

    def _read(self, draft: _Draft) -> Plan:
        return direct.__wrapped__(draft.text, self._plan.seconds, self._plan.pictures)

    def _facts(self, draft: _Draft) -> list[dict[str, Any]]:
        read = self._read(draft)
        return [{"silent": read.silent}, *(_facts(read, at) for at in range(len(read.shots)))]

    def _facts_of(self, draft: _Draft, place: int, name: str) -> Any:
        facts = self._facts(draft)
        return facts[place + 1].get(name) if len(facts) == len(self._plan.shots) + 1 else None


def _facts(plan: Plan, place: int) -> dict[str, Any]:
    """What a line tells of a shot, by the names of its phrases; and where it begins."""
    facts, shot = facts_of(plan, place), plan.shots[place]
    facts["camera"] = [facts.pop(name) for name in _OF_CAMERA]
    facts["light"] = facts.pop("looks"), facts.pop("looks_at_end"), bool(shot.flashes)
    return facts | {"enters": shot.enters, "leaves": shot.leaves, "start": shot.start}


def _time(seconds: float) -> str:
    """The fewest digits that mean the same frame."""
    frame = round(seconds * FPS)
    texts = (f"{seconds:.{digits}f}" for digits in range(4))
    return next((text for text in texts if round(float(text) * FPS) == frame), f"{seconds:.3f}")

"""Brings the ways in which prompts are written into one form, before they are read."""

import re
from itertools import takewhile
from unicodedata import normalize

from .labels import describes, is_heading, with_usual_labels, with_voiced_lines
from .negation import REFUSING
from .rules import Rule, any_of

_QUOTED_WHOLE = re.compile(r"\A[“\"「『]([^“”\"「」『』]*)[”\"」』]\Z")
# What a label describes, in quotes as a whole.
_QUOTED_VALUE = re.compile(
    r"^(?P<label>[^\n:：“\"„«「」]{2,40})(?P<colon> ?[:：] ?)"
    r"[“\"„«「] ?(?P<words>[^“”\"„«»「」\n]+?) ?[”“\"»」](?P<rest>[ .,;。，；]*)$",
    re.MULTILINE,
)
# What a shot shows, in quotes behind its number; nobody says "I" in it, nor speaks to somebody.
_QUOTED_SHOT = any_of(
    Rule(
        r"^(?P<head>(?:scene|shot|clip|cut|场景|镜头|分镜) ?[0-9]{1,2}\b[^\n“”\"]{0,30}\s)"
        r"[“\"](?P<words>(?![^“”\"\n]*\b(?:i|we|you|me|us|my|our|your|let's)\b)"
        r"[^“”\"\n,]+,[^“”\"\n]{12,})[”\"]$",
        takes='Scene 1 (0-2s)\n"Dots appear and connect, soft glow, subtle push-in."',
        leaves='Scene 1 (0-2s)\n"When the rain is over, we go home to my mother."',
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
# A part of a form in quotes as a whole: it opens with its time, or with the number of its shot.
_A_TIME = r"[0-9]{1,2}(?::[0-9]{2}|(?:\.[0-9])? ?(?:s|secs?|seconds?|秒|초))"
_A_PART = (
    rf"(?= ?[\[【(（]?(?:(?:{_A_TIME}|[0-9]{{1,2}}) ?(?:[-–—~〜～至到]|to) ?{_A_TIME}"
    r"|(?:(?:shot|scene|clip|cut|分?镜头?|场景|画面|シーン|カット|ショット|장면|샷|컷"
    r"|escena|plano|sc[eè]ne|plan|cena|szene) ?#?[0-9一二三四五六七八九十]{1,2}"
    r"|第 ?[0-9一二三四五六七八九十]{1,2} ?[幕场个]?(?:镜头?|分镜)?"
    r") ?[\])】）:：|(（\[【,，–—-]))"
)
_QUOTED_PART = any_of(
    Rule(
        rf"^(?P<mark>(?:[-•*] ?|[0-9]{{1,2}}[.)] ?|[^\n:：\"“「『]{{2,24}}[:：] ?)?)"
        rf"(?:\"{_A_PART}(?P<a>[^\"]+)\""
        rf"|“{_A_PART}(?P<b>[^”]+)”|「{_A_PART}(?P<c>[^」]+)」|『{_A_PART}(?P<d>[^』]+)』)"
        r"(?=[ .,;。，；]*$)",
        takes='"[00:00-00:05] A gate.\nA rider."',
        leaves='"Meet me at 5."',
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
# Items of a list, each in quotes as a whole and too long for a line of speech.
_QUOTED_ITEM = any_of(
    Rule(
        r"^(?P<number>[1-9][.)]\s{0,3})[\"“](?P<words>(?=(?:[^\s\"”]+ ){7})[^\n\"”]+)[\"”] *$",
        takes='1.\n"Wide shot of barren land in the dust, red soil under the sun."',
        leaves='1.\n"We leave at dawn."',
    ),
    flags=re.MULTILINE,
)
# What is said or written, without quotes.
_UNQUOTED = any_of(
    Rule(
        r"(?P<label>(?:^|(?<=[\s.。;；]))(?:(?:dialogue|dialog|voice-?over|caption|subtitle|says"
        r"|말합니다|말한다|외칩니다|외친다|속삭입니다|속삭인다"
        r"|(?:on[ -]screen )?text(?: on screen| overlays?)?|title card|(?:口型[与和及、/]?)?字幕"
        r"|(?:台词|对白|旁白)[0-9]?(?:[（(][^）)\n]{0,12}[）)])?) ?[:：] ?"
        r"|[\[【](?:台词|对白)[\]】] ?[:：]? ?)"
        r"|(?<=[一-鿿])(?:[说喊问答道念]一句|[说喊问答]道?) ?[:：] ?)"
        r"(?P<line>(?! ?(?:no\b|none|n/a|无|没有|不))"
        r"(?:[^\n“”\"「」『』{}'‘<]|(?<=[a-z])'(?=[a-z])){2,160}?)"
        r"(?=[\n。]|$|\.(?:\s|$)|(?<=[?!？！]))",
        takes="Dialogue: Who goes there?",
        leaves="Dialogue: none",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
# A refusing label with its list: on the same line, on the next, or as bullets below.
_REFUSALS = any_of(
    Rule(
        rf"(?:^|(?<=[.;。；] )|(?<=[。；]))[\[【(（]?(?P<label>{REFUSING})"
        r"(?:[\]】)）] ?[:：]?|[:：]| ?(?=\n))\s*(?P<list>[^\n]+(?:\n[-•*·][^\n]+)*)",
        takes="A pier.\nNegative prompt:\n- text\n- logos",
        leaves="A pier, negative space, no text",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
# A heading of a document, with what it heads on the next line.
_HEADING = any_of(
    Rule(
        r"^#{1,6} ?(?P<label>[^\n:：]{2,40}?) ?[:：]?\n(?![#-])",
        takes="## Camera\nhandheld",
        leaves="Camera\nhandheld",
    ),
    flags=re.MULTILINE,
)
# Who says what, line by line under a heading of its own.
_SPOKEN_LINES = any_of(
    Rule(
        r"^(?P<head>[\[【]?(?:dialogues?|dialog|di[aá]logos?|对话|对白|台词|セリフ"
        r"|대사)[\]】]?) ?[:：]?\n"
        r"(?P<lines>(?:[-•* ]*[^\n:：“\"「{]{1,16}[:：] ?[^\n]+(?:\n|$))+)",
        takes="对话\n小明：你好\n小红：你来了",
        leaves="动作\n小明：挥手\n小红：转身",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
# Who says what, and how, line after line: no quotes, and no heading but the names.
_SCRIPT = any_of(
    Rule(
        r"(?:^[-•* ]*(?:[A-Z][\w'-]*(?: [A-Z0-9][\w'-]*){0,2}|[一-鿿]{1,6})"
        r"(?: ?[(（][^()（）\n]{1,24}[)）])? ?[:：] ?[^\n“”\"「{«„:：]{2,160}(?:\n|$))+",
        takes="Anna (whispering): I will never go back.\nTom: You must.",
        leaves="Anna (whispering) will never go back.\nTom must.",
    ),
    flags=re.MULTILINE,
)
_NAME = re.compile(r" ?[(（]")
# ... in a manner: no age and no importance.
_MANNER = re.compile(
    r"^[^\n:：(（]+[(（][^()（）\n]*(?:(?:ing|ly|ed|ando|endo|iendo)\b|sad|angr|calm|smil|laugh"
    r"|cr(?:y|ies)|nods?|sighs?|voice|v\.?o\b|o\.?s\b|[声笑哭吼喊怒泣喘叹低嘶哽冷惊急颤挣柔])[^\n:：]*[:：]",
    re.IGNORECASE | re.MULTILINE,
)
# Words that are said to somebody.
_ADDRESSED = any_of(
    Rule(
        r"[!?！？…]|[你我您咱]|\b(?:i|you|we|me|my|your|us|let's|i'm|don't)\b",
        takes="You must.",
        leaves="A tall woman in red.",
    ),
    flags=re.IGNORECASE,
)
# What is written on the picture, line by line with its time under a heading of its own.
_WRITTEN_LINES = any_of(
    Rule(
        r"^(?P<head>[\[【(]?(?:(?:secuencia|séquence|sequenza|sequência|sequence) (?:de|di|of) )?"
        r"(?:(?:on[- ]?screen |overlay )?texts?(?: overlays?| on[- ]?screen)?"
        r"|overlays?|captions?|subtitles?|titles?|字幕|文字|屏幕文字|テロップ|テキスト|자막|텍스트"
        r"|textos?(?: en pantalla| na tela)?|textes?(?: à l'écran)?|texteinblendungen)[\]】)]?)"
        r" ?[:：]?\n(?P<lines>(?:[^\w\n]*[0-9][^\n]*(?:\n|$))+)",
        takes="On-screen text:\n0-2s: Start slow\n2-4s: Run",
        leaves="Shots:\n0-2s: a pier\n2-4s: a boat",
    ),
    flags=re.IGNORECASE | re.MULTILINE,
)
_WRITTEN_LINE = re.compile(
    r"^([^\w\n]*[0-9][0-9:.,]*(?: ?(?:s|sec|秒|초))?(?: ?[-–—~] ?[0-9][0-9:.,]*)?"
    r" ?(?:seconds?|secs?|s|秒|초)?[\])】]?) ?[:：|–—-]? ?(.{1,160})$"
)
_SPOKEN_LINE = re.compile(r"^([-•* ]*[^\n:：]{1,48}[:：] ?)([^\n“\"「{«„]{2,200})$")
_QUOTES = " \"'“”‘’「」『』"
_SCREENPLAY = any_of(
    Rule(r"^(?:INT|EXT)[./ ]", takes="INT. KITCHEN - NIGHT", leaves="interior of a kitchen"),
    flags=re.MULTILINE,
)
_SPEECH_OF_A_SCREENPLAY = any_of(
    Rule(
        r"^(?!INT|EXT|FADE|CUT)(?P<who>[A-Z][A-Z .'-]{1,24})\n(?:\([^()\n]{0,60}\)\n)?"
        r"(?P<line>[^\n“\"{]{2,200})$",
        takes="ANNA\n(whispering)\nDid you hear that?",
        leaves="Anna\nDid you hear that?",
    ),
    flags=re.MULTILINE,
)


_STYLED = re.compile("[\U0001d400-\U0001d7ff\ufb00-\ufb06]+")


def _in_usual_letters(prompt: str) -> str:
    """Letters and their accents as one, as not all systems copy them; the letters that make posts
    bold, and ligatures, as what they stand for; no marks of where a word may be broken."""
    whole = normalize("NFC", prompt.replace("\u00ad", ""))
    numbered = re.sub("[①-⑨]", lambda match: f"{normalize('NFKC', match[0])}) ", whole)
    return _STYLED.sub(lambda match: normalize("NFKC", match[0]), numbered)


def normalised(prompt: str) -> str:
    """The prompt with single spaces and no empty lines, without quotes around the whole, with what
    is refused in one line and what is said in quotes."""
    prompt = _in_usual_letters(prompt.replace("\\n", "\n"))  # as a program has it
    text = re.sub(r"[^\S\n]+", " ", prompt.replace("\r", "\n").replace("**", ""))
    text = re.sub(r" ?\n[ \n]*", "\n", text).strip()
    text = with_usual_labels(_QUOTED_WHOLE.sub(r"\1", text))
    if len(_QUOTED_SHOT.findall(text)) > 1:
        text = _QUOTED_SHOT.sub(r"\g<head>\g<words>", text)
    if len(_QUOTED_ITEM.findall(text)) > 1:
        text = _QUOTED_ITEM.sub(r"\g<number>\g<words>", text)
    text = _QUOTED_PART.sub(r"\g<mark>\g<a>\g<b>\g<c>\g<d>", text)
    text = _QUOTED_VALUE.sub(_without_quotes, text)
    text = re.sub(r"(?<=[a-z]{3})\.(?=[A-Z][a-z]+ )", ". ", text)  # as pasted line by line
    text = _HEADING.sub(r"\g<label>: ", text)
    if _SCREENPLAY.search(text):
        text = _SPEECH_OF_A_SCREENPLAY.sub(r"\g<who>: “\g<line>”", text)
    text = _REFUSALS.sub(_in_one_line, text)
    text = _SPOKEN_LINES.sub(_in_quotes, text)
    text = _SCRIPT.sub(_as_script, text)
    text = _WRITTEN_LINES.sub(_as_captions, text)
    text = with_voiced_lines(_UNQUOTED.sub(r"\g<label>“\g<line>”", text))
    text = re.sub(r"(?<=[一-鿿]) (?=[0-9])|(?<=[0-9]) (?=[一-鿿])", "", text)
    return re.sub(r"(?<=[0-9])。(?=[0-9])", "。 ", text)  # no decimal point


def _without_quotes(match: re.Match[str]) -> str:
    """What a label describes is read; whoever speaks behind one keeps the quotes."""
    label, colon, words, rest = match.groups()
    return f"{label}{colon}{words}{rest}" if describes(label) else match[0]


def _in_quotes(match: re.Match[str]) -> str:
    """The lines under a heading of speech, up to one that heads something else."""
    lines = match["lines"].split("\n")
    for number, line in enumerate(lines):
        if is_heading(_who(line)):
            break
        lines[number] = _SPOKEN_LINE.sub(r"\1“\2”", line)
    return "\n".join((match["head"], *lines))


def _as_script(match: re.Match[str]) -> str:
    """Its lines in quotes, up to one that heads something else, if somebody says them in a manner
    and most are said to somebody. A single line tells so only of a name that is met elsewhere."""
    lines = match[0].split("\n")
    spoken = list(takewhile(lambda line: line and not is_heading(_who(line)), lines))
    said = sum(bool(_ADDRESSED.search(line, len(_who(line)))) for line in spoken)
    met = len(spoken) > 1 or match.string.count(_NAME.split(_who(match[0]))[0]) > 1
    if not (met and said * 2 > len(spoken) and _MANNER.search("\n".join(spoken))):
        return match[0]
    quoted = (_SPOKEN_LINE.sub(r"\1“\2”", line) for line in spoken)
    return "\n".join((*quoted, *lines[len(spoken) :]))


def _who(line: str) -> str:
    return re.split("[:：]", line)[0]


def _as_captions(match: re.Match[str]) -> str:
    lines = (_WRITTEN_LINE.sub(_as_caption, line) for line in match["lines"].split("\n"))
    return "\n".join((f"{match['head']}:", *lines))


def _as_caption(match: re.Match[str]) -> str:
    return f"{match[1]}: subtitle: “{match[2].strip(_QUOTES)}”"


def _in_one_line(match: re.Match[str]) -> str:
    items = (item.strip(" -•*·") for item in match["list"].split("\n"))
    return f"{match['label']}: {', '.join(items)}"

"""The holding statement: what can be said within the hour, in the body's own name, before anything is verified."""

from __future__ import annotations

from datetime import UTC, datetime, tzinfo

from huiying.core.statement.content import Content, Sentence, SentenceKind
from huiying.core.statement.stages import Stage
from huiying.core.types import Refusal

# Names of months are written out so that the text does not depend on the machine's locale.
_MONTHS = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def holding(lang: str, *, body: str, seen: str, next_update_at: datetime, zone: tzinfo) -> Content:
    """A statement of stage S0 in "zh" or "en".

    `seen` names what people report ("a smell in the tap water", "自来水异味"); `next_update_at` is aware and shown in `zone`. The gates of
    checks.py still apply: `seen` may bring in words that they stop.
    """
    if not body.strip() or not seen.strip():
        raise Refusal("A holding statement needs the body's name and what was seen.")
    when = next_update_at.astimezone(zone)
    if lang == "zh":
        title = f"{body}关于{seen}的情况说明"
        at = f"{when.month}月{when.day}日{when.hour}时{when.minute:02d}分"
        texts = (f"{body}已注意到有关{seen}的反映。", "我们正在核实情况。", f"我们将于{at}前在这里再次发布消息。")
    elif lang == "en":
        title = f"{body}: {seen}"
        at = f"{when:%H:%M} on {when.day} {_MONTHS[when.month - 1]} {when.year}"
        texts = (f"{body} has seen reports of {seen}.", "We are checking what has happened.", f"You will hear from us again here by {at}.")
    else:
        raise Refusal('There is no holding statement in "%(lang)s" yet. Choose Chinese or English.', lang=lang)
    kinds = (SentenceKind.DOING, SentenceKind.DOING, SentenceKind.NEXT)
    return Content(
        stage=Stage.S0,
        lang=lang,
        title=title,
        sentences=tuple(Sentence(kind, text) for kind, text in zip(kinds, texts, strict=True)),
        next_update_at=next_update_at.astimezone(UTC).isoformat(timespec="seconds"),
    )

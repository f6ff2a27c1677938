"""Concerns in the case room."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.core.case.concerns import IN_PUBLIC, Disposition
from huiying.core.case.presets import CONCERN
from huiying.store.models import Case, Concern, Item
from huiying.store.standing import spoke
from huiying.web import words
from huiying.web.forms import Field, Offers, options, reason
from huiying.web.offers import possible
from huiying.web.owing import held
from huiying.web.room.cards import Card, Reader, facts, mark, over, waits_for


def card(row: Concern, case: Case, reader: Reader) -> Card:
    """One concern with what became of it."""
    running = None
    if row.state != "disposed":
        running = held(CONCERN, case, row.added_at, row.due_at, reader.now, _("from when it was written down"), reader.desk)
    return Card(
        anchor=f"concern-{row.pk}",
        title=_("Concern %(number)s: %(kind)s") % {"number": row.pk, "kind": words.word(words.CONCERN_KINDS, row.kind)},
        machine="concern",
        state=row.state,
        text=row.text,
        facts=facts(
            (_("What became of it"), words.word(words.DISPOSITIONS, row.disposition) if row.disposition else ""),
            (_("Answer"), row.answer),
            (_("Referred to"), row.referred_to),
        ),
        marks=mark(_("written down"), row.added_by, row.added_at) + mark(_("answered"), row.disposed_by, row.disposed_at),
        limit=running,
        offers=_offers(row, case, reader),
    )


def _offers(row: Concern, case: Case, reader: Reader) -> Offers:
    offers, can, at = reader.offers(), possible("concern", row.state), [row.pk]
    if "dispose" in can and not reader.may("concern.dispose"):
        offers.note(waits_for("concern.dispose"))
    elif "dispose" in can:
        public = spoke(case)
        ends = [one.value for one in Disposition if one is not Disposition.UNDER_INVESTIGATION and (public or one not in IN_PUBLIC)]
        help = "" if public else _("Explained and corrected can be chosen once a statement of this case is public.")
        offers.act(
            reverse("concern_dispose", args=at),
            _("Say what became of it"),
            Field(
                "disposition",
                _("What became of it"),
                "select",
                options=tuple((e, words.word(words.DISPOSITIONS, e)) for e in ends),
                help=help,
            ),
            Field("answer", _("In words that whoever raised it can read; not adopting needs its reason"), "textarea"),
            Field("referred_to", _("Office that it was referred to"), required=False),
            style="",
        )
        if "investigate" in can:
            note = _("It stays open until there is a result.")
            offers.act(
                reverse("concern_investigate", args=at), _("It is being looked into"), reason(_("By whom, and until when")), note=note
            )
    if "reopen" in can and reader.may("concern.add") and not over(case):
        offers.act(reverse("concern_reopen", args=at), _("Open it again"), reason(_("Why the answer does not hold")))
    return offers


def adding(case: Case, reader: Reader, items: list[Item]) -> Offers:
    """Write a concern down."""
    offers = reader.offers()
    if over(case):
        offers.note(_("This case is over. Reopen it before a new concern is written down."))
    elif reader.may("concern.add"):
        linked = (("", _("none")), *((str(item.pk), f"{item.source.name}: {item.title or item.text[:60]}"[:120]) for item in items))
        offers.act(
            reverse("case_concern", args=[case.pk]),
            _("Write down a concern"),
            Field("kind", _("What it is"), "select", "question", options(words.CONCERN_KINDS)),
            Field(
                "text",
                _("What is asked, complained of or suggested"),
                "textarea",
                help=_("Names and numbers of private people are masked."),
            ),
            Field("item", _("Item of this case"), "select", "", linked, required=False),
        )
    return offers

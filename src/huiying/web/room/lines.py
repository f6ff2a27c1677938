"""The line to take (口径) in the case room, with its versions."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.store.models import Case, LineToTake
from huiying.web.forms import Field, Offers, reason
from huiying.web.offers import possible
from huiying.web.room.cards import Card, Reader, facts, mark, waits_for


def written(figures: list[dict[str, str]]) -> str:
    """Figures as they are typed: one a line."""
    return "\n".join(f"{one['name']} = {one['value']} {one.get('unit', '')}".strip() for one in figures)


def card(row: LineToTake, case: Case, reader: Reader) -> Card:
    """One version."""
    offers, can, at = reader.offers(), possible("line", row.state), [row.pk]
    if "agree" in can and not reader.may("statement.approve"):
        offers.note(waits_for("statement.approve"))
    elif "agree" in can:
        if row.proposed_by_id == reader.member.pk:
            offers.note(_("You have proposed it. Somebody else must agree."))
        else:
            offers.act(reverse("line_agree", args=at), _("Agree: this is the line"), style="", fold=False)
        offers.act(reverse("line_return", args=at), _("Send the line back"), reason(), style="grave")
    return Card(
        anchor=f"line-{row.pk}",
        title=_("Version %(number)s") % {"number": row.version},
        machine="line",
        state=row.state,
        text=row.wording,
        facts=facts((_("Figures"), written(row.figures)), (_("Reason"), row.reason)),
        marks=mark(_("proposed"), row.proposed_by, row.proposed_at) + mark(_("agreed"), row.agreed_by, row.agreed_at),
        offers=offers,
    )


def adding(case: Case, reader: Reader) -> Offers:
    """Propose the next version, beginning from the one in force."""
    offers = reader.offers()
    if reader.may("statement.write"):
        now = next((row for row in case.lines.all() if row.state == "in_force"), None)
        offers.act(
            reverse("case_line", args=[case.pk]),
            _("Propose the next version of the line") if now else _("Propose a line to take"),
            Field("wording", _("The wording that everybody keeps to"), "textarea", now.wording if now else ""),
            Field(
                "figures",
                _("Figures, one a line"),
                "textarea",
                written(now.figures) if now else "",
                required=False,
                help=_('What is counted, its value and unit, as in "taken to hospital = 12 people".'),
            ),
        )
    return offers

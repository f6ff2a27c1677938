"""Level, lead department, emergency response, clocks, and the report to superiors."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.store.models import Case
from huiying.store.standing import CLOCKS
from huiying.web import words
from huiying.web.forms import Field, Offers, departments, options, reason
from huiying.web.offers import possible
from huiying.web.room.cards import Reader, facts, over
from huiying.web.zone import desk_zone

NUMERALS = {"blue": "Ⅳ", "yellow": "Ⅲ", "orange": "Ⅱ", "red": "Ⅰ"}
CLOCK_WORDS = {
    "event_known": words.N("When we knew"),
    "first_public": words.N("When it was first public"),
    "detected": words.N("When it was detected"),
    "told_by_superior": words.N("When a superior told us"),
}


def state(case: Case) -> tuple[tuple[str, str], ...]:
    """How the response stands, in labelled words."""
    zone = desk_zone()
    told = {name: getattr(case, column) for name, column in CLOCKS.items()}
    active = case.response == "active"
    level = f"{NUMERALS.get(case.response_level, '')} {words.word(words.LEVELS, case.response_level)}".strip()
    up = f"{case.reported_up_at.astimezone(zone):%Y-%m-%d %H:%M} {case.reported_to}".strip() if case.reported_up_at else _("not yet")
    return facts(
        (_("Emergency response"), _("active, level %(level)s") % {"level": level} if active else words.state("response", case.response)),
        (_("Leading group"), case.leading_group if active else ""),
        (_("Reported to superiors"), up),
        *((words.word(CLOCK_WORDS, name), f"{at.astimezone(zone):%Y-%m-%d %H:%M}" if at else "") for name, at in told.items()),
    )


def assessment(case: Case, _typed: object = None) -> tuple[Field, ...]:
    """Level and lead department as they stand now."""
    lead = str(case.department_id or "")
    return (
        Field("level", _("Response level"), "select", case.level, options(words.LEVELS)),
        Field("department", _("Lead department"), "select", lead, departments(_("not decided yet")), required=False),
    )


def offers(case: Case, reader: Reader) -> Offers:
    """Assess, activate, stand down, correct a clock; and report up, which nobody can stop."""
    found, at, assesses = reader.offers(), [case.pk], reader.may("case.assess")
    if assesses and "assess" in possible("case", case.state):
        label = _("Assess: level and lead department") if case.state == "triage" else _("Change level or lead department")
        style = "" if case.state == "triage" else "second"
        found.act(reverse("case_assess", args=at), label, *assessment(case), button=_("Save the assessment"), style=style, overwrites=True)
    elif case.state == "triage":
        found.note(_("It waits for the duty lead to assess it."))
    label = _("Report to superiors") if case.reported_up_at is None else _("Report to superiors again")
    told = Field("note", _("What superiors are told"), "textarea", required=False)
    to = Field("to", _("To whom"), value=case.reported_to, required=False, help=_("The office, not a person's name."))
    note = _("Every member of staff may do this at any time. Nobody can stop it.")
    found.act(reverse("case_report_up", args=at), label, told, to, note=note)
    if assesses and not over(case):
        _responding(found, case)
    elif assesses and "stand_down" in possible("response", case.response):
        found.act(reverse("case_stand_down", args=at), _("Stand the response down"), reason())
    if assesses:
        fields = [Field(name, words.word(CLOCK_WORDS, name), "time", required=False) for name in CLOCKS]
        why = reason(_("How the time became known"))
        note = _("A clock can only be found to have begun earlier. None is ever set back.")
        found.act(reverse("case_clocks", args=at), _("Enter or correct a clock"), *fields, why, note=note)
    return found


def _responding(found: Offers, case: Case) -> None:
    at, active = [case.pk], case.response == "active"
    levels = tuple((key, f"{NUMERALS[key]} {words.word(words.LEVELS, key)}") for key in NUMERALS)
    label = _("Adjust the response: level and leading group") if active else _("Activate the emergency response")
    found.act(
        reverse("case_activate", args=at),
        label,
        Field("level", _("Level of the response"), "select", case.response_level or case.level, levels),
        Field("leading_group", _("Leading group: who leads, and which offices belong to it"), value=case.leading_group),
    )
    if active:
        found.act(reverse("case_stand_down", args=at), _("Stand the response down"), reason(_("Why the danger is over")))

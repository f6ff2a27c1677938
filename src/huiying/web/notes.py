"""Sealed notes as the page of a case shows them: that they exist, who may read them, and what this member can do."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import QueryDict
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions import sealed as acts
from huiying.core.case.sight import DEPARTMENTAL
from huiying.core.roles import GRANTS, Role
from huiying.store.models import Case, Member, SealedNote
from huiying.store.sight import visible
from huiying.web import words
from huiying.web.forms import Offers, Tried, reason

SUBJECTS: dict[str, str] = {
    "informant": words.N("somebody who told us in confidence"),
    "health": words.N("health"),
    "family": words.N("family"),
    "other": words.N("something else"),
}
CONTACT = {"contact": words.N("how somebody of the public can be reached")}


@dataclass(frozen=True)
class Note:
    """A sealed note from outside: what it is about, who may read it, and what this member can do."""

    row: SealedNote
    about: str
    readers: str
    mine: bool
    offers: Offers


def of_case(row: Case, member: Member, tried: Tried | None = None) -> dict[str, object]:
    """What the case's page shows: the notes, and the form for a new one."""
    found = visible(member, SealedNote.objects.filter(case=row)).select_related("made_by").prefetch_related("readers").order_by("id")
    roles = [role for role in Role if "sealed.read" in GRANTS[role] and role not in DEPARTMENTAL]
    people = [one for one in Member.objects.filter(is_active=True).order_by("username") if one.may("sealed.read") and one != member]
    typed = tried.typed if tried and tried.url == reverse("note_seal", args=[row.pk]) else QueryDict()
    return {
        "notes": [_shown(note, member, tried) for note in found],
        "note_seals": member.may("sealed.write"),
        "note_typed": typed,
        "note_subjects": [(key, words.word(SUBJECTS, key), typed.get("subject") == key) for key in SUBJECTS],
        "note_roles": [(role.value, words.word(words.ROLES, role), role.value in typed.getlist("roles")) for role in roles],
        "note_people": [(str(one.pk), one.name, str(one.pk) in typed.getlist("readers")) for one in people],
    }


def _shown(note: SealedNote, member: Member, tried: Tried | None) -> Note:
    offers = Offers(tried)
    if note.erased_at is None and member.may("sealed.erase"):
        said = _("Its key is destroyed and nobody can read it again. The receipt stays on the record.")
        offers.act(
            reverse("note_erase", args=[note.pk]),
            _("Erase this note"),
            reason(_("The law or the request it follows")),
            note=said,
            style="grave",
        )
    names = [words.word(words.ROLES, role) for role in note.roles] + [one.name for one in note.readers.all()]
    mine = note.erased_at is None and acts.may_read(member, note)
    return Note(note, words.word({**SUBJECTS, **CONTACT}, note.subject), _(", ").join(names), mine, offers)

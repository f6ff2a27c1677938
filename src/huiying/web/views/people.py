"""The people of the desk: who they are, what they may do, and how they get in. Every change stands on the record."""

from __future__ import annotations

import secrets
from dataclasses import dataclass
from datetime import date

from django.conf import settings
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying import clock
from huiying.actions import desk as desk_acts
from huiying.actions import factor as factor_acts
from huiying.actions import identity as identity_acts
from huiying.actions import member as acts
from huiying.actions import token as token_acts
from huiying.core.roles import GRANTS, Role, permissions_of
from huiying.core.types import Refusal
from huiying.store.models import Desk, Factor, Identity, Member, Token
from huiying.store.second_factor import STRONG
from huiying.web import words
from huiying.web.acting import acting, actor_of, refuse, typed_in, with_reason
from huiying.web.forms import Field, Offers, Tried, departments, read_department, reason
from huiying.web.permission import needs
from huiying.web.shown import once_shown
from huiying.web.signing import provider_name


@dataclass(frozen=True)
class Person:
    """One member with how they sign in."""

    member: Member
    factor: bool
    must: bool
    linked: bool


@needs("user.manage")
def people(request: HttpRequest) -> HttpResponse:
    """Everybody, those who left last."""
    return list_page(request)


def list_page(
    request: HttpRequest, row: object = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The list, with what was typed where adding somebody was refused."""
    desk, rows = Desk.objects.first(), Member.objects.select_related("department").order_by("-is_active", "username")
    armed = set(Factor.objects.filter(kind__in=STRONG).values_list("member_id", flat=True))
    linked = set(Identity.objects.values_list("member_id", flat=True)) if settings.OIDC else set()
    needing = set(desk.second_factor) if desk else set()
    typed = tried.typed if tried else QueryDict()
    context = {
        "people": [Person(one, one.pk in armed, bool(needing & set(one.roles)), one.pk in linked) for one in rows],
        "roles": _roles(typed.getlist("roles")),
        "departments": departments(_("none")),
        "typed": typed,
        "second_roles": _roles(desk.second_factor if desk else []),
        "second_from": desk.second_factor_from if desk else None,
        "refusal": refusal,
    }
    return render(request, "desk/people.html", context, status=status)


def _roles(chosen: list[str]) -> list[tuple[str, str, bool]]:
    return [(role.value, words.word(words.ROLES, role), role.value in chosen) for role in Role]


@needs("user.manage")
def person(request: HttpRequest, pk: int) -> HttpResponse:
    """One member."""
    return page(request, get_object_or_404(Member, pk=pk))


def page(request: HttpRequest, row: Member, *, refusal: str = "", tried: Tried | None = None, status: int = 200) -> HttpResponse:
    """One member, with what was typed where an act was refused."""
    offers, at, own = Offers(tried), [row.pk], row.pk == getattr(request.user, "pk", None)
    if own:
        offers.note(_("This is you. Nobody changes their own account here: another administrator can, or the operator of the machine."))
    elif row.is_active:
        said = _("The old password holds until the member has chosen a new one. The code works once and for one day.")
        offers.act(reverse("person_reset", args=at), _("One-time code for a new password"), reason(), note=said, button=_("Make a code"))
        if Factor.objects.filter(member=row).exists():
            said = _("Only when every device and every code is lost. The member can then sign in with the password alone.")
            offers.act(reverse("person_factors", args=at), _("Take the second factors away"), reason(), note=said, style="grave")
        _identity(offers, row)
        said = _("Sessions and keys end at once. What the member did stays on the record.")
        offers.act(reverse("person_close", args=at), _("Close the account"), reason(), note=said, style="grave")
    else:
        offers.act(reverse("person_reopen", args=at), _("Open the account again"), reason())
    may = permissions_of(row.role_set) - {"public"}
    context = {
        "person": row,
        "own": own,
        "factors": Factor.objects.filter(member=row, kind__in=STRONG).order_by("id"),
        "roles": _roles(tried.typed.getlist("roles") if tried and tried.url.endswith("/roles/") else row.roles),
        "departments": departments(_("none")),
        "department": str(row.department_id or ""),
        "changed": Field("reason", value=tried.typed.get("reason", "") if tried else ""),
        "grants": [(role.value, words.word(words.ROLES, role), sorted(GRANTS[role])) for role in Role if role.value in row.roles],
        "may": sorted((name, words.permission(name)) for name in may),
        "tokens": Token.objects.filter(member=row, ended_at=None).order_by("id"),
        "identity": Identity.objects.filter(member=row).first() if settings.OIDC else None,
        "provider": provider_name(),
        "offers": offers,
        "refusal": refusal,
    }
    return render(request, "desk/person.html", context, status=status)


def _identity(offers: Offers, row: Member) -> None:
    """What may be done about signing in by the identity provider."""
    linked, at = Identity.objects.filter(member=row).exists(), [row.pk]
    if settings.OIDC:
        names = {"provider": provider_name(), "claim": settings.OIDC.claim}
        said = _("Whoever %(provider)s calls so can sign in as this member. Only a hash of it is kept.") % names
        if linked:
            said += " " + _("It takes the place of the present link, and the member's sessions end.")
        label, help = _("The claim %(claim)s of the person at %(provider)s") % names, _("Exactly as the provider writes it.")
        field = Field("subject", label, help=help)
        offers.act(reverse("person_link", args=at), _("Link to %(provider)s") % names, field, reason(), note=said, button=_("Link"))
    if linked:
        said = _("The member can then no longer sign in by the identity provider, and their sessions end.")
        offers.act(reverse("person_unlink", args=at), _("Take the link away"), reason(), note=said, style="grave")


@needs("user.manage")
def add(request: HttpRequest) -> HttpResponse:
    """Somebody new: they choose their own password with a one-time code, so that nobody else ever knows it."""
    if request.method != "POST":
        return HttpResponseRedirect(reverse("people"))
    typed = typed_in(request)
    try:
        row = desk_acts.add_member(
            actor_of(request),
            username=typed.get("username", "").strip(),
            name=typed.get("name", "").strip(),
            roles=typed.getlist("roles"),
            department=read_department(typed),
            password=secrets.token_urlsafe(32),
            now=clock.now(),
        )
        code = acts.reset_password(actor_of(request), row, reason=_("A new account"), now=clock.now())
    except Refusal as refused:
        return refuse(request, None, refused, list_page)
    return _code_page(request, row, code)


@needs("user.manage")
def reset(request: HttpRequest, pk: int) -> HttpResponse:
    """A one-time code, shown once."""
    row = get_object_or_404(Member, pk=pk)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("person", args=[pk]))
    try:
        code = acts.reset_password(actor_of(request), row, **with_reason(typed_in(request)), now=clock.now())
    except Refusal as refused:
        return refuse(request, row, refused, page)
    return _code_page(request, row, code)


def _code_page(request: HttpRequest, row: Member, code: str) -> HttpResponse:
    said = _("Tell %(name)s in person or by telephone. With it they choose a password at %(address)s, within one day.") % {
        "name": row.name,
        "address": request.build_absolute_uri(reverse("sign_in_reset")),
    }
    return once_shown(request, _("One-time code for %(name)s") % {"name": row.username}, said, [code], reverse("person", args=[row.pk]))


@needs("user.manage")
def issue_key(request: HttpRequest, pk: int) -> HttpResponse:
    """A key for the programming interface, shown once."""
    row = get_object_or_404(Member, pk=pk)
    if request.method != "POST":
        return HttpResponseRedirect(reverse("person", args=[pk]))
    typed = typed_in(request)
    days = typed.get("days", "").strip()
    try:
        if days and not (days.isascii() and days.isdigit() and len(days) < 5):
            raise Refusal("A key lasts 1 to %(most)d days.", most=token_acts.LONGEST_DAYS)
        scopes, lasting = typed.getlist("scopes"), int(days) if days else None
        key = token_acts.issue_token(actor_of(request), row, name=typed.get("name", ""), scopes=scopes, days=lasting, now=clock.now())
    except Refusal as refused:
        return refuse(request, row, refused, page)
    said = _("It is kept as a hash only and cannot be shown again. Programs send it in the header Authorization: Bearer.")
    return once_shown(request, _("Key for %(name)s") % {"name": row.username}, said, [key], reverse("person", args=[row.pk]))


def _here(row: Member, _result: object) -> str:
    return reverse("person", args=[row.pk])


def _list(_row: object, _result: object) -> str:
    return reverse("people")


def _change(typed: QueryDict) -> dict[str, object]:
    return {"roles": typed.getlist("roles"), "department": read_department(typed), **with_reason(typed)}


def _second(typed: QueryDict) -> dict[str, object]:
    text = typed.get("since", "").strip()
    try:
        since = date.fromisoformat(text) if text else None
    except ValueError as error:
        raise Refusal('"%(text)s" is not a day. Write one like 2026-07-01.', text=text[:40]) from error
    return {"roles": typed.getlist("roles"), "since": since}


def _token_page(request: HttpRequest, row: Token, **more: object) -> HttpResponse:
    return page(request, row.member, **more)  # type: ignore[arg-type]


def _of_token(row: Token, _result: object) -> str:
    return reverse("person", args=[row.member_id])


change = acting(acts.change_member, Member, page=page, address=_here, read=_change, done=words.N("The roles are changed."))
close = acting(acts.close_account, Member, page=page, address=_here, read=with_reason, done=words.N("The account is closed."))
reopen = acting(acts.reopen_account, Member, page=page, address=_here, read=with_reason, done=words.N("The account is open again."))
drop_factors = acting(
    factor_acts.drop_factors, Member, page=page, address=_here, read=with_reason, done=words.N("The second factors are taken away.")
)
link = acting(
    identity_acts.link_identity,
    Member,
    page=page,
    address=_here,
    read=lambda typed: {"subject": typed.get("subject", ""), **with_reason(typed)},
    done=words.N("The member is linked and can sign in by the identity provider."),
)
unlink = acting(identity_acts.unlink_identity, Member, page=page, address=_here, read=with_reason, done=words.N("The link is taken away."))
end_key = acting(token_acts.end_token, Token, page=_token_page, address=_of_token, done=words.N("The key has ended."))
second_factor = acting(
    acts.set_second_factor, None, page=list_page, address=_list, read=_second, done=words.N("Who needs a second factor is set.")
)

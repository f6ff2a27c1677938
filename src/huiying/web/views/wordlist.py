"""The desk's own lists of words that mean the same."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from huiying.actions import wordlist as acts
from huiying.actions.place import split_names
from huiying.store.models import WordList
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Act, Field, Offers, Tried
from huiying.web.permission import needs


@needs("desk.view")
def word_lists(request: HttpRequest) -> HttpResponse:
    """Every list."""
    return list_page(request)


def list_page(
    request: HttpRequest, row: WordList | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The lists with the watches that use them, and the forms to change them and to make one."""
    manages = request.user.may("watch.manage")  # type: ignore[union-attr]
    rows = []
    for one in WordList.objects.all():
        used, offers = acts.users(one), Offers(tried)
        if manages:
            offers.act(reverse("list_change", args=[one.pk]), _("Change"), *_shown(one), button=_("Save the list"), overwrites=True)
        if manages and not used:
            offers.acts.append(Act(reverse("list_remove", args=[one.pk]), _("Remove"), style="grave small"))
        rows.append((one, used, offers))
    adding = Offers(tried)
    if manages:
        name = Field("name", _("Name"), help=_("One word, as in 停水; a query calls the list @停水."))
        adding.act(
            reverse("list_add"),
            _("Make a list"),
            name,
            Field("words", _("Words, one a line"), "textarea", help=_help()),
            button=_("Make the list"),
            style="",
        )
    return render(request, "desk/word_lists.html", {"lists": rows, "offers": adding, "refusal": refusal}, status=status)


def _shown(row: WordList, _typed: object = None) -> tuple[Field, ...]:
    return (Field("words", _("Words, one a line"), "textarea", "\n".join(row.words), help=_help()),)


def _help() -> str:
    return _("Chinese words are found anywhere, others as whole words; flood* finds every word that begins so. A phrase is one line.")


def said_of(watches: list[str]) -> str:
    """Which watches a changed list changes."""
    if not watches:
        return _("The list is changed. No watch uses it yet.")
    said = ngettext(
        "The list is changed, and with it %(count)s watch from the next item on: %(watches)s.",
        "The list is changed, and with it %(count)s watches from the next item on: %(watches)s.",
        len(watches),
    )
    return said % {"count": len(watches), "watches": _(", ").join(watches)}


def _words(typed: QueryDict) -> dict[str, object]:
    return {"words": split_names(typed.get("words", ""))}


def _new(typed: QueryDict) -> dict[str, object]:
    return {"name": typed.get("name", ""), **_words(typed)}


def _address(row: WordList | None, result: object) -> str:
    shown = result if isinstance(result, WordList) else row
    return reverse("word_lists") + (f"#list-{shown.pk}" if shown is not None and shown.pk else "")


add_list = acting(
    acts.add_list, None, page=list_page, address=_address, read=_new, done=words.N("The list is made. Queries can name it at once.")
)
change_list = acting(acts.change_list, WordList, page=list_page, address=_address, read=_words, done=said_of, shown=_shown)
remove_list = acting(acts.remove_list, WordList, page=list_page, address=_address, done=words.N("The list is removed."))

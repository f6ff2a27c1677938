"""The divisions that the desk answers for, the register of its own places, and what a text is taken to name."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.translation import gettext as _

from huiying.actions import place as acts
from huiying.core.clean.text import fold
from huiying.core.detect.divisions import chain
from huiying.store import knowledge
from huiying.store.models import Place
from huiying.web import words
from huiying.web.acting import acting
from huiying.web.forms import Act, Field, Offers, Tried, options
from huiying.web.permission import needs

SHOWN = 200
LONGEST_TEXT = 2000


@needs("desk.view")
def places(request: HttpRequest) -> HttpResponse:
    """The register of places."""
    return place_page(request)


def place_page(
    request: HttpRequest, row: Place | None = None, *, refusal: str = "", tried: Tried | None = None, status: int = 200
) -> HttpResponse:
    """The desk's divisions and places, a box that shows what a text names, and the forms."""
    manages = request.user.may("watch.manage")  # type: ignore[union-attr]
    sought, text = request.GET.get("q", "").strip(), request.GET.get("text", "").strip()[:LONGEST_TEXT]
    found = Place.objects.filter(name__contains=sought) if sought else Place.objects.all()
    rows = []
    for one in found[:SHOWN]:
        offers = Offers(tried)
        if manages:
            offers.act(reverse("place_change", args=[one.pk]), _("Change"), *_fields(one), button=_("Save the place"), overwrites=True)
            offers.acts.append(Act(reverse("place_remove", args=[one.pk]), _("Remove"), style="grave small"))
        rows.append((one, words.word(words.PLACE_KINDS, one.kind), offers))
    home = knowledge.home()
    at_home, adding = Offers(tried), Offers(tried)
    if manages:
        at_home.act(reverse("place_home"), _("Change"), *_home(), button=_("Save the divisions"), overwrites=True)
        adding.act(reverse("place_add"), _("Add a place"), Field("name", _("Name")), *_fields(), button=_("Add the place"), style="")
        table = Field("table", _("Table"), "textarea", help=_("With a line of heads: name, kind, other names, within, second sign."))
        adding.act(reverse("place_import"), _("Paste a table of places"), table, button=_("Read the table"))
    mentions = [
        (mention, " / ".join("".join(names) for names in mention.chains), words.word(words.PLACE_SIGNS, mention.why))
        for mention in (knowledge.gazetteer().find(fold(text)) if text else ())
    ]
    context = {
        "places": rows,
        "count": found.count(),
        "sought": sought,
        "home": ["".join(chain(code)) for code in home],
        "named": [place.name for place in knowledge.named_places()],
        "at_home": at_home,
        "offers": adding,
        "text": text,
        "mentions": mentions,
        "refusal": refusal,
    }
    return render(request, "desk/places.html", context, status=status)


def _home(_row: None = None, _typed: object = None) -> tuple[Field, ...]:
    names = "\n".join("".join(chain(code)) for code in knowledge.home())
    about = _("One a line, like 济南市历下区. What lies in them is ours; a text that names another city or county is about others.")
    return (Field("names", _("Divisions that the desk answers for"), "textarea", names, required=False, help=about),)


def _fields(row: Place | None = None, _typed: object = None) -> tuple[Field, ...]:
    inside = tuple((name, "") for name in knowledge.suggested_places()) if row is None else ()
    sign = _("It needs a second sign: the name is an everyday word, or other places have it too")
    return (
        Field("kind", _("Kind"), "select", row.kind if row else "village", options(words.PLACE_KINDS)),
        Field(
            "other_names",
            _("Other names, with commas between them"),
            value=_(", ").join(row.other_names) if row else "",
            required=False,
            help=_("Short names, old names, names in English."),
        ),
        Field("within", _("Lies in"), "suggest" if inside else "text", row.within if row else "", inside, required=False),
        Field("common", sign, "check", "1" if row and row.common else "", required=False),
    )


def _given(typed: QueryDict) -> dict[str, object]:
    return {
        "given": acts.Given(
            typed.get("name", ""),
            typed.get("kind", ""),
            acts.split_names(typed.get("other_names", "")),
            typed.get("within", ""),
            bool(typed.get("common")),
        )
    }


def _names(typed: QueryDict) -> dict[str, object]:
    return {"names": acts.split_names(typed.get("names", ""))}


def _table(typed: QueryDict) -> dict[str, object]:
    return {"table": typed.get("table", "")}


def _address(row: Place | None, result: object) -> str:
    shown = result if isinstance(result, Place) else row
    return reverse("places") + (f"#place-{shown.pk}" if shown is not None and shown.pk else "")


def _read_in(counts: tuple[int, int]) -> str:
    return _("%(added)s places were added and %(changed)s changed.") % {"added": counts[0], "changed": counts[1]}


set_home = acting(
    acts.set_home, None, page=place_page, address=_address, read=_names, done=words.N("The divisions are saved."), shown=_home
)
add_place = acting(
    acts.add_place,
    None,
    page=place_page,
    address=_address,
    read=_given,
    done=words.N("The place is on the register. It holds for every item from now on."),
)
change_place = acting(
    acts.change_place, Place, page=place_page, address=_address, read=_given, done=words.N("The place is changed."), shown=_fields
)
remove_place = acting(
    acts.remove_place, Place, page=place_page, address=_address, done=words.N("The place is off the register. It stays on the record.")
)
import_places = acting(acts.import_places, None, page=place_page, address=_address, read=_table, done=_read_in)

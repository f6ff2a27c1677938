"""What the settings of a rule are called, in plain language."""

from __future__ import annotations

from django.utils.translation import gettext

from huiying.web import words

N = words.N

SETTINGS: dict[str, str] = {
    "weight.emergence": N("Much published: what each unit of log-odds adds that a happening will be on everybody's lips"),
    "weight.emergence_least": N("Much published: a happening that is just worth a call has"),
    "weight.concern": N("Voices within three hours: for every doubling"),
    "weight.concern_most": N("Voices within three hours: at most"),
    "weight.calm": N("Reports that only announce, thank or praise: where all do"),
    "weight.set_aside": N("Harm named that does not count here, such as in a film: for each kind, at most two"),
    "weight.about": N("What its reports are about: for each unit of log-odds that it is a matter for the desk"),
    "weight.about_most": N("What its reports are about: at most, for or against"),
    "weight.elsewhere": N("Reports that place it elsewhere"),
    "weight.growth": N("Growth: for each power of ten by which so many reports at once are rarer than usual"),
    "weight.growth_most": N("Growth: at most"),
    "weight.independent": N("Independent reports: for every doubling"),
    "weight.independent_most": N("Independent reports: at most"),
    "weight.outlet": N("Outlets: for each beyond the first"),
    "weight.outlet_most": N("Outlets: at most"),
    "weight.kind": N("Kinds of publication: for each beyond the first"),
    "weight.hotline": N("Hotline tickets: for the first and every doubling"),
    "weight.hotline_most": N("Hotline tickets: at most"),
    "weight.severity": N("Harm named: for each unit of its weight"),
    "weight.severity_most": N("Harm named: all kinds together at most"),
    "weight.far": N("Harm far from the desk: which part of it counts"),
    "weight.immediate": N("A harm that calls at once"),
    "weight.toll_many": N("A harm that calls at once and names several people: further"),
    "weight.vulnerable": N("A vulnerable group is named"),
    "weight.conduct": N("Conduct of officials is named"),
    "weight.watch": N("A watch is met: for every halving of how often it is"),
    "weight.watch_most": N("A watch is met: at most"),
    "weight.place": N("One of the desk's places is named"),
    "weight.unwatched": N("No watch is met"),
    "weight.reach": N("A rank on a hot list: for the first ten, twice for the first three"),
    "weight.drill": N("Announced as a drill"),
    "weight.cohesion": N("Reports that are hardly alike"),
    "level.blue": N("Blue from a score of"),
    "level.yellow": N("Yellow from a score of"),
    "level.orange": N("Orange from a score of"),
    "level.red": N("Red from a score of"),
    "hours.quiet": N("Hours without an item after which a new wave begins"),
    "hours.evidence": N("Hours for which a report speaks for its story"),
}

GROUPS: dict[str, str] = {"level": N("Levels"), "weight": N("What each part adds"), "hours": N("Times")}


def setting(name: str) -> str:
    """A setting in words; one without words of its own stands for itself."""
    found = SETTINGS.get(name)
    return gettext(found) if found else name.partition(".")[2].replace("_", " ")

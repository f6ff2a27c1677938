"""The evidence for each story worked out anew from plain dictionaries: no index, no running sums of squares, no order of sight."""

from __future__ import annotations

import math
from dataclasses import dataclass, field

from huiying.core.group.candidates import HEARD
from huiying.core.group.reading import CHARACTERS, CONCEPTS, EVENTS, NUMBERS, PLACES, REGIONS, WORDS

HOUR = 3600.0
KIND_NAMES = {1: "post", 2: "question", 3: "hotline", 4: "hotlist", 5: "comment", 6: "notice"}


@dataclass
class Story:
    first: float
    last: float
    seen: int
    order: int = 0
    items: list = field(default_factory=list)
    senses: list = field(default_factory=list)
    times: list = field(default_factory=list)

    def terms(self):
        """(group, hash) → weight: the sum of the items' unit vectors."""
        found = {}
        for unit, _, _ in self.items:
            for term, (weight, _) in unit.items():
                found[term] = found.get(term, 0.0) + weight
        return found

    def about(self, sense):
        """The cosine with the sum of the items' senses."""
        total = [math.fsum(numbers) for numbers in zip(*self.senses, strict=True)]
        lengths = math.hypot(*sense) * math.hypot(*total)
        return math.fsum(one * other for one, other in zip(sense, total, strict=True)) / lengths if lengths else 0.0

    def busy(self, now, hours):
        return math.fsum(math.exp(-(now - at) / (hours * HOUR)) for at in self.times)


class Brute:
    def __init__(self, config):
        self.config = config
        self.stories = {}
        self.times = []
        self.passed = 0
        self.sights = 0
        self.joined = 0.0
        self.chance = 0.0

    def forget(self, now):
        life = self.config.live_days * 24 * HOUR
        gone = {key for key, story in self.stories.items() if now - story.last > life}
        self.stories = {key: story for key, story in self.stories.items() if key not in gone}
        return gone

    def holding(self, term):
        return sum(term in story.terms() for story in self.stories.values())

    def unit(self, item):
        """(group, hash) → (weight, rarity), heaviest first; and the share of each group that live stories know."""
        c = self.config
        exponent = c.rarity_exponent[1 if item.unspaced > 0.5 else 0]
        rows = []
        for row, (term_hash, group, count) in enumerate(zip(item.hash.tolist(), item.group.tolist(), item.count.tolist(), strict=True)):
            df = self.holding((group, term_hash))
            rarity = max(0.0, math.log(len(self.stories) + c.prior) - math.log(df + 1.0))
            raw = (1 + math.log(count)) * rarity**exponent
            if raw > 0.0:
                rows.append((-raw, row, (group, term_hash), rarity, df))
        kept = [0] * 7
        chosen = []
        for row in sorted(rows):
            group = row[2][0]
            if kept[group] < c.kept[group]:
                kept[group] += 1
                chosen.append(row)
        squares = [math.fsum(raw * raw for raw, _, (g, _), _, _ in chosen if g == group) for group in range(7)]
        known = [math.fsum(raw * raw for raw, _, (g, _), _, df in chosen if g == group and df) for group in range(7)]
        unit = {term: (-raw / math.sqrt(squares[term[0]]), rarity) for raw, _, term, rarity, _ in chosen}
        titled = {term for _, row, term, _, _ in chosen if item.titled[row]}
        return unit, titled, [k / s if s else 0.0 for k, s in zip(known, squares, strict=True)]

    def sharers(self, unit):
        return {key for key, story in self.stories.items() if any(term in story.terms() for term in unit if term[0] != CHARACTERS)}

    def recent(self):
        """The stories heard of last."""
        return sorted(self.stories, key=lambda key: self.stories[key].order)[::-1][: self.config.recent]

    def near(self, item, others):
        """Story → its cosine in sense, of those heard of last that are not among the others, not unlike the item, and
        not in a spaced script as it is."""
        heard = sorted(self.stories, key=lambda key: self.stories[key].order)[::-1][:HEARD]
        met = [key for key in heard if key not in others and self.pairing(key, item.unspaced)]
        found = {key: self.stories[key].about(item.sense.tolist()) for key in met}
        return {key: value for key, value in found.items() if value > 0.0}

    def pieces(self, item, keys, now):
        """Key → the pieces of evidence by name; and how like the second likest is."""
        c = self.config
        unit, titled, known = self.unit(item)
        fading = c.fading_hours[1 if item.unspaced > 0.5 else 0]
        groups = {group for group, _ in unit}
        found, faded = {}, {}
        for key in keys:
            story = self.stories[key]
            terms = story.terms()
            squares = [math.fsum(w * w for (g, _), w in terms.items() if g == group) for group in range(7)]
            shared = {term: value for term, value in unit.items() if term in terms}
            dots = [math.fsum(w * terms[t] for t, (w, _) in shared.items() if t[0] == group) for group in range(7)]
            cosine = [d / math.sqrt(s) if s else 0.0 for d, s in zip(dots, squares, strict=True)]
            covered = [math.fsum(w * w for t, (w, _) in shared.items() if t[0] == group) for group in range(7)]

            def rarities(*wanted, shared=shared):
                return [rarity for (group, _), (_, rarity) in shared.items() if group in wanted]

            def differ(group, squares=squares, dots=dots):
                return float(group in groups and squares[group] > 0 and dots[group] == 0.0)

            idle = (now - story.last) / HOUR
            faded[key] = cosine[WORDS] / math.sqrt(1 + idle / fading)
            outlet = float(item.outlet in [outlet for _, outlet, _ in story.items[-4:]])
            comment = float(item.kind == 5)
            short = 1.0 / (1.0 + 0.1 * item.letters)
            together = math.fsum(rarities(WORDS))
            busy = math.log(0.1 + story.busy(now, c.busy_hours))
            since = math.log(1.0 + self.passed - story.seen)
            mean = together / max(1, len(rarities(WORDS)))
            found[key] = {
                "bias": 1.0,
                "log_alike": math.log(cosine[WORDS] + 0.01),
                "alike": cosine[WORDS],
                "covered": covered[WORDS],
                "strongest": max([w for (g, _), (w, _) in shared.items() if g == WORDS], default=0.0),
                "idle": math.log(1 + idle),
                "size": math.log(len(story.items)),
                "busy": busy,
                "live": math.log(1 + len(self.stories)),
                "rate": math.log(1 + math.fsum(math.exp(-(now - at) / (c.busy_hours * HOUR)) for at in self.times)),
                "terms": math.log(1 + len(unit)),
                "joining": self.joined,
                "known": known[WORDS],
                "shared": math.log(1 + len(rarities(WORDS))),
                "age": math.log(1 + (now - story.first) / HOUR),
                "titled": math.fsum(w * w for t, (w, _) in shared.items() if t[0] == WORDS and t in titled),
                "chance": math.log(0.01 + self.chance),
                "items_since": since,
                **{name: float(item.kind == kind) for kind, name in KIND_NAMES.items()},
                "letters": cosine[CHARACTERS],
                "concepts": cosine[CONCEPTS],
                "concepts_covered": covered[CONCEPTS],
                "no_concept": float(CONCEPTS not in groups),
                "concept_conflict": differ(CONCEPTS),
                "place": cosine[PLACES],
                "place_conflict": differ(PLACES),
                "region": cosine[REGIONS],
                "region_conflict": differ(REGIONS),
                "number": cosine[NUMBERS],
                "number_conflict": differ(NUMBERS),
                "outlet": outlet,
                "comment_outlet": outlet * comment,
                "short": short,
                "rarest": max(rarities(WORDS), default=0.0),
                "rarity": math.log(1 + together),
                "raw_alike": math.log(1 + cosine[WORDS] * mean * math.sqrt(len(unit))),
                "comment_busy": comment * busy,
                "comment_idle": comment * math.log(1 + idle),
                "comment_since": comment * since,
                "outlet_idle": outlet * math.log(1 + idle),
                "short_busy": short * busy,
                "concepts_shared": math.log(1 + len(rarities(CONCEPTS, EVENTS))),
                "concepts_rarest": max(rarities(CONCEPTS), default=0.0),
                "concepts_rarity": math.log(1 + math.fsum(rarities(CONCEPTS, EVENTS))),
                "events": cosine[EVENTS],
                "events_covered": covered[EVENTS],
                "event_conflict": differ(EVENTS),
                "no_event": float(EVENTS not in groups),
                "events_rarest": max(rarities(EVENTS), default=0.0),
                "sense": story.about(item.sense.tolist()),
                "no_sense": float(not item.sense.any()),
            }
        for key in keys:
            others = [*sorted((value for other, value in faded.items() if other != key), reverse=True), 0.0, 0.0]
            found[key] |= {"rival": others[0], "log_rival": math.log(others[0] + 0.02), "third": others[1]}
            found[key]["rival_sense"] = max([0.0, *(found[other]["sense"] for other in keys if other != key)])
        ranked = [*sorted(faded.values(), reverse=True), 0.0, 0.0]
        return found, ranked[1]

    def pairing(self, key, unspaced):
        story = self.stories[key]
        share = sum(script > 0.5 for _, _, script in story.items) / len(story.items)
        return 2 if abs(unspaced - share) > 0.5 else int(unspaced > 0.5)

    def heard(self, key, now):
        story = self.stories[key]
        story.last, story.seen = now, self.passed
        self.sights += 1
        story.order = self.sights

    def enter(self, item, key, joined, chance, now):
        unit, _, _ = self.unit(item)
        if not joined:
            self.stories[key] = Story(first=now, last=now, seen=0)
        story = self.stories[key]
        story.items.append((unit, item.outlet, item.unspaced))
        story.senses.append(item.sense.tolist())
        story.times.append(now)
        self.heard(key, now)
        self.times.append(now)
        self.joined = 0.99 * self.joined + 0.01 * joined
        self.chance = 0.98 * self.chance + 0.02 * chance
        self.passed += 1

    def copy(self, key, now):
        self.heard(key, now)
        self.passed += 1

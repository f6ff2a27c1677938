"""All scenes of harm."""

from __future__ import annotations

from huiying.core.detect.harm.odd_sights import ODD_SIGHTS
from huiying.core.detect.harm.people_hurt import PEOPLE_HURT
from huiying.core.detect.harm.places_unsafe import PLACES_UNSAFE
from huiying.core.detect.harm.quiet_signs import QUIET_SIGNS
from huiying.core.detect.harm.small_facts import SMALL_FACTS
from huiying.core.detect.harm.things_foul import THINGS_FOUL

SCENES = (*PEOPLE_HURT, *PLACES_UNSAFE, *THINGS_FOUL, *QUIET_SIGNS, *ODD_SIGHTS, *SMALL_FACTS)

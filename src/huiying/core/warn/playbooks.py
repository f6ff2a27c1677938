"""Playbooks for the eleven kinds of concern, for a desk that has not written its own: who usually leads, and the first steps."""

from __future__ import annotations

import msgspec

from huiying.core.warn.category import Category


class Starter(msgspec.Struct, frozen=True, kw_only=True):
    """What is usual. `lead` is the kind of department in English; the steps are our own proposal. Both have a Chinese translation."""

    lead: str
    steps: tuple[str, ...]


STARTERS: dict[Category, Starter] = {
    Category.SAFETY: Starter(
        lead="emergency management",
        steps=(
            "Confirm who handles the scene and what they have confirmed; their word counts",
            "Report up within the time limit",
            "Say what people nearby should do now; say nothing of cause or blame",
        ),
    ),
    Category.HEALTH: Starter(
        lead="health",
        steps=(
            "Ask hospitals and the school or firm concerned for numbers and symptoms",
            "Have samples kept and sent to be tested; note who tests and until when",
            "Name one telephone number for worried families",
        ),
    ),
    Category.EDUCATION: Starter(
        lead="education",
        steps=(
            "Speak with the school; see to the pupils' safety first",
            "Protect minors: no name, no class, no picture",
            "Tell parents where and when they are answered",
        ),
    ),
    Category.ENVIRONMENT: Starter(
        lead="ecology and environment",
        steps=(
            "Note time, wind and the places it is reported from",
            "Measure first; publish where, when and what was measured",
            "Check the online data of the firms nearby",
        ),
    ),
    Category.LABOUR: Starter(
        lead="human resources and social security",
        steps=(
            "Find out how many workers, which wages and which months",
            "Bring the employer and the workers' side to one table with a date",
            "Name the office and the hour for complaints",
        ),
    ),
    Category.HOUSING: Starter(
        lead="housing and natural resources",
        steps=(
            "Confirm building and households; move people out before anything is assessed",
            "Have it assessed by somebody independent; agree when the result is published",
            "Say where those concerned stay meanwhile",
        ),
    ),
    Category.UTILITIES: Starter(
        lead="water, power, gas or heating",
        steps=(
            "Confirm the area, the beginning and how many households",
            "Say what is safe to use, and where water or warmth is to be had",
            "Give the next word by a fixed hour, even if nothing is new",
        ),
    ),
    Category.TRANSPORT: Starter(
        lead="transport and traffic police",
        steps=(
            "Confirm the place and whether the road is open",
            "Publish the way around it",
            "Say until when it is expected to last",
        ),
    ),
    Category.FRAUD: Starter(
        lead="public security or market supervision",
        steps=(
            "Warn of the method, never of a person",
            "Collect what was lost and how it was paid; hand it to the police",
            "Ask for payments still on their way to be stopped",
        ),
    ),
    Category.GOVERNANCE: Starter(
        lead="the office whose conduct is spoken of, answered for by the one above it",
        steps=(
            "Keep the department spoken of out of the verdict",
            "Secure documents and recordings",
            "If it is true, say so and name what is repaired and until when",
        ),
    ),
    Category.IMAGE: Starter(
        lead="the press office with the department concerned",
        steps=(
            "Find out first whether the criticism is right",
            "Answer the matter, not the tone",
            "If a publisher has a fact wrong, ask openly for a correction, with evidence",
        ),
    ),
}

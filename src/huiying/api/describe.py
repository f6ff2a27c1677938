"""What the OpenAPI document says of the answers with which an operation refuses: the same shape for all of them."""

from __future__ import annotations

from collections.abc import Callable
from http import HTTPStatus
from typing import Any, get_type_hints

from ninja import NinjaAPI, Schema
from pydantic import BaseModel, TypeAdapter

from huiying.api.schemas import LARGEST

_REFERENCE = "#/components/schemas/{model}"


class Wrong(Schema):
    """What went wrong: `message` in the language of the caller, `code` for programs."""

    message: str
    code: str


class Failure(Schema):
    """The one shape of every answer that is not what was asked for."""

    error: Wrong


class Described(NinjaAPI):
    """An interface whose document holds the shape of its refusals too."""

    def get_openapi_schema(self, **options: Any) -> Any:
        document = super().get_openapi_schema(**options)
        shape = Failure.model_json_schema(ref_template=_REFERENCE)
        document["components"]["schemas"].update(shape.pop("$defs"), Failure=shape)
        return document


def refusal(status: int) -> dict[str, Any]:
    """The entry of one status."""
    shape = {"$ref": _REFERENCE.format(model="Failure")}
    return {"description": HTTPStatus(status).phrase, "content": {"application/json": {"schema": shape}}}


def refusals(method: str, view: Callable[..., Any]) -> set[int]:
    """The statuses with which an operation refuses, beside those of an address or a method that does not exist."""
    taken = {
        name: hint for name, hint in get_type_hints(view, include_extras=True).items() if name not in ("request", "response", "return")
    }
    found = {400, 401, 403}
    if any(_names_a_row(TypeAdapter(hint).json_schema()) for hint in taken.values()):
        found.add(404)
    if method != "GET":
        found |= {409, 413}
    if any(isinstance(hint, type) and issubclass(hint, BaseModel) for hint in taken.values()):
        found.add(415)
    return found


def _names_a_row(schema: object) -> bool:
    """Whether a number of a row stands anywhere in a schema: it has the bounds of `Id` and `Number`."""
    if isinstance(schema, dict):
        return (schema.get("minimum"), schema.get("maximum")) == (1, LARGEST) or any(map(_names_a_row, schema.values()))
    return isinstance(schema, list) and any(map(_names_a_row, schema))

"""JSON columns whose content is a value of `drafts`, validated on the way in and on the way out."""

from typing import Any

from django.core.exceptions import ValidationError
from django.db import models
from pydantic import BaseModel, TypeAdapter
from pydantic import ValidationError as Invalid


class DraftField(models.JSONField):
    """A JSON column that holds one value of a type of `drafts` (or a list of them).

    Reading gives the typed value; saving validates. Raises django's ValidationError with the place that is wrong."""

    def __init__(self, draft: Any = None, **options: Any) -> None:
        self.draft = draft
        self._adapter: TypeAdapter[Any] | None = None
        super().__init__(**options)

    def deconstruct(self) -> Any:
        """Migrations see a plain JSON column: the shape belongs to the code, not to the schema.

        One that adds such a column to a table with rows needs `default=dict` or `list`; `preserve_default=False`."""
        name, _path, args, kwargs = super().deconstruct()
        kwargs.pop("default", None)
        return name, "django.db.models.JSONField", args, kwargs

    def _typed(self, value: Any) -> Any:
        if self.draft is None or value is None:
            return value
        if self._adapter is None:
            self._adapter = TypeAdapter(self.draft)
        return self._adapter.validate_python(value)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        """The typed value of a row."""
        return self._typed(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> Any:
        """The typed value of a form or a fixture."""
        try:
            return self._typed(super().to_python(value))
        except Invalid as error:
            first = error.errors()[0]
            raise ValidationError(f"{'.'.join(map(str, first['loc']))}: {first['msg']}") from error

    def get_prep_value(self, value: Any) -> Any:
        """Plain JSON for the database, validated."""
        return super().get_prep_value(plain(self._typed(value)))

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        """As `get_prep_value`: JSON columns take the value straight from here."""
        return super().get_db_prep_value(plain(self._typed(value)), connection, prepared)

    def value_from_object(self, obj: models.Model) -> Any:
        """What an admin form shows: plain JSON."""
        return plain(super().value_from_object(obj))

    def validate(self, value: Any, model_instance: models.Model | None) -> None:
        """Forms validate by the draft itself (`to_python`); what is left is presence."""
        super().validate(plain(value), model_instance)


def plain(value: Any) -> Any:
    """A typed value as lists, dictionaries and scalars."""
    if isinstance(value, BaseModel):
        return value.model_dump(mode="json")
    if isinstance(value, list):
        return [plain(item) for item in value]
    return value

"""What a refused form has to say, each error with the way to its field."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import Any

from django import forms, template
from django.core.exceptions import NON_FIELD_ERRORS

register = template.Library()


@dataclass(frozen=True, slots=True)
class FormError:
    message: str
    label: str = ""
    target: str = ""
    """The id of the field, or of what else is to be put right; empty where it is the whole form."""


@register.filter
def errors_of(form: forms.BaseForm, row: str = "") -> list[FormError]:
    """The errors of one form; `row` says which row of a list it is."""
    return list(_of_form(form, row))


@register.filter
def with_rows(errors: list[FormError], inline_formsets: Iterable[Any]) -> list[FormError]:
    """These errors, then those of the rows inside the form, for the admin's own formsets."""
    return errors + [error for inline in inline_formsets or () for error in _of_inline(inline)]


@register.simple_tag
def form_error(message: str, target: str = "", label: str = "") -> list[FormError]:
    """One sentence that a page says itself, and what it is about."""
    return [FormError(message, label, target)]


def _of_form(form: forms.BaseForm, row: str) -> Iterator[FormError]:
    for name, messages in form.errors.items():
        if name == NON_FIELD_ERRORS or form[name].is_hidden:
            yield from (FormError(str(message), row) for message in messages)
            continue
        label = str(form[name].label)
        said = f"{row}: {label}" if row else label
        yield from (FormError(str(message), said, _id_of(form[name])) for message in messages)


def _of_inline(inline: Any) -> Iterator[FormError]:
    formset = inline.formset
    title = str(inline.opts.verbose_name_plural)
    title = title[:1].upper() + title[1:]
    if formset.is_bound:
        yield from (FormError(str(message), title) for message in formset.non_form_errors())
        for number, form in enumerate(formset.forms, start=1):
            yield from _of_form(form, f"{title}, row {number}")


def _id_of(field: forms.BoundField) -> str:
    """Of the first button, where a field is several."""
    return field.id_for_label or (field.auto_id and f"{field.auto_id}_0") or ""

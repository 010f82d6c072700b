"""An engine of our own, so that what a page looks like depends on no setting but `STATIC_URL`."""

from typing import Any

from django.template import Context, Engine

from profiles.renderings.formats.assets import TEMPLATES

ENGINE = Engine(
    dirs=[str(TEMPLATES.parent)],
    libraries={
        "edition": "profiles.renderings.formats.tags",
        "static": "django.templatetags.static",
    },
)


def rendered(template: str, context: dict[str, Any]) -> str:
    return ENGINE.get_template(f"{TEMPLATES.name}/{template}").render(Context(context))

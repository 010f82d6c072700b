"""What files call a language -> its code: `English`, `eng`, `american`, `en-US`."""

from functools import lru_cache

import pycountry

# What BibLaTeX calls languages differently from the rest of the world.
BABEL = {
    "american": "en-US", "british": "en-GB", "ukenglish": "en-GB", "usenglish": "en-US",
    "ngerman": "de", "naustrian": "de-AT", "brazilian": "pt-BR", "portuges": "pt", "magyar": "hu",
    "francais": "fr", "greek": "el",
}  # fmt: skip


@lru_cache(maxsize=1_000)  # to find that there is none takes 20 ms
def language_code(text: str) -> str:
    """A code as it is; the code of a name that is known; any other text unchanged."""
    name = text.strip()
    if name.casefold() in BABEL:
        return BABEL[name.casefold()]
    if len(name) == 2 or "-" in name:
        return name
    try:
        found = pycountry.languages.lookup(name)
    except LookupError:
        return name
    return str(getattr(found, "alpha_2", name))

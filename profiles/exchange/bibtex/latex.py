"""Text <-> what BibTeX writes for it: UTF-8, with only LaTeX's own characters escaped."""

import re
from collections.abc import Iterator

from pylatexenc.latex2text import (
    LatexNodes2Text,
    MacroTextSpec,
    get_default_latex_context_db,
)
from pylatexenc.latexwalker import LatexWalker
from pylatexenc.latexwalker import get_default_latex_context_db as walker_context
from pylatexenc.macrospec import std_macro

LONGEST = 20_000  # nothing longer fits any column; it is refused there, undecoded
ESCAPES = {
    "\\": r"\textbackslash{}",
    "{": r"\lbrace{}",
    "}": r"\rbrace{}",
    "~": r"\textasciitilde{}",
    "^": r"\textasciicircum{}",
    "&": r"\&",
    "%": r"\%",
    "$": r"\$",
    "#": r"\#",
    "_": r"\_",
}
TO_ESCAPE = str.maketrans(ESCAPES)
LIGATURE = re.compile(r"(?<=-)(?=-)|(?<=')(?=')|(?<=[`?!])(?=`)")  # LaTeX joins these to one sign
ENTRY = re.compile(r"^(\s*)@", re.MULTILINE)  # a line that begins so begins another entry
MARKS = re.compile(r"[\\{}$~%^`'-]")
COMMENT = re.compile(r"(?<!\\)%")  # a bibliography has no comments: 100% is meant
VERBATIM = re.compile(r"\\([#$%&_{}~])")
GROUP = r"\s*\{((?:[^{}]|\{[^{}]*\})*)\}"
LINK = re.compile(rf"\\href{GROUP}{GROUP}|\\(?:url|nolinkurl|path){GROUP}")
ADDRESS = re.compile(rf"\\(?:href|url|nolinkurl|path){GROUP}(?:{GROUP})?")
COMMAND = re.compile(r"\\([a-zA-Z]+)\s*(\{\}|\{)?")
KEPT = "\ue000{}\ue001"
KEEPING = re.compile("\ue000([0-9]+)\ue001")

PLAIN = {ord("\u00a0"): " ", ord("ˆ"): "^"}
SIGNS = {
    "pounds": "£", "textsterling": "£", "euro": "€", "EUR": "€", "yen": "¥", "textyen": "¥",
    "S": "§", "P": "¶", "copyright": "©", "textcopyright": "©", "dag": "†", "ddag": "‡",
    "LaTeX": "LaTeX", "TeX": "TeX", "BibTeX": "BibTeX", "slash": "/", "textbar": "|",
    "textless": "<", "textgreater": ">", "lq": "‘", "rq": "’",
}  # fmt: skip
QUOTED = dict.fromkeys(("enquote", "mkbibquote", "textquote"), "“%s”")
SWITCHES = frozenset(
    {"em", "it", "bf", "sl", "sc", "rm", "sf", "tt", "upshape", "itshape", "bfseries", "small"}
    | {"large", "relax", "noopsort", "protect", "newblock", "par", "newline", "linebreak", "hfill"}
    | {"itseries", "normalfont", "scshape", "textnormal", "footnotesize", "textasciitilde", "and"}
)

_words = get_default_latex_context_db()
_words.add_context_category(
    "footnote",
    prepend=True,
    macros=[MacroTextSpec(name, sign) for name, sign in (SIGNS | QUOTED).items()],
)
_shapes = walker_context()
_shapes.add_context_category(
    "footnote", prepend=True, macros=[std_macro(name, False, 1) for name in QUOTED]
)
_decoder = LatexNodes2Text(
    latex_context=_words,
    math_mode="verbatim",
    keep_braced_groups=False,
    strict_latex_spaces=False,
    keep_comments=True,
)


class UnreadableLatex(ValueError):
    pass


def decoded(latex: str) -> str:
    """Text, with addresses of links as they are. Raises `UnreadableLatex` for what is none."""
    if len(latex) > LONGEST or not MARKS.search(latex):
        return latex
    links: list[str] = []

    def keep(found: re.Match[str]) -> str:
        address, words, alone = found.groups()
        links.append(verbatim(alone if address is None else address).strip())
        kept = KEPT.format(len(links) - 1)
        is_named = bool(words) and verbatim(words).strip() != links[-1]
        return f"{words} ({kept})" if is_named else kept

    shown = COMMENT.sub(r"\%", LINK.sub(keep, latex))
    try:
        nodes = LatexWalker(shown, latex_context=_shapes, tolerant_parsing=True).get_latex_nodes()[
            0
        ]
        text = str(_decoder.nodelist_to_text(nodes))
    except (RecursionError, ValueError, IndexError) as error:
        raise UnreadableLatex("Its LaTeX cannot be read: write plain text.") from error
    return KEEPING.sub(lambda found: links[int(found[1])], text.translate(PLAIN))


def dropped(latex: str) -> Iterator[str]:
    """Commands that stand for a sign which nobody here knows: `\\foo`, but no `\\foo{text}`."""
    for found in COMMAND.finditer(LINK.sub("", latex)):
        name, group = found.groups()
        if group != "{" and name not in SWITCHES and not _is_known(name):
            yield f"\\{name}"


def _is_known(name: str) -> bool:
    return bool(getattr(_words.get_macro_spec(name), "macroname", ""))


def encoded(text: str) -> str:
    return ENTRY.sub(r"\1{}@", LIGATURE.sub("{}", text.translate(TO_ESCAPE)))


def verbatim(latex: str) -> str:
    """An address as it is meant: BibLaTeX reads it verbatim, others escape a few characters."""
    return VERBATIM.sub(r"\1", latex)


def address(latex: str) -> str:
    """Of a field that holds an address, alone or as a link."""
    return verbatim(ADDRESS.sub(lambda found: found[1], latex)).strip()

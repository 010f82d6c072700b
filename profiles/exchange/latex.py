"""Text <-> what BibTeX writes for it: UTF-8, with only LaTeX's own characters escaped."""

import re

from pylatexenc.latex2text import LatexNodes2Text

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

PLAIN = {ord("\u00a0"): " ", ord("ˆ"): "^"}

_decoder = LatexNodes2Text(
    math_mode="verbatim", keep_braced_groups=False, strict_latex_spaces=False, keep_comments=True
)


class UnreadableLatex(ValueError):
    pass


def decoded(latex: str) -> str:
    """Raises `UnreadableLatex` for braces nested beyond all reason."""
    if len(latex) > LONGEST or not MARKS.search(latex):
        return latex
    try:
        text = str(_decoder.latex_to_text(COMMENT.sub(r"\%", latex)))
    except (RecursionError, ValueError, IndexError) as error:
        raise UnreadableLatex("Its LaTeX cannot be read: write plain text.") from error
    return text.translate(PLAIN)


def encoded(text: str) -> str:
    return ENTRY.sub(r"\1{}@", LIGATURE.sub("{}", text.translate(TO_ESCAPE)))


def verbatim(latex: str) -> str:
    """An address as it is meant: BibLaTeX reads it verbatim, others escape a few characters."""
    return VERBATIM.sub(r"\1", latex)

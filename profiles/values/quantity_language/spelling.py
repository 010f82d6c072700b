"""What says the same about a quantity, in the one spelling that the grammar knows."""

import re

FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
UNUSUAL = re.compile(
    r"[\]½¼¾+*†‡¹²³⁰-⁹,;~(-]|(?<![0-9.])\.[0-9]|(?:ish|odd)\b|^(?:an?|one|half|employees|headcount|staff|people)\b",
    re.IGNORECASE,
)
FOOTNOTE = re.compile(r"(?:\[[0-9a-z]{1,3}\]|[*†‡¹²³⁰-⁹]+|[,;])+$")
ROUGHLY = re.compile(r"(?<=[0-9a-zA-Z%])(?:-| )?(?:ish|odd)\b| \(est(?:imated|\.)?\)$")
COUNTED_FIRST = re.compile(r"(?:employees|headcount|staff|people)(?: ?:)? (?=[0-9])", re.IGNORECASE)
A_SCALE = re.compile(
    r"(?P<half>half )?(?:a|an|one) (?=(?:hundred )?(?:thousand|million|billion|trillion)\b)",
    re.IGNORECASE,
)


def tidied(text: str) -> str:
    """What says the same, in the one spelling that the grammar knows."""
    if not UNUSUAL.search(text):
        return text
    text = re.sub("[½¼¾]", lambda found: FRACTIONS[found[0]], text)
    text = re.sub(r"^\+(?=[^A-Za-z]*[0-9])", "", text)
    text = FOOTNOTE.sub("", text).strip()
    text = re.sub(r"(?<![0-9A-Za-z.])\.(?=[0-9])", "0.", text)
    text = re.sub(r"(?<=[0-9])-(?=[A-Za-z][^0-9]*$)(?!-?odd)", " ", text)
    text = re.sub(r"(?<=[a-z])-(?=(?:parameters?|plus|person)\b)", " ", text)
    text = re.sub(r"^([^0-9~]{1,4})~ ?(?=[0-9])", r"~\1", text)
    text = COUNTED_FIRST.sub("", text)
    text = A_SCALE.sub(lambda found: "0.5 " if found["half"] else "1 ", text)
    rough = ROUGHLY.sub("", text)
    return text if rough == text else f"~{rough.strip()}"

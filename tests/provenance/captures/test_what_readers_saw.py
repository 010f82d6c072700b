"""What is archived is what readers saw: raised figures, hidden text, encodings, saved pages."""

import pytest
from django.core.exceptions import ValidationError

from profiles.provenance.captures.archiving import Document
from profiles.values.decoding import decode


def text_of(body: str, head: str = "") -> str:
    page = f"<!doctype html><html><head><meta charset=utf-8>{head}</head><body>{body}</body></html>"
    return Document.read(page.encode()).text


@pytest.mark.parametrize(
    ("body", "text"),
    [
        ("It has 150<sup>1</sup> employees.", "It has 150[1] employees."),
        ("It has 150<sup><a href=#n1>1</a></sup> employees.", "It has 150[1] employees."),
        ("founded in 2023<sup>[1]</sup><sup>[2]</sup> by", "founded in 2023[1][2] by"),
        ("three researchers<sup>2</sup>.", "three researchers[2]."),
        ("10<sup>26</sup> FLOPs", "10²⁶ FLOPs"),
        ("10<sup>-6</sup> m", "10⁻⁶ m"),
        ("in 2010<sup>3</sup> it", "in 2010[3] it"),
        ("110<sup>2</sup> people", "110[2] people"),
        ("500 m<sup>2</sup> of office", "500 m² of office"),
        ("12 km<sup>2</sup>", "12 km²"),
        ("the 3<sup>rd</sup> round", "the 3rd round"),
        ("le 1<sup>er</sup> mai", "le 1er mai"),
        ("H<sub>2</sub>O", "H₂O"),
        ("n<sub>max</sub>", "nmax"),
        ("x<sup>n</sup>", "xⁿ"),
    ],
)
def test_what_is_raised_is_never_glued_to_a_number(body, text):
    assert text_of(f"<p>{body}</p>") == text


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>founded in 1999</p>",
        '<span style="display:none">founded in 1999</span>',
        '<span style="color: red; Display : None !important">founded in 1999</span>',
        '<span style="visibility:hidden">founded in 1999</span>',
        '<span style="font-size:0">founded in 1999</span>',
        "<noscript>founded in 1999</noscript>",
        "<template>founded in 1999</template>",
        "<del>founded in 1999</del>",
        "<s>founded in 1999</s>",
        "<strike>founded in 1999</strike>",
        "<dialog>founded in 1999</dialog>",
        '<p class="gone">founded in 1999</p>',
        '<p id="off">founded in 1999</p>',
        "<!-- founded in 1999 -->",
    ],
)
def test_what_nobody_saw_is_not_archived(hidden):
    styles = (
        "<style>p.gone, .x { display: none } #off { visibility: hidden } p { margin: 0 }</style>"
    )
    assert text_of(f"<p>Acme ok</p>{hidden}", styles) == "Acme ok"


@pytest.mark.parametrize(
    "seen",
    [
        "<p aria-hidden=true>founded in 2023</p>",
        "<details><summary>More</summary>founded in 2023</details>",
        '<p style="display:block">founded in 2023</p>',
        '<p style="font-size:0.9em">founded in 2023</p>',
        "<ins>founded in 2023</ins>",
        "<dialog open>founded in 2023</dialog>",
        '<p class="shown">founded in 2023</p>',
    ],
)
def test_what_people_can_see_is(seen):
    assert "founded in 2023" in text_of(seen, "<style>.gone { display: none }</style>")


FRENCH = "L’été, le café a levé 385 M€ — à Zürich"
TURKISH = "Şirket İstanbul’da 2023 yılında kuruldu ğ"
JAPANESE = "会社は①2023年4月に設立"
KOREAN = "회사는 펲 2023년 4월에 설립"
CHINESE = "公司于2023年4月成立"


@pytest.mark.parametrize(
    ("label", "codec", "said"),
    [
        ("iso-8859-1", "cp1252", FRENCH),
        ("latin1", "cp1252", FRENCH),
        ("us-ascii", "cp1252", FRENCH),
        ("iso-8859-9", "cp1254", TURKISH),
        ("shift_jis", "cp932", JAPANESE),
        ("x-sjis", "cp932", JAPANESE),
        ("windows-31j", "cp932", JAPANESE),
        ("euc-kr", "cp949", KOREAN),
        ("gb2312", "gb18030", CHINESE),
        ("windows-1251", "cp1251", "Компания основана в 2023 году"),
        ("koi8-r", "koi8-r", "Компания основана в 2023 году"),
    ],
)
@pytest.mark.parametrize(
    "page",
    [
        '<!doctype html><html><head><meta charset="{}"></head><body><p>{}</p></body></html>',
        '<html><head><meta http-equiv=refresh content="text/html; charset={}"><p>{}</p></html>',
        '<?xml version="1.0" encoding="{}"?><html><body><p>{}</p></body></html>',
    ],
    ids=["meta", "http-equiv", "xml"],
)
def test_a_label_means_what_browsers_take_it_for(page, label, codec, said):
    assert Document.read(page.format(label, said).encode(codec)).text == said


@pytest.mark.parametrize(
    "data",
    [
        "Компания основана в 2023 году".encode("cp1251"),
        "公司于2023年4月成立，融资三亿".encode("gb18030"),
        "会社は2023年4月に設立された".encode("cp932"),
        "회사는 2023년 4월에 설립".encode("cp949"),
        "name;city\nSociété Générale;Paris\n".encode("mac-roman"),
        "name,city\nSociété Générale,Paris\n".encode() + b"Caf\xe9\n",
    ],
    ids=["cyrillic", "chinese", "japanese", "korean", "mac", "one bad byte"],
)
def test_what_cannot_be_told_is_no_guess(data):
    assert decode(data) is None
    with pytest.raises(ValidationError, match="UTF-8"):
        Document.read(data)


@pytest.mark.parametrize(
    "text", [FRENCH, "Müller & Söhne GmbH", "El Niño", "It cost 100 € – “ja”, he said", "Ærø"]
)
def test_western_text_without_a_label_is_read(text):
    assert decode(text.encode("cp1252")) == text


def test_a_piece_of_a_page_is_one():
    piece = b'<div class="article"><p>The firm was founded in&nbsp;<b>2023</b>.</p></div>'
    read = Document.read(piece)
    assert (read.medium, read.text) == ("html", "The firm was founded in\u00a02023.")


def test_text_that_only_speaks_of_markup_is_text():
    assert Document.read(b"The <div> element was founded in 2023.").medium == "text"


MHTML = b"""From: <Saved by Blink>\r
Subject: x\r
MIME-Version: 1.0\r
Content-Type: multipart/related;\r
\ttype="text/html"; boundary="----b"\r
\r
------b\r
Content-Type: text/html; charset="utf-8"\r
Content-Transfer-Encoding: quoted-printable\r
\r
<html><body><p>The firm was founded in 2023 =E2=80=94 says he.</p></body></html>\r
------b--\r
"""


def test_a_page_that_a_browser_saved_as_one_file():
    read = Document.read(MHTML)
    assert (read.medium, read.text) == ("html", "The firm was founded in 2023 — says he.")


def test_a_saved_file_without_a_page_is_refused():
    with pytest.raises(ValidationError, match="holds no HTML"):
        Document.read(MHTML.replace(b"text/html; charset", b"text/plain; charset"))

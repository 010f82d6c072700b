"""Dates as sources in other languages than English print them."""

import pytest

from profiles.values.dates import PartialDate

FRENCH = [
    ("décembre 2023", "2023-12"),
    ("DÉCEMBRE 2023", "2023-12"),
    ("le 11 décembre 2023", "2023-12-11"),
    ("lundi 11 décembre 2023", "2023-12-11"),
    ("mar. 5 mars 2024", "2024-03-05"),
    ("1er mai 2024", "2024-05-01"),
    ("mars 2023", "2023-03"),
    ("3 juin 2024 à 10h00", "2024-06-03"),
    ("T3 2024", "2024-35"),
    ("deuxième trimestre 2024", "2024-34"),
    ("4e trimestre 2024", "2024-36"),
    ("1er semestre 2025", "2025-40"),
    ("1ᵉʳ semestre 2025", "2025-40"),
    ("S2 2025", "2025-41"),
    ("printemps 2024", "2024-21"),
    ("début 2024", "2024-37"),
    ("mi-2023", "2023-38"),
    ("fin 2022", "2022-39"),
    ("à la fin de 2022", "2022-39"),
    ("fin mai 2024", "2024-05-21/2024-05-31"),
    ("années 1990", "199X"),
    ("les années 90", "199X"),
    ("début des années 1990", "1990/1993~"),
    ("XIXe siècle", "18XX"),
    ("VIe siècle", "05XX"),
    ("milieu du XIXe siècle", "1834~/1866~"),
    ("vers 2023", "2023~"),
    ("environ 2023", "2023~"),
    ("peut-être 2023", "2023?"),
    ("du 3 au 5 mai 2024", "2024-05-03/2024-05-05"),
    ("de 2019 à 2021", "2019/2021"),
    ("entre 2019 et 2021", "2019/2021"),
    ("2019 ou 2020", "2019/2020"),
    ("depuis mai 2022", "2022-05/.."),
    ("à partir de janvier 2024", "2024-01/.."),
    ("jusqu’en 2020", "../2020"),
    ("jusqu’à fin 2024", "../2024-12"),
    ("d’ici fin 2025", "../2025-12"),
    ("au plus tard en 2024", "../2024"),
    ("avant 2010", "../2009"),
    ("après mai 2010", "2010-06/.."),
]
GERMAN = [
    ("Dezember 2023", "2023-12"),
    ("März 2023", "2023-03"),
    ("Jänner 2024", "2024-01"),
    ("1. May 2023", "2023-05-01"),
    ("Montag, 11. Dezember 2023", "2023-12-11"),
    ("Mi 5. Juni 2024", "2024-06-05"),
    ("am 3. Juni 2024", "2024-06-03"),
    ("3. Juni 2024, 14:30 Uhr", "2024-06-03"),
    ("3. Quartal 2024", "2024-35"),
    ("drittes Quartal 2024", "2024-35"),
    ("IV. Quartal 2024", "2024-36"),
    ("zweite Jahreshälfte 2024", "2024-41"),
    ("Anfang der Neunziger", "1990/1993~"),
    ("erstes Halbjahr 2025", "2025-40"),
    ("Frühjahr 2024", "2024-21"),
    ("Herbst 2024", "2024-23"),
    ("Anfang 2022", "2022-37"),
    ("Mitte 2022", "2022-38"),
    ("Ende 2022", "2022-39"),
    ("Jahresende 2022", "2022-39"),
    ("Ende März 2024", "2024-03-21/2024-03-31"),
    ("1990er Jahre", "199X"),
    ("die 90er Jahre", "199X"),
    ("Anfang der 1990er Jahre", "1990/1993~"),
    ("19. Jahrhundert", "18XX"),
    ("Ende des 19. Jahrhunderts", "1867~/1899"),
    ("KW 32/2023", "2023-08-07/2023-08-13"),
    ("etwa 2023", "2023~"),
    ("vermutlich 2023", "2023?"),
    ("vom 3. bis 5. Mai 2024", "2024-05-03/2024-05-05"),
    ("3.–5. Mai 2024", "2024-05-03/2024-05-05"),
    ("von 2019 bis 2021", "2019/2021"),
    ("zwischen 2019 und 2021", "2019/2021"),
    ("2019 oder 2020", "2019/2020"),
    ("seit Anfang 2022", "2022-01/.."),
    ("2019 bis heute", "2019/.."),
    ("bis Ende 2024", "../2024-12"),
    ("spätestens 2024", "../2024"),
    ("vor 2010", "../2009"),
    ("nach Mai 2010", "2010-06/.."),
]
OTHERS = [
    ("11 de diciembre de 2023", "2023-12-11"),
    ("1 ene 2020", "2020-01-01"),
    ("agosto 2023", "2023-08"),
    ("3 maart 2024", "2024-03-03"),
    ("listopad 2023", "2023-11"),
    ("11 декабря 2023 г.", "2023-12-11"),
    ("2024年6月3日", "2024-06-03"),
    ("2024年6月3日(月)", "2024-06-03"),
    ("2023年12月", "2023-12"),
    ("2024年", "2024"),
    ("2024年春", "2024-21"),
    ("2024年上半年", "2024-40"),
    ("2024年第3四半期", "2024-35"),
    ("2024年第三季度", "2024-35"),
    ("2024. 6. 3.", "2024-06-03"),
    ("2023. 12", "2023-12"),
    ("2024년 6월 3일", "2024-06-03"),
    ("令和5年12月11日", "2023-12-11"),
    ("令和元年5月", "2019-05"),
    ("民國112年", "2023"),
    ("２０２３年", "2023"),
    ("２０２３", "2023"),
    ("٢٠٢٣", "2023"),
]


@pytest.mark.parametrize(("written", "canonical"), FRENCH)
def test_french(written, canonical):
    assert PartialDate.read(written) == canonical


@pytest.mark.parametrize(("written", "canonical"), GERMAN)
def test_german(written, canonical):
    assert PartialDate.read(written) == canonical


@pytest.mark.parametrize(("written", "canonical"), OTHERS)
def test_others(written, canonical):
    assert PartialDate.read(written) == canonical

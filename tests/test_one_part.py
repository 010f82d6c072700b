"""`python -m tests` finds a part of the tests by its name, or says what there is."""

import pytest

from tests.__main__ import HERE, Unknown, found, main


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("values", "values"),
        ("values.dates", "values/test_dates.py"),
        ("values/test_dates.py", "values/test_dates.py"),
        ("demo", "test_demo.py"),
    ],
)
def test_a_folder_or_a_module_is_found_by_its_name(name, path):
    assert found(name) == HERE / path


@pytest.mark.parametrize(
    ("name", "says"),
    [
        ("valuse", r"no 'valuse' here. In tests: .*\bdemo, .*\bvalues\b"),
        ("values.date", r"In tests/values: addresses, amounts_as_printed, "),
        ("values.dates.more", r"In tests/values/test_dates.py: nothing, it is a module"),
    ],
)
def test_a_wrong_name_is_answered_with_what_there_is(name, says):
    with pytest.raises(Unknown, match=says):
        found(name)


def test_nothing_runs_when_one_name_of_several_is_wrong(capsys):
    assert main(["values", "valuse", "-x"]) == pytest.ExitCode.USAGE_ERROR
    assert "There is no 'valuse' here" in capsys.readouterr().err

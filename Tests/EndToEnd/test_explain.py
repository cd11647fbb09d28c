"""`lutrin explain`, as people meet it."""

import re

import pytest

from harness.command import ROOT, run

TABLE = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
CODES = re.findall(r"^\| `([a-z0-9-]+)` \|", TABLE, re.MULTILINE)


def test_all_codes_are_listed_with_a_line_each(tmp_path):
    outcome = run("explain", cwd=tmp_path)
    listed = re.findall(r"^([a-z0-9-]+)  +\S", outcome.stdout, re.MULTILINE)
    assert (outcome.status, outcome.stderr, listed) == (0, "", CODES)
    assert len(CODES) > 50


@pytest.mark.parametrize("code", CODES)
def test_each_code_is_explained(tmp_path, code):
    outcome = run("explain", code, cwd=tmp_path)
    assert (outcome.status, outcome.stderr) == (0, "")
    assert outcome.stdout.startswith(f"{code}: ") and "\nwrong:" in outcome.stdout and "\nright:" in outcome.stdout
    prose = [line for line in outcome.stdout.splitlines() if not line.startswith("  |")]
    assert max(map(len, prose)) <= 80


@pytest.mark.parametrize(
    "code, remedy", [("brokn-link", "did you mean “broken-link”?"), ("weather", "lutrin explain"), ("", "lutrin explain")]
)
def test_an_unknown_code_is_wrong_use(code, remedy):
    outcome = run("explain", code)
    assert (outcome.status, outcome.stdout) == (2, "")
    assert outcome.stderr.startswith("error: ") and remedy in outcome.stderr

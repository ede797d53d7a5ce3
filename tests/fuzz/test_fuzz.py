"""Does everything hold for whatever hypothesis comes up with? `python -m tests.fuzz` asks for as long as one likes."""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.fuzz.__main__ import fuzz
from tests.fuzz.inputs import CITATIONS, CORPUS, DOCUMENTS, MEDIA_TYPES
from tests.fuzz.properties import check_citation, check_document

SHORT = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


@pytest.mark.parametrize("media_type", MEDIA_TYPES)
def test_the_seed_corpus_holds(media_type: str) -> None:
    assert sum(check_document(data, media_type) for data in CORPUS) >= len(CORPUS) - 1  # UTF-16 is no page's


@SHORT
@given(DOCUMENTS, st.sampled_from(MEDIA_TYPES))
def test_any_bytes_end_as_articles_or_as_one_line(data: bytes, media_type: str) -> None:
    check_document(data, media_type)


@settings(SHORT, max_examples=150)
@given(CITATIONS)
def test_any_text_is_a_citation_or_an_error_that_points_at_it(text: str) -> None:
    check_citation(text)


def test_the_long_form_goes_round_until_its_time_is_over(capsys: pytest.CaptureFixture[str]) -> None:
    assert fuzz(seconds=0.01, seed=7, examples=5) == 1
    assert "round 1, seed 7" in capsys.readouterr().out

"""Thresholds come down with the questions that files cannot answer, and no further."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st
from tests import small_country

from jaga.screening.fitting import fitted
from jaga.screening.model import Band, Term
from jaga.screening.pack import DEFAULT
from jaga.words import Text

NEEDS = sorted({need for one in DEFAULT.indicators.values() for need in one.needs})


def _pack(threshold: int = 60):
    """One typology: a question worth 30 that asks for a remark, one worth 60 that does not."""
    words = Text("Alasan.", "A reason.")
    remark = replace(
        DEFAULT.indicators["payer_unlikely_remarks"],
        needs=("payments.remark",), bands=(Band(1, 10, words), Band(2, 30, words)),
    )  # fmt: skip
    plain = replace(
        DEFAULT.indicators["payer_several_receivers"], needs=(), bands=(Band(1, 60, words),)
    )
    typology = replace(
        DEFAULT.typologies["payer_many_receivers"],
        terms=(Term(plain.id, required=True), Term(remark.id)), threshold=threshold,
    )  # fmt: skip
    return replace(
        DEFAULT, indicators={one.id: one for one in (remark, plain)},
        typologies={typology.id: typology},
    )  # fmt: skip


@pytest.mark.parametrize(
    ("missing", "expected"),
    [
        (set(), 60),
        ({"payments.device"}, 60),
        ({"payments.remark"}, 40),
        ({"payments.remark", "payments.device"}, 40),
    ],
)
def test_a_threshold_keeps_its_share_of_the_points_that_can_be_given(missing, expected):
    assert fitted(_pack(), missing).typologies["payer_many_receivers"].threshold == expected


def test_a_threshold_is_rounded_down_and_stays_above_zero():
    assert fitted(_pack(61), {"payments.remark"}).typologies["payer_many_receivers"].threshold == 40
    assert fitted(_pack(1), {"payments.remark"}).typologies["payer_many_receivers"].threshold == 1


@given(st.sets(st.sampled_from(NEEDS)), st.sets(st.sampled_from(NEEDS)))
def test_more_missing_columns_never_raise_a_threshold(some, others):
    fewer, more = fitted(DEFAULT, some), fitted(DEFAULT, some | others)
    for name, typology in more.typologies.items():
        held = fewer.typologies[name].threshold
        assert 1 <= typology.threshold <= held <= DEFAULT.typologies[name].threshold


def test_files_without_a_column_are_held_to_what_they_can_tell(tmp_path):
    country = small_country.build(tmp_path / "country")
    header, *rows = small_country.rows_of(country / "payments.csv.gz")
    gone = header.index("remark_class")
    bare = small_country.write(
        tmp_path / "bare.csv",
        header[:gone] + header[gone + 1 :],
        [row[:gone] + row[gone + 1 :] for row in rows],
    )
    accounts = country / "accounts.csv"
    whole = small_country.screened([country / "payments.csv.gz"], tmp_path / "whole", accounts)
    lacking = small_country.screened([bare], tmp_path / "lacking", accounts)

    def threshold(run, name):
        return run.manifest["parameters"]["typologies"][name]["threshold"]

    assert "remark" in lacking.manifest["columns_absent"]
    assert threshold(lacking, "payer_many_receivers") < threshold(whole, "payer_many_receivers")
    assert lacking.manifest["config_sha256"] == whole.manifest["config_sha256"]

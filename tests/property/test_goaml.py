"""Whatever facts a provider holds, the report made of them is valid and reads back the same."""

import string
import tempfile
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.fiu import invented

from jaga.fiu.alerts import Payment
from jaga.fiu.compose import compose
from jaga.fiu.goaml import RAILS, write_report
from jaga.fiu.pack import read_pack
from jaga.fiu.parties import LIFELONG, Party, key
from jaga.fiu.read_back import read_report
from jaga.fiu.schema import read_schema

pytestmark = pytest.mark.oracles

PACK = read_pack("ppatk")
NAMES = st.text(string.ascii_letters + " .'-", min_size=1, max_size=60).map(str.strip).filter(bool)
WORDS = st.text(string.ascii_letters + string.digits + " /", max_size=30).map(str.strip)
DAYS = st.dates(date(1940, 1, 1), date(2005, 12, 31)).map(date.isoformat)
COUNTRIES = st.sampled_from(["ID", "PH", "GB", "AU", "US"])
OTHERS = tuple(f"88000000{number:02}" for number in range(4))
MONEY = st.sampled_from([("IDR", 2), ("USD", 2), ("JPY", 0), ("KWD", 3), ("GBP", 2)])


@st.composite
def payments(draw, number):
    currency, _digits = draw(MONEY)
    rail = draw(st.sampled_from(sorted(RAILS)))
    idr = draw(st.integers(1, 10**9))
    minor = idr * 100 if currency == "IDR" else draw(st.integers(1, 10**7))
    if rail == "virtual_asset" and draw(st.booleans()):
        currency = draw(st.sampled_from(["BTC", "USDT", "ETH"]))
    other = draw(st.sampled_from(OTHERS))
    ends = (invented.SUBJECT, other) if draw(st.booleans()) else (other, invented.SUBJECT)
    at = invented.datetime(2026, 10, 1, tzinfo=invented.WIB) + timedelta(
        seconds=draw(st.integers(0, 30 * 86_400))
    )
    known = st.none() | COUNTRIES
    return Payment(f"B/p{number}", at, *ends, idr, minor, currency, rail, draw(known), draw(known))


@st.composite
def clients(draw):
    document = draw(st.sampled_from(PACK.meanings("identification")))
    return invented.person(
        name=draw(NAMES), gender=draw(st.sampled_from("MF")), birthdate=draw(DAYS),
        birth_place=draw(WORDS), mothers_name=draw(WORDS), id_type=document,
        id_number=draw(st.text(string.digits, min_size=16, max_size=16)), id_issued=draw(DAYS),
        id_expires=draw(st.just(LIFELONG) | DAYS), id_country=draw(COUNTRIES),
        nationality=draw(COUNTRIES), residence=draw(COUNTRIES), phone="0812",
        npwp=draw(st.sampled_from(["", "092542943407000", "09.254.294.3-407.0001"])),
        account_type=draw(st.sampled_from(PACK.meanings("account_type"))),
        occupation=draw(WORDS), source_of_funds=draw(WORDS), postcode=draw(WORDS)[:10],
    )  # fmt: skip


@st.composite
def counterparties(draw, account):
    code = {"institution_code": "BK1"} if draw(st.booleans()) else {"swift": "CONTIDJA"}
    kind = draw(st.sampled_from(["", "person", "entity"]))
    return Party(
        account=account, **code, kind=kind, name=draw(st.just("") | NAMES),
        gender=draw(st.sampled_from(["", "M"])), birthdate=draw(st.just("") | DAYS),
        id_type=draw(st.sampled_from(["", "KTP"])), id_number=draw(st.sampled_from(["", "1" * 16])),
        phone=draw(st.sampled_from(["", "0813"])), country=draw(st.just("") | COUNTRIES),
        address=draw(st.just("") | st.just("Jalan Contoh 2")), city="Kota", province="Provinsi",
        business=draw(st.sampled_from(["", "Toko"])),
        account_type=draw(st.sampled_from(["", *PACK.meanings("account_type")])),
    )  # fmt: skip


@pytest.fixture(scope="module")
def stage():
    with tempfile.TemporaryDirectory() as folder:
        dossier = invented.dossier(Path(folder) / "run")
    return dossier, read_schema(invented.XSD)


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(data=st.data())
def test_a_written_report_reads_back_as_the_same_facts(data, stage):
    dossier, schema = stage
    paid = tuple(data.draw(payments(n)) for n in range(data.draw(st.integers(1, 6))))
    alert = replace(dossier.alert, payments=tuple(sorted(paid, key=lambda p: p.booked_at)))
    found = [data.draw(clients()), *(data.draw(counterparties(one)) for one in OTHERS)]
    dossier = replace(
        dossier, alert=alert, decision=invented.decided(alert),
        parties={key(one.account): one for one in found},
    )  # fmt: skip
    report = compose(dossier)
    written = write_report(report, PACK, schema)
    assert read_report(written.content, PACK) == report
    assert written.content == write_report(report, PACK, schema).content

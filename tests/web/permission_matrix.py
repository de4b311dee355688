"""Every Row of the site, app by app; what a Row says is told in matrix.py."""

import time
from collections.abc import Callable
from typing import Any

from django.contrib.auth.hashers import make_password
from django.test import Client
from django.utils import timezone
from tests.web.alerts import targets
from tests.web.cases.rows import ROWS as CASES
from tests.web.channel.rows import ROWS as CHANNEL
from tests.web.clocks.rows import ROWS as CLOCKS
from tests.web.filings import targets as filings
from tests.web.guide.rows import ROWS as GUIDE
from tests.web.intake.rows import ROWS as INTAKE
from tests.web.keeping.rows import ROWS as KEEPING
from tests.web.legal.rows import ROWS as LEGAL
from tests.web.matrix import Arguments, Row, roles
from tests.web.national.rows import ROWS as NATIONAL
from tests.web.programmes.rows import ROWS as PROGRAMMES
from tests.web.referrals.rows import ROWS as REFERRALS
from tests.web.registers.rows import ROWS as REGISTERS
from tests.web.releases.rows import ROWS as RELEASES
from tests.web.reports.rows import ROWS as REPORTS
from tests.web.research.rows import ROWS as RESEARCH
from tests.web.wellbeing.rows import ROWS as WELLBEING
from tests.web.yearly.rows import ROWS as YEARLY

from jaga_web.people import entry, second_factor
from jaga_web.people.models import Organisation, SecondFactor, User


def someone(organisation: Organisation) -> Arguments:
    """A colleague in `organisation`."""
    user = User.objects.create(
        username=f"someone-{organisation.pk}",
        display_name="Seseorang",
        organisation=organisation,
        roles=["researcher"],
        password=make_password("x"),
    )
    return {"number": user.pk}


def on_the_way(enrolled: bool, own_password: bool) -> Callable[[Client], None]:
    """A visitor who has given the right password, and still lacks something."""

    def prepare(client: Client) -> None:
        organisation, _ = Organisation.objects.get_or_create(name="Lembaga Contoh", kind="ngo")
        user = User.objects.create(
            username="on-the-way",
            display_name="Seseorang",
            organisation=organisation,
            enrolment_ends_at=None if own_password else timezone.now(),
        )
        if enrolled:
            secret = second_factor.new_secret()
            SecondFactor.objects.create(user=user, secret=secret, confirmed_at=timezone.now())
        session = client.session
        session[entry.PENDING] = {
            "user": user.pk,
            "at": int(time.time()),
            "mark": user.get_session_auth_hash(),
        }
        session.save()

    return prepare


PASSWORDS = {"new": "ombak-laut-tenang", "again": "ombak-laut-tenang"}
NEW_PERSON = {"display_name": "Rani", "username": "rani", "roles": ["researcher"], "regions": ""}

PEOPLE = (
    Row("home", shows="/", status=302),
    Row("people:sign_in", shows="/", status=302, visitor_sees='name="password"'),
    Row("people:sign_in", shows="/", status=302, method="POST", visitor_sees='name="password"'),
    # The steps after the password are for visitors on their way in, not for those who are in.
    *(
        Row(
            url,
            shows="/sign-in/",
            status=302,
            method=method,
            visitor_sees=f'name="{name}"',
            before=on_the_way(enrolled, own_password),
        )
        for url, name, enrolled, own_password in (
            ("people:choose_password", "new", False, False),
            ("people:enrol", "code", False, True),
            ("people:code", "code", True, True),
        )
        for method in ("GET", "POST")
    ),
    Row("people:sign_out", shows="/sign-in/", status=302, method="POST"),
    Row(
        "people:language",
        shows="/profile/",
        status=302,
        method="POST",
        data={"language": "en", "next": "/profile/"},
        visitor_sees="/profile/",
    ),
    Row("people:profile", shows="Peran Anda"),
    Row("people:staff", shows="Tambah orang", roles=roles("administrator")),
    Row("people:add", shows='name="display_name"', roles=roles("administrator")),
    Row(
        "people:add",
        shows="Kata sandi pendaftaran",
        roles=roles("administrator"),
        method="POST",
        data=NEW_PERSON,
    ),
    Row(
        "people:set_active",
        shows="/staff/",
        status=302,
        roles=roles("administrator"),
        method="POST",
        target=someone,
        data={"active": "0"},
    ),
    Row(
        "people:reset",
        shows="Kata sandi pendaftaran",
        roles=roles("administrator"),
        method="POST",
        target=someone,
    ),
)

AUDIT = (Row("audit:events", shows="Sidik", roles=roles("supervisor", "data_protection_officer")),)

READERS = roles("finance_analyst", "supervisor")
CASE_READERS = roles(
    "intake_officer", "caseworker", "supervisor", "legal_officer", "counsellor", "registrar"
)
FIGURE_READERS = roles(
    "supervisor",
    "legal_officer",
    "finance_analyst",
    "researcher",
    "programme_officer",
    "registrar",
    "data_protection_officer",
    "director",
)


def on_alert(url: str, shows: str = "/alerts/", **options: Any) -> Row:
    """A form on the alert page: back to the page when it is done."""
    options = {"target": targets.an_alert, "roles": READERS, "status": 302, **options}
    return Row(url, shows=shows, method="POST", **options)


ALERTS = (
    Row("alerts:queue", shows="Unduh CSV", roles=READERS),
    Row(
        "alerts:find",
        shows="/alerts/?",
        status=302,
        roles=READERS,
        method="POST",
        data={"text": "0011"},
    ),
    Row("alerts:export", shows="alert_id,rank", roles=READERS),
    Row(
        "alerts:page",
        shows="Mengapa peringatan ini muncul",
        roles=READERS,
        target=targets.an_alert,
    ),
    Row("alerts:timeline", shows="graphics-object", roles=READERS, target=targets.an_alert),
    Row("alerts:network", shows="Akun dalam gambar", roles=READERS, target=targets.an_alert),
    Row("alerts:network_file", shows="number,account", roles=READERS, target=targets.a_nodes_file),
    Row(
        "alerts:what_if",
        shows="tidak menyertakan kedudukan",
        roles=READERS,
        target=targets.an_alert,
    ),
    Row(
        "alerts:what_if_chart",
        shows="graphics-symbol",
        roles=READERS,
        target=targets.a_replayable_alert,
    ),
    on_alert("alerts:assign", data={"to": ""}),
    on_alert("alerts:look_alikes"),
    on_alert("alerts:propose", data={"outcome": "refuted", "reasons": targets.REASON}),
    on_alert(
        "alerts:answer",
        roles=roles("supervisor"),
        target=targets.a_proposed_alert,
        data=targets.approval,
    ),
    on_alert("alerts:snooze", data=targets.a_snooze),
    on_alert("alerts:unsnooze"),
)

FIGURES = (
    Row("releases:figures", shows="Angka terlindung", roles=FIGURE_READERS),
    Row("releases:download", shows="table,row,column,count", roles=FIGURE_READERS),
    *RELEASES,
)


def on_filing(url: str, shows: str = "/filings/", **options: Any) -> Row:
    """A form of a filing: back to its page when it is done. Behind the wall it does not exist."""
    options = {"target": filings.a_draft, "roles": READERS, "status": 302, **options}
    return Row(url, shows=shows, method="POST", refused=404, **options)


FILINGS = (
    Row("filings:list", shows="Laporan PPATK", roles=READERS, refused=404),
    Row("filings:sender", shows="Data pelapor", roles=READERS, refused=404),
    on_filing("filings:sender", target=None, data=filings.SENDER),
    on_filing("filings:begin", target=filings.a_confirmed_alert, data={"kind": "information"}),
    on_filing(
        "filings:decision",
        shows="jaga-decision/1",
        status=200,
        target=filings.a_confirmed_alert,
    ),
    Row(
        "filings:page",
        shows="Fakta yang akan dilaporkan",
        roles=READERS,
        refused=404,
        target=filings.a_draft,
    ),
    Row(
        "filings:party",
        shows="Nomor rekening",
        roles=READERS,
        refused=404,
        target=filings.a_party,
    ),
    on_filing("filings:party", target=filings.a_party, data={"account_number": "12"}),
    on_filing("filings:paste", data=filings.rows),
    on_filing("filings:invent", shows="hanya untuk mode peraga", status=400),
    on_filing("filings:consent", target=filings.an_information, data={"consent": "PSJ-14"}),
    on_filing(
        "filings:approve",
        roles=roles("supervisor"),
        target=filings.a_ripe_information,
    ),
    on_filing("filings:reopen", target=filings.a_ready),
    on_filing("filings:download", shows="<report", status=200, target=filings.a_ready),
    on_filing("filings:receipt", target=filings.a_handed_over, data={"reference": "PPATK-77"}),
    on_filing("filings:hand_over", target=filings.a_ready, data={"reference": "PPATK-77"}),
)

ROWS: tuple[Row, ...] = (
    *PEOPLE, *AUDIT, *ALERTS, *CASES, *FILINGS, *FIGURES,
    *CHANNEL, *INTAKE, *CLOCKS, *LEGAL, *REFERRALS, *KEEPING, *WELLBEING, *NATIONAL, *GUIDE,
    *RESEARCH,
    *PROGRAMMES, *REGISTERS, *YEARLY, *REPORTS,
)  # fmt: skip

"""The demonstration's case work: each room invents its own, here in the order they build on."""

from collections.abc import Mapping

from jaga_web.cases import demo as cases
from jaga_web.channel import demo as channel
from jaga_web.clocks import demo as clocks
from jaga_web.intake import demo as intake
from jaga_web.legal import demo as legal
from jaga_web.people.models import User
from jaga_web.programmes import demo as programmes
from jaga_web.referrals import demo as referrals
from jaga_web.registers import demo as registers
from jaga_web.releases import demo as releases
from jaga_web.reports import demo as reports
from jaga_web.research import demo as research
from jaga_web.wellbeing import demo as wellbeing


def seed(people: Mapping[str, User]) -> None:
    """Invented cases and what hangs on them. `people`: the demonstration's staff by user name."""
    made = cases.seed(
        caseworkers=[people["pekerja-kasus"]],
        supervisor=people["penyelia"],
        counsellor=people["konselor"],
    )
    legal.seed(cases=made, by=people["penyelia"])
    referrals.seed(cases=made, supervisor=people["penyelia"], officer=people["mitra"])
    clocks.seed_breach(by=people["pelindungan-data"])
    channel.seed(by=people["penerimaan"])
    intake.seed(people)
    wellbeing.seed(people)
    programmes.seed(by=people["program"])
    registers.seed(by=people["peneliti"])
    reports.seed(by=people["peneliti"])
    releases.seed(people)
    research.seed(people)

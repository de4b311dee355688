"""The published sources that indicators cite, each once.

`confidence` says how we know the content: "read" in the publication or its own page,
"secondary" through a summary by someone else, "own arithmetic" from published figures.
"""

from dataclasses import replace
from datetime import date

from jaga.screening.model import Source

_READ_ON = date(2026, 11, 1)

FATF_2025 = Source(
    "FATF", "Detecting, Disrupting and Investigating Online Child Sexual Exploitation (2025)",
    "indicators annex, as summarised in the trade press", "secondary", _READ_ON,
)  # fmt: skip
AIC_634 = Source(
    "Australian Institute of Criminology", "Trends & issues no. 634 (2021)",
    "abstract: prolific payers", "read", _READ_ON,
)  # fmt: skip
AIC_589 = Source(
    "Australian Institute of Criminology", "Trends & issues no. 589 (2020)",
    "findings on amounts and gaps over time", "read", _READ_ON,
)  # fmt: skip
AUSTRAC_1087 = Source(
    "AUSTRAC", "Fintel Alliance case description (node 1087)",
    "small payments every few weeks, larger and more frequent later", "read", _READ_ON,
)  # fmt: skip
AUSTRAC_HUNTSMAN = Source(
    "AUSTRAC", "Operation Huntsman: sextortion financial indicators",
    "indicators for the paying and the receiving account", "read", _READ_ON,
)  # fmt: skip
AUSTRAC_MULE = Source(
    "AUSTRAC", "Combating money mules: financial crime guide",
    "consolidation and same-day onward payment, about 10 % kept", "secondary", _READ_ON,
)  # fmt: skip
FINTRAC_2025 = Source(
    "FINTRAC", "Operational alert on online child sexual exploitation (November 2025)",
    "as summarised in the press: small frequent transfers", "secondary", _READ_ON,
)  # fmt: skip
FINCEN_2025 = Source(
    "FinCEN", "FIN-2025-NTC2 on financially motivated sextortion",
    "red flags for a minor customer, as summarised", "secondary", _READ_ON,
)  # fmt: skip
PPATK_2024 = Source(
    "PPATK", "Statement of August 2024 on payment patterns",
    "many senders to one receiver; credits of insignificant size", "read", _READ_ON,
)  # fmt: skip
PPATK_ECPAT_2024 = Source(
    "PPATK and ECPAT Indonesia", "Focus group discussion, July 2024",
    "three lenses: profile of the holder, remark, location", "read", _READ_ON,
)  # fmt: skip
AMLC_2020 = Source(
    "AMLC (Philippines)", "Study on online sexual exploitation of children (2020)",
    "modus three: an organiser between payers and receivers", "read", _READ_ON,
)  # fmt: skip
AMLTRIX = Source(
    "AMLTRIX", "Open taxonomy, technique T0058.003",
    "indicators IND02979, IND03071, IND03074", "read", _READ_ON,
)  # fmt: skip
CHAINALYSIS_2026 = Source(
    "Chainalysis", "Crypto crime report 2026: subscription-like small payments",
    "as summarised in the press", "secondary", _READ_ON,
)  # fmt: skip
UK_NCA_2026 = Source(
    "UK National Crime Agency", "Guidance for banks on child sexual abuse (2026)",
    "customers under a court's order, as summarised", "secondary", _READ_ON,
)  # fmt: skip
UAE_CSAM1 = Source(
    "UAE Financial Intelligence Unit", "goAML reasons for reporting, code CSAM1",
    "payments linked to wallets, services or platforms known for such material", "secondary",
    _READ_ON,
)  # fmt: skip

AUSTRAC_2025 = Source(
    "AUSTRAC", "Alert of 2025 on payments for child sexual exploitation",
    "small payments together with anonymising or video-capture software", "secondary", _READ_ON,
)  # fmt: skip
AUSTRAC_2022 = Source(
    "AUSTRAC", "Preventing forced sexual servitude: financial crime guide (2022)",
    "lodging, rides, prepaid telephone top-ups beside third-party transfers", "secondary",
    _READ_ON,
)  # fmt: skip
FINTRAC_2016 = Source(
    "FINTRAC", "Operational alert on human trafficking (2016)",
    "advertisements bought in small multiples", "secondary", _READ_ON,
)  # fmt: skip
AMLC_MODUS = Source(
    "AMLC (Philippines)", "Three modus of online exploitation, as told to the press",
    "modus two: relatives who act for several children", "read", _READ_ON,
)  # fmt: skip
AMLC_2023 = Source(
    "AMLC (Philippines)", "Suspicious remittances 2020-2022, as told to the press",
    "small inward remittances without a family link", "read", _READ_ON,
)  # fmt: skip
CHAINALYSIS_2020 = Source(
    "Chainalysis", "Report of 2020 on payments in virtual assets",
    "US$10 to 50, 23:00 to 05:00, repeated to one group of addresses, prepaid cards",
    "secondary", _READ_ON,
)  # fmt: skip
UI_IJSLS = Source(
    "Universitas Indonesia", "Indonesian Journal of Socio-Legal Studies 5(1)",
    "cases paid through wallets, virtual assets and gifts in games", "read", _READ_ON,
)  # fmt: skip
KPAI_2025 = Source(
    "KPAI", "Statement of August 2025",
    "paid groups; frequency, method and purpose of payment are telling", "read", _READ_ON,
)  # fmt: skip


def at(source: Source, locator: str) -> Source:
    """The same publication, pointing at another place in it."""
    return replace(source, locator=locator)

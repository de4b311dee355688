"""Every indicator, one file each. The list is written by hand so that it can be read."""

from jaga.screening.indicators import (
    child_many_senders,
    equal_credits,
    fast_cash_out,
    gather_split,
    payer_escalation,
    payer_night_payments,
    payer_prolific_small,
    payer_rail_switch,
    payer_round_amounts,
    payer_several_receivers,
    payer_unlikely_remarks,
    pays_a_collector,
    pays_young_people,
    received_remarks,
    receiver_many_senders,
    receiver_new_account,
    receiver_night_credits,
    receiver_young_senders,
    shared_device,
    young_payer_burst,
    young_spending_jump,
    young_vouchers,
)
from jaga.screening.model import Indicator

_FILES = (
    payer_several_receivers,
    payer_prolific_small,
    payer_round_amounts,
    payer_escalation,
    payer_night_payments,
    payer_unlikely_remarks,
    payer_rail_switch,
    pays_young_people,
    receiver_many_senders,
    receiver_night_credits,
    receiver_new_account,
    receiver_young_senders,
    received_remarks,
    equal_credits,
    fast_cash_out,
    gather_split,
    shared_device,
    young_payer_burst,
    young_spending_jump,
    young_vouchers,
    pays_a_collector,
    child_many_senders,
)

INDICATORS: dict[str, Indicator] = {file.INDICATOR.id: file.INDICATOR for file in _FILES}

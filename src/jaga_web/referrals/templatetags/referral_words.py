"""Template filters: codes of referrals as words."""

from django import template

from jaga.words import Text
from jaga_web.referrals import words
from jaga_web.referrals.models import Referral

register = template.Library()


@register.filter
def said(code: str, name: str) -> str:
    """`code` from the list called `name`, in words."""
    return words.of_code(name, code)


@register.filter
def all_said(codes: list[str], name: str) -> str:
    """Several codes from one list, in words, with commas."""
    return ", ".join(words.of_code(name, code) for code in codes)


@register.filter
def text(one: Text) -> str:
    """A Text in the language of the page."""
    return words.say(one)


@register.filter
def asked_for(referral: Referral) -> str:
    """The service and subtype of a referral, in words."""
    return words.of_service(referral.service, referral.subtype)

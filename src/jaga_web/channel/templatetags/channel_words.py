"""Words of the core in the reader's language."""

from django import template

from jaga_web.speaking import said

register = template.Library()
register.filter(said)

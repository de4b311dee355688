"""Jaga's core: payments in, alerts and protected figures out.

No web framework, no environment variables, no printing and no network in here:
each function takes what it needs and returns, or writes where it is told.
"""

__version__ = "0.1.0"

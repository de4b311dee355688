"""What goes to the financial intelligence unit, behind a wall of its own.

Nobody who faces customers may learn that a report exists (UU 8/2010 art. 12): not from a page,
a link, a count, a search or the audit trail. Lower apps know nothing of this one.
"""

"""What a house does in a year, as rows of counts: activities, and a register of applications.

Nobody is named here: participants are numbers. From these rows come the facts of the year.
"""

"""What goes to the financial intelligence unit: an LTKM, or an NGO's information.

run folder + decision + parties + reporter → compose → goaml → one checked XML file
"""

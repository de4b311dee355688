"""Cases, in their smallest form: a number, a status, an owner."""

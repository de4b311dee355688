"""The rules of case work: steps, lawful bases, deadlines, services, codes. No person in here."""

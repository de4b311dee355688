"""Legal milestones of a case, and the leads it gives to the money trail."""

"""The people who carry cases: exposure, breaks, supervision, caseload."""

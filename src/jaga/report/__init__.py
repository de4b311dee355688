"""The year-end report and the brief: facts in, pages out; no figure that is not a fact."""

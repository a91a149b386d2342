"""What would tell who a family is, hidden before words leave this program and put back only on the page.

Rules and lists of names, no model: what it finds and misses is counted by `python -m evals.personal_data`.
"""

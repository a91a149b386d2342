"""Signpost beside what others would set up: the same passages, questions and machine, one after the other."""

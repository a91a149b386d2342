"""Judges: a chat model asked what no count can tell, several times over, and held against people's marks."""

"""True sentences of ours changed in one fact: how many of the changes the verification sees, and what it wrongs."""

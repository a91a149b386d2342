"""How much personal data is hidden and how often words are hidden for nothing, on sentences with every piece marked."""

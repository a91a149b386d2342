"""A family's question in, an answer with cited passages out."""

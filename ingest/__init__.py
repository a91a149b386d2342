"""Documents in, passages out: one parser per layout, then one atomic build of the index."""

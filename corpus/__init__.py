"""The nouns that ingest and bot share: sources, passages, locators, and the index that holds them."""

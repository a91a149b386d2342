"""The web chat and the pages beside it; the only package that knows Chainlit."""

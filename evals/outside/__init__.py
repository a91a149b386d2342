"""Collections from outside: our own retrieval and verification over what somebody else wrote and marked."""

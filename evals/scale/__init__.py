"""What the product costs with many documents: an index of decisions of our own making beside the real one."""

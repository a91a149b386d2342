"""Evidence to a draft: statements that cite labels and nothing else."""

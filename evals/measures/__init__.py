"""What is measured, one idea a file; `table.py` lists them all."""

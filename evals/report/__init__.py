"""What people read of a run: one HTML page, Markdown for a pull request, JUnit XML for the pipeline."""

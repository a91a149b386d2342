"""Cases, runs, measures and reports: how staff can tell whether answers are right before families see them."""

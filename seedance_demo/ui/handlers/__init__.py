"""Event handlers of the page, and a job as values of its components."""

"""What the events of the page do, and a job as values of its components."""

"""Runs jobs in the background of the process, from the request to the clip on disk."""

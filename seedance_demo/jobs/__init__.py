"""The life of a job, from the press to the clip on disk, in the background of the process."""

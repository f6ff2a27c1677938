"""`huiying replay`: files of items through the pipeline, without a server and without a network."""

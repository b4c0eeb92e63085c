"""Reading a prompt: its beats, and what the words of each ask of camera, light and sound."""

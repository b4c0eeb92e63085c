"""The animatic: images, a prompt and seconds become an mp4 that moves, is lit and sounds as directed."""

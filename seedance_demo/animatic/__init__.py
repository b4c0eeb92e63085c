"""The animatic: pictures, a prompt and seconds become an mp4 that moves and sounds as directed."""

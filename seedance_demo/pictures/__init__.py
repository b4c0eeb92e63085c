"""How a picture is read, wherever it comes from: the page, a program, the command line."""

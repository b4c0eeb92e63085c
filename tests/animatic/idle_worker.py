"""A renderer that is done with every order at once, for apps whose films nobody looks at: the usual
one has its imports, and looks at the first picture, for a second of a processor."""

import sys

if __name__ == "__main__":
    for _order in sys.stdin:
        print('{"begun": true}\n{"done": true}', flush=True)

"""Tables of film words and what each comes to in a plan, in the notation of `lexicon`.

In a table the longest phrase that fits wins, so the order of the lines does not matter; across
tables a word may well mean two things (lightning is a stormy light and a thunderclap).
"""

"""Reads a prompt: its segments, and what the words of each ask of camera, light and sound.

A pure function of text, seconds and number of images. `director` is the way in.
"""

"""Seedance 2.0 image-to-video in one page, with a free animatic of the same brief."""

"""The WaveSpeedAI HTTP API v3 on loopback, rendering animatics instead of running models.

The page speaks to it exactly as it speaks to the provider, and so can any WaveSpeedAI client: build
against the API without spending. Prices are the catalogue's, the balance is play money.
"""

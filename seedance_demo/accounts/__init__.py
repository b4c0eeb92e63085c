"""Who asks, who pays, and what is left to pay with."""

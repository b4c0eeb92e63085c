"""What is wanted, as the provider takes it, and at what price."""

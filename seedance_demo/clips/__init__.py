"""What is read out of finished clips, and made of them: pictures, and one film of several."""

"""Publishing as a Hugging Face Space: `python -m seedance_demo.space OWNER/NAME`."""

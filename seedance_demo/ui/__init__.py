"""Everything that knows Gradio: the page, its components, and what its events do."""

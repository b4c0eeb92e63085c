"""Everything that knows Gradio: the page, its components, and its event handlers."""

"""Components of the page, each with its HTML or its Gradio component."""

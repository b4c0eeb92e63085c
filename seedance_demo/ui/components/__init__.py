"""The parts that the page is made of, each with its HTML or its Gradio component."""

"""Search: what people type against what the desk holds."""

"""What decides: pure and typed. No framework, no input or output, no clock; `now` is an argument."""

"""`huiying demo`: an invented county whose fourteen days play in a few minutes, for trying the desk by hand."""

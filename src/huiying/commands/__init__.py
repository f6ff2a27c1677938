"""The commands of the command line, one group a file. Thin: they read arguments, call acts and print."""

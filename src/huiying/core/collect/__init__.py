"""Reading what sources publish: charsets, feeds, replay lines, subscription lists, robots rules and when to look again."""

"""The case room: everything about one case, and every act on it that the reader may do now."""

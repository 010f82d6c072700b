"""The frozen form of a profile: its schema, how rows become it, its differences and its seal."""

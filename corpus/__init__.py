"""The corpus: what experts have settled, case by case, each figure proved by a derivation anyone can redo."""

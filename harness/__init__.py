"""A run: ask an engine, judge its answers, explain them, report."""

"""How Hypothesis runs here: the same examples every time, no database left behind, no verdict that depends on a clock."""

from hypothesis import settings

settings.register_profile("etalon", derandomize=True, database=None, deadline=None, max_examples=60)
settings.load_profile("etalon")

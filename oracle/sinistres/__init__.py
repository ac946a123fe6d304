"""Work accidents and occupational diseases: from facts to days, with the rules of ``atmp``."""

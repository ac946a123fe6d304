"""The law of family leaves: maternity, paternity, adoption, birth, mourning. Rules only; ``oracle.conges`` conducts them."""

"""Rules of law of work accidents and occupational diseases: small pure functions over plain values, nothing else."""

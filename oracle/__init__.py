"""The oracle: what French law says is due, and why, for one dossier at one date.

Purpose: a reference that a lawyer can read and a machine can run.
It imports nothing of ours and knows nothing of engines, cases or reports.
"""

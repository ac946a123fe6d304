"""How a candidate engine is asked: the protocol, the transports that carry it, and the patience around them.

Purpose: put a dossier to any engine, in any language, and hand back what it answered or how it failed.
No rule of law lives here, and nothing is judged here.
"""

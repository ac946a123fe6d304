"""What the oracle holds of work accidents, and declines until curated cases vouch for it."""

MOTIFS_D_ACCIDENT = frozenset(
    {
        "jour_de_l_accident",
        "faute_intentionnelle",
        "beneficiaire_sans_indemnite",
        "aucune_perte_de_revenu",
        "duree_maximale_atmp",
        "temps_partiel_non_reconnu",
        "rente_superieure",
        "poste_remunere",
    }
)
"""Why a day of a work accident is not paid."""

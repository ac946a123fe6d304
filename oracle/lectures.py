"""Admissible readings where the law is silent: each named, with its ground. The first value is the default.

A reading is never picked silently: rules ask for it by name, and the trace keeps what was asked.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from oracle.dossier.erreurs import DossierInvalide, Probleme


@dataclass(frozen=True)
class Lecture:
    """A point of law the text leaves open: the question, and for each answer its ground."""

    nom: str
    question: str
    valeurs: Mapping[str, str]

    @property
    def defaut(self) -> str:
        """The reading taken when none is asked for."""
        return next(iter(self.valeurs))


LECTURES: dict[str, Lecture] = {
    lecture.nom: lecture
    for lecture in (
        Lecture(
            "arrondi_ij",
            "Comment la moitié du gain journalier est-elle ramenée au centime ?",
            {
                "au_plus_proche": "reproduit tous les maximums publiés de 2012 à 2026",
                "troncature": "reproduit les exemples grand public (32,87 € pour 2 000 € par mois)",
            },
        ),
        Lecture(
            "arrondi_base",
            "Le gain journalier de base est-il arrondi avant d'être divisé par deux ?",
            {
                "exacte": "aucun texte ne prévoit cet arrondi",
                "centime": "usage de plusieurs éditeurs de paie",
                "troncature": "usage de plusieurs éditeurs de paie",
            },
        ),
        Lecture(
            "arrondi_net",
            "Où arrondit-on la CSG et la CRDS ?",
            {
                "sur_le_total": "un seul arrondi de 0,933 × brut : reproduit les nets publiés",
                "par_prelevement": "CSG et CRDS arrondies chacune sur le brut du paiement",
                "par_jour": "0,933 × indemnité du jour, arrondi chaque jour",
                "par_jour_crds_tronquee": "par analogie avec D168-13 : chaque jour, CSG arrondie et CRDS tronquée",
            },
        ),
        Lecture(
            "smic_1er_janvier",
            "Quel SMIC pour une période de douze mois qui commence un 1er janvier ?",
            {
                "annee_precedente": "lettre de R313-3, 2° : le 1er janvier « qui précède » la période",
                "jour_meme": "par symétrie avec le 1°, qui retient le premier jour de la période",
            },
        ),
        Lecture(
            "jours_non_prescrits",
            "Avant le 1er septembre 2024, les jours entre un avis et sa prolongation étaient-ils payés ?",
            {
                "tolerance": "pratique de l'assurance maladie : pont du week-end et du jour férié",
                "jamais": "texte de L321-1 ; Cass. 2e civ., 21 mars 2024, n° 22-11.242",
            },
        ),
        Lecture(
            "maintien_dernier_jour",
            "Le jour anniversaire de la cessation est-il encore dans les douze mois de maintien ?",
            {
                "anniversaire_exclu": "décompte de quantième à quantième depuis le premier jour sans activité",
                "anniversaire_inclus": "lecture favorable de la durée de douze mois",
            },
        ),
        Lecture(
            "fin_contrat_sans_rectificative",
            "Le contrat finit pendant l'arrêt et l'employeur ne corrige pas son attestation : jusqu'où est-il destinataire ?",
            {
                "bornee_au_contrat": "plus de salaire maintenu après la fin du contrat",
                "attestation_suivie": "l'attestation lie la caisse tant qu'elle n'est pas corrigée",
            },
        ),
        Lecture(
            "droit_constant",
            "La date qui sélectionne la règle dépasse ce que l'on sait du droit : suppose-t-on le droit inchangé ?",
            {
                "non": "le droit est connu à cette date",
                "oui": "droit supposé inchangé depuis la dernière lecture",
            },
        ),
    )
}


def verifier_les_lectures(choisies: Mapping[str, str]) -> dict[str, str]:
    """Check chosen readings; raise ``DossierInvalide`` naming the unknown reading or value and what is accepted."""
    problemes = []
    for nom, valeur in choisies.items():
        if nom not in LECTURES:
            problemes.append(
                Probleme(
                    f"lectures.{nom}", "", f"lecture inconnue ; lectures admises : {', '.join(LECTURES)}"
                )
            )
        elif valeur not in LECTURES[nom].valeurs:
            problemes.append(
                Probleme(
                    f"lectures.{nom}", str(valeur), f"valeurs admises : {', '.join(LECTURES[nom].valeurs)}"
                )
            )
    if problemes:
        raise DossierInvalide(problemes)
    return dict(choisies)

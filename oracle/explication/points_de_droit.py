"""The readings that decide this décompte: the open point of law, what was followed, what another answer would give."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from oracle.calendrier import nb_jours
from oracle.explication.etude import Parts, parts_par_jour
from oracle.explication.langue import article, enumerer, euros, intervalle_compte
from oracle.explication.personnes import Personnes, par_jour
from oracle.lectures import LECTURES
from oracle.liquidation import Liquidation

LIBELLES: Mapping[tuple[str, str], str] = {
    ("arrondi_ij", "au_plus_proche"): "arrondi au centime le plus proche",
    ("arrondi_ij", "troncature"): "troncature au centime",
    ("arrondi_base", "exacte"): "aucun arrondi du gain journalier",
    ("arrondi_base", "centime"): "gain journalier arrondi au centime",
    ("arrondi_base", "troncature"): "gain journalier tronqué au centime",
    ("arrondi_net", "sur_le_total"): "un seul arrondi, sur le total",
    ("arrondi_net", "par_prelevement"): "un arrondi de la CSG et un de la CRDS",
    ("arrondi_net", "par_jour"): "un arrondi du net chaque jour",
    ("arrondi_net", "par_jour_crds_tronquee"): "un calcul chaque jour, la CRDS étant tronquée",
    ("smic_1er_janvier", "annee_precedente"): "SMIC du 1er janvier de l'année précédente",
    ("smic_1er_janvier", "jour_meme"): "SMIC de ce 1er janvier",
    ("jours_non_prescrits", "tolerance"): "jours payés par tolérance",
    ("jours_non_prescrits", "jamais"): "jours jamais payés",
    ("maintien_dernier_jour", "anniversaire_exclu"): "jour anniversaire exclu",
    ("maintien_dernier_jour", "anniversaire_inclus"): "jour anniversaire inclus",
    (
        "fin_contrat_sans_rectificative",
        "bornee_au_contrat",
    ): "employeur destinataire jusqu'à la fin du contrat",
    (
        "fin_contrat_sans_rectificative",
        "attestation_suivie",
    ): "employeur destinataire jusqu'à la date attestée",
    ("droit_constant", "non"): "droit connu à cette date",
    ("droit_constant", "oui"): "droit supposé inchangé",
}
"""Each reading in words."""

_SUITES_MONTREES = 6


@dataclass(frozen=True)
class AutreLecture:
    """The same dossier under another value of one reading; ``liquidation`` null when it could not be decided."""

    lecture: str
    suivie: str
    autre: str
    liquidation: Liquidation | None


def change_les_centimes(une: Liquidation, autre: Liquidation) -> bool:
    """Whether two liquidations pay anything differently: a day, a payee, a balance, a levy."""
    return (
        parts_par_jour(une) != parts_par_jour(autre)
        or une.decompte.soldes != autre.decompte.soldes
        or une.decompte.prelevements != autre.decompte.prelevements
    )


def dire_les_points_de_droit(
    liquidation: Liquidation, autres: Sequence[AutreLecture], personnes: Personnes
) -> list[str]:
    """Each point that decides, and what the other answers would give."""
    lignes: list[str] = []
    for nom, lectures in groupby(autres, key=lambda autre: autre.lecture):
        proposees = list(lectures)
        lignes.append(LECTURES[nom].question)
        lignes.append(f"Lecture suivie : {_dire_une_lecture(nom, proposees[0].suivie)}.")
        for proposee in proposees:
            lignes.append(f"Autre lecture : {_dire_une_lecture(nom, proposee.autre)}. Elle donnerait :")
            lignes += _ecarts(liquidation, proposee.liquidation, personnes)
    return ["Points de droit dont ce décompte dépend", *lignes] if lignes else []


def _dire_une_lecture(nom: str, valeur: str) -> str:
    fondement = article(LECTURES[nom].valeurs[valeur])
    libelle = LIBELLES.get((nom, valeur))
    return fondement if libelle is None else f"{libelle}. Motif : {fondement}"


def _ecarts(une: Liquidation, autre: Liquidation | None, personnes: Personnes) -> list[str]:
    if autre is None:
        return ["– un dossier que le calcul ne sait pas encore décider."]
    suites = list(_suites(parts_par_jour(une), parts_par_jour(autre)))
    lignes = [
        f"– {intervalle_compte(debut, fin)} : {_au_lieu_de(ici, la, nb_jours(debut, fin), personnes)} ;"
        for debut, fin, ici, la in suites[:_SUITES_MONTREES]
    ]
    if len(suites) > _SUITES_MONTREES:
        lignes.append("– et d'autres jours ensuite ;")
    lignes += [f"– {ecart} ;" for ecart in _ecarts_des_comptes(une, autre, personnes)]
    return [*lignes[:-1], f"{lignes[-1].removesuffix(' ;')}."]


def _au_lieu_de(ici: Parts, la: Parts, jours: int, personnes: Personnes) -> str:
    """Both answers for a day; a payee who does not change is named once."""
    if len(ici) == len(la) == 1 and ici[0][0] == la[0][0]:
        return f"{euros(la[0][1])}{par_jour(jours)} au lieu de {euros(ici[0][1])} {personnes.a(ici[0][0])}"
    return f"{personnes.paiement(la, jours)} au lieu de {personnes.paiement(ici, jours)}"


def _ecarts_des_comptes(une: Liquidation, autre: Liquidation, personnes: Personnes) -> Iterator[str]:
    """What each payee would be due and net, where it differs."""
    dus_ici, dus_la = ({s.destinataire: s.du for s in x.decompte.soldes} for x in (une, autre))
    nets_ici, nets_la = ({p.destinataire: p.net for p in x.decompte.prelevements} for x in (une, autre))
    for qui in sorted({*dus_ici, *dus_la}):
        morceaux = [
            f"{euros(la.get(qui, 0))} {quoi} au lieu de {euros(ici.get(qui, 0))}"
            for quoi, ici, la in (("bruts", dus_ici, dus_la), ("nets", nets_ici, nets_la))
            if ici.get(qui, 0) != la.get(qui, 0)
        ]
        if morceaux:
            yield f"en tout {personnes.a(qui)} : {enumerer(morceaux)}"


def _suites(ici: Mapping[date, Parts], la: Mapping[date, Parts]) -> Iterator[tuple[date, date, Parts, Parts]]:
    """Runs of days on which the payees or their amounts differ, with both answers."""
    differents = [
        (jour, ici.get(jour, ()), la.get(jour, ()))
        for jour in sorted({*ici, *la})
        if ici.get(jour, ()) != la.get(jour, ())
    ]
    for _, groupe in groupby(enumerate(differents), key=lambda x: (x[1][0].toordinal() - x[0], x[1][1:])):
        jours = [jour for _, jour in groupe]
        yield jours[0][0], jours[-1][0], jours[0][1], jours[0][2]

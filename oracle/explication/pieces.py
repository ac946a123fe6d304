"""A document in words: what it is called, what it holds, and what differs between two versions of it."""

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, TypeVar

from oracle.calendrier import en_francais, mois_civil
from oracle.dossier.activites import Activite, RevenuIndependant
from oracle.dossier.arrets import AvisArret
from oracle.dossier.champs import Intervalle, Modele, Piece
from oracle.dossier.employeur import Accessoire, AttestationSalaire, AttestationTempsPartiel, Paie
from oracle.dossier.famille import Adoption, Conge, Naissance
from oracle.dossier.versements import Mouvement
from oracle.explication.avis import nommer_l_avis
from oracle.explication.conges.etude import NOMS
from oracle.explication.conges.repos import nommer_les_enfants
from oracle.explication.ecarts import au_lieu_de, resumer
from oracle.explication.langue import euros, intervalle, pluriel
from oracle.explication.mots import ELEMENTS, PIECES, VALEURS
from oracle.explication.vocabulaire import CHAMPS, OUI, Contexte, ecrire

_MACHINE = frozenset({"id", "type", "remplace", "annule"})
_DATES = ("recue_le", "debut", "fin", "date", "versee_le")
_DITS: Mapping[str, tuple[str, ...]] = {
    "activite": ("activite", "nature"),
    "avis_arret": ("arret", "nature", "risque", "prescrit_le", "envoye_le", "ald"),
    "ald": ("ald",),
    "attestation_salaire": ("arret", "activite", "paies"),
    "attestation_temps_partiel": ("arret", "activite"),
    "mouvement": ("nature", "montant", "destinataire", "lignes"),
    "grossesse": ("grossesse",),
    "naissance": ("grossesse", "enfants"),
    "deces_mere": ("grossesse",),
    "adoption": ("adoption", "arrivee"),
    "conge": ("conge", "risque", "grossesse", "adoption", "periodes"),
    "revenu_independant": ("annee",),
}
"""Beside its dates, what the name of a document already tells."""

_DITS_MEME_NON = ("favorable", "indemnise", "volontaire", "accord", "guerison", "ne_vivant")
"""Yes-or-no answers that matter both ways; any other goes without saying when it is no."""

_SORTIES_DE_CAISSE = ("paiement", "acompte")


@dataclass(frozen=True)
class Nom:
    """A document's article and name: ``l'``, ``avis initial du 2 au 20 septembre 2024``."""

    article: str
    texte: str

    @property
    def de(self) -> str:
        """``de l'avis initial``, ``du paiement``."""
        return f"du {self.texte}" if self.article == "le " else f"de {self.article}{self.texte}"


def type_de(piece: Piece) -> str:
    """The type of a document, as the contract names it."""
    return str(getattr(piece, "type"))  # noqa: B009  # every model of a document has one, each with its own literal


def nommer(piece: Piece, contexte: Contexte, *, en_detail: bool) -> Nom:
    """What a document is called; ``en_detail``: with all that it states beyond what is usual."""
    article, nom = PIECES[type_de(piece)]
    quand = _quand(piece)
    match piece:
        case AvisArret():
            article, nom, quand = "la " if piece.nature == "prolongation" else "l'", nommer_l_avis(piece), ""
        case Activite(nature="salarie"):
            article = "le "
            nom = f"contrat de travail avec {contexte.personnes.nommer(f'employeur:{piece.activite}')}"
        case AttestationSalaire() | AttestationTempsPartiel():
            nom += f" de {contexte.personnes.nommer(f'employeur:{piece.activite}')}"
            if len(contexte.debuts) + len(contexte.conges) > 1:
                nom += f" pour {contexte.arret(piece.arret)}"
        case Conge():
            nom = NOMS[piece.risque]
            quand = intervalle(min(p.debut for p in piece.periodes), max(p.fin for p in piece.periodes))
            if len(piece.periodes) > 1:
                quand += f", en {len(piece.periodes)} périodes"
        case Naissance():
            quand += f", {nommer_les_enfants(piece)}"
        case Adoption():
            nom += f" de {pluriel(piece.enfants, 'enfant')}"
            quand = f"le {en_francais(piece.arrivee)}"
        case RevenuIndependant():
            nom += f" de {piece.annee}"
        case Mouvement():
            article = {"acompte": "l'", "abandon": "l'", "retenue": "la ", "remise": "la "}.get(
                piece.nature, "le "
            )
            qui = contexte.personnes
            a_qui = qui.a if piece.nature in _SORTIES_DE_CAISSE else lambda x: f"pour {qui.nommer(x)}"
            nom = f"{VALEURS[piece.nature]} de {euros(piece.montant)} {a_qui(piece.destinataire)}"
    morceaux = [f"{nom} {quand}".rstrip()]
    if en_detail:
        morceaux += _particularites(piece, (*_DATES, *_DITS.get(type_de(piece), ())), contexte)
    return Nom(article, ", ".join(morceaux))


def _quand(modele: Modele) -> str:
    """``à partir du 1er janvier 2019``, ``du 2 au 20 septembre 2024``, ``le 16 septembre 2024``."""
    debut, fin, jour = (getattr(modele, champ, None) for champ in ("debut", "fin", "date"))
    if isinstance(debut, date):
        return intervalle(debut, fin) if isinstance(fin, date) else f"à partir du {en_francais(debut)}"
    return f"le {en_francais(jour)}" if isinstance(jour, date) else ""


def _particularites(modele: Modele, dits: Collection[str], contexte: Contexte) -> Iterator[str]:
    """What a document, or a part of one, states beyond what its name tells and what goes without saying."""
    if isinstance(modele, AttestationSalaire) and modele.paies:
        debut, fin = min(p.debut for p in modele.paies), max(p.fin for p in modele.paies)
        total = euros(sum(paie.brut for paie in modele.paies))
        yield f"{pluriel(len(modele.paies), 'paie')} {intervalle(debut, fin)} pour {total} bruts"
    for champ, infos in type(modele).model_fields.items():
        valeur = getattr(modele, champ)
        usuelle = valeur in (None, (), {}) or (valeur == infos.default and champ not in _DITS_MEME_NON)
        if (
            champ in _MACHINE
            or champ in dits
            or usuelle
            or (champ == "arret" and len(contexte.debuts) + len(contexte.conges) < 2)
        ):
            continue
        if champ in ELEMENTS and isinstance(valeur, tuple):
            yield from (_nommer_un_element(champ, element) for element in valeur)
        else:
            libelle, ecrit = CHAMPS[champ][0], ecrire(champ, valeur, contexte)
            yield libelle if ecrit == OUI else f"{libelle} : {ecrit}"


def differences(
    avant: Modele, apres: Modele, contexte: Contexte, sauf: Collection[str] = ()
) -> Iterator[str]:
    """Field by field, ``fin : le 30 septembre 2024 au lieu du 20 septembre 2024``; part by part for a list of parts."""
    for champ in type(avant).model_fields:
        ici, la = getattr(avant, champ), getattr(apres, champ)
        if champ in _MACHINE or champ in sauf or ici == la:
            continue
        if champ in ELEMENTS and isinstance(ici, tuple):
            yield from _differences_des_elements(champ, ici, la, contexte)
        elif isinstance(ici, Modele) and isinstance(la, Modele) and not isinstance(ici, Intervalle):
            yield from (f"{CHAMPS[champ][0]}, {ecart}" for ecart in differences(ici, la, contexte))
        else:
            yield f"{CHAMPS[champ][0]} : {_difference(champ, ici, la, contexte)}"


def _difference(champ: str, ici: Any, la: Any, contexte: Contexte) -> str:
    avant, apres = ecrire(champ, ici, contexte), ecrire(champ, la, contexte)
    return "contenu différent" if avant == apres else au_lieu_de(apres, avant)


def _differences_des_elements(
    champ: str, ici: Sequence[Modele], la: Sequence[Modele], contexte: Contexte
) -> Iterator[str]:
    """Parts of the same name, or the only one left on each side, are compared; the others are more, or fewer."""
    paires, seules_ici, seules_la = rapprocher(
        ici, la, (_elle_meme, _elle_meme), (_nom_dans(champ), _nom_dans(champ))
    )
    if len(seules_ici) == len(seules_la) == 1:
        paires, seules_ici, seules_la = [*paires, *zip(seules_ici, seules_la, strict=True)], [], []
    concernes: dict[str, list[str]] = {}
    for avant, apres in paires:
        for ecart in differences(avant, apres, contexte):
            concernes.setdefault(ecart, []).append(_nommer_un_element(champ, avant))
    yield from (f"{resumer(noms)}, {ecart}" for ecart, noms in concernes.items())
    for sens, seules in (("en moins", seules_ici), ("en plus", seules_la)):
        memes: dict[tuple[str, ...], list[str]] = {}
        for element in seules:
            details = tuple(_particularites(element, _DATES, contexte))
            memes.setdefault(details, []).append(_nommer_un_element(champ, element))
        yield from (f"{sens} : {', '.join([resumer(noms), *details])}" for details, noms in memes.items())


def _elle_meme(element: Modele) -> Modele:
    return element


def _nom_dans(champ: str) -> Callable[[Modele], str]:
    return lambda element: _nommer_un_element(champ, element)


def _nommer_un_element(champ: str, element: Modele) -> str:
    """``paie de juin 2024``, ``subrogation du 2 au 12 septembre 2024``, ``prime du 5 mai 2024``."""
    if isinstance(element, Accessoire):
        return f"{VALEURS[element.nature]} du {en_francais(element.versee_le)}"
    if isinstance(element, Paie):
        mois = mois_civil(element.debut)
        if (mois.debut, mois.fin) == (element.debut, element.fin):
            return f"{ELEMENTS[champ]} de {mois}"
    return f"{ELEMENTS[champ]} {_quand(element)}".rstrip()


_T = TypeVar("_T")
_Cle = Callable[[_T], Any]


def rapprocher(
    ici: Sequence[_T], la: Sequence[_T], *cles: tuple[_Cle[_T], _Cle[_T]]
) -> tuple[list[tuple[_T, _T]], list[_T], list[_T]]:
    """Pair what two lists hold: whose first keys are equal, then, of what is left, the second, and so on.

    Returns the pairs, then what either side alone has, each in its order.
    """
    paires, restes_ici, restes_la = [], list(ici), list(la)
    for cle_ici, cle_la in cles:
        seuls = []
        for avant in restes_ici:
            cle = cle_ici(avant)
            rang = next((i for i, apres in enumerate(restes_la) if cle_la(apres) == cle), None)
            if rang is None:
                seuls.append(avant)
            else:
                paires.append((avant, restes_la.pop(rang)))
        restes_ici = seuls
    return paires, restes_ici, restes_la

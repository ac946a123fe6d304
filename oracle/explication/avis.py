"""Which stop is told: its notices, why they make one stop or two, its first unworked day, its resumption."""

from collections.abc import Iterator
from datetime import date

from oracle.calendrier import en_francais, plus_jours
from oracle.dossier.arrets import AvisArret
from oracle.explication.etude import Etude, articles_de, nombre_de
from oracle.explication.langue import articles, intervalle, intervalle_compte, phrase, pluriel
from oracle.loi import Rencontre


def titre(etude: Etude) -> str:
    """The stop by its dates: from its first unworked day to the last one not worked under a prescription."""
    interruption = etude.instruction.interruption
    if interruption.vide:
        dates = intervalle(interruption.avis[0].debut, max(avis.fin for avis in interruption.avis))
        return f"Arrêt prescrit {dates}, sans aucun jour d'arrêt"
    return f"Arrêt {intervalle(interruption.debut, interruption.fin)}"


def dire_les_avis(etude: Etude, precedent: Etude | None) -> list[str]:
    """One line a notice, then what was worked at either end."""
    lignes = [
        f"– {phrase(_dire(etude, avis, rang, rang > 0 or precedent is not None))}"
        for rang, avis in enumerate(etude.instruction.interruption.avis)
    ]
    lignes += [
        f"– {phrase(coupe)}" for avis in etude.instruction.interruption.avis for coupe in _coupe(etude, avis)
    ]
    interruption = etude.instruction.interruption
    if not interruption.vide and etude.journees[0].fait.nature == "travaille":
        regle = articles(etude.journees[0].decision.articles)
        lignes.append(
            f"– Le premier jour prescrit a été travaillé : l'arrêt court du {en_francais(interruption.debut)} — {regle}."
        )
    lignes += [
        f"– Travail repris le {en_francais(jour)}, avant la fin prescrite." for jour in _reprises(etude)
    ]
    return lignes


def _coupe(etude: Etude, avis: AvisArret) -> Iterator[str]:
    """That a leave holds some of the days a notice covers."""
    entier = next((piece for piece in etude.faits.avis if piece.id == avis.id), avis)
    if (entier.debut, entier.fin) != (avis.debut, avis.fin):
        nom = "cette prolongation" if avis.nature == "prolongation" else "cet avis"
        yield f"{nom} court {intervalle_compte(entier.debut, entier.fin)} : ses autres jours relèvent d'un congé"


def nommer_l_avis(avis: AvisArret) -> str:
    """``avis initial du 2 au 20 septembre 2024 (19 jours), prescrit le 2 septembre 2024``."""
    prolongation = avis.nature == "prolongation"
    nom, accord = ("prolongation", "prescrite") if prolongation else ("avis initial", "prescrit")
    texte = f"{nom} {intervalle_compte(avis.debut, avis.fin)}, {accord} le {en_francais(avis.prescrit_le)}"
    return texte if avis.ald is None else f"{texte}, pour une affection de longue durée"


def _dire(etude: Etude, avis: AvisArret, rang: int, suit: bool) -> str:
    partiel = ", à temps partiel thérapeutique" if avis.modalite == "temps_partiel" else ""
    nom = phrase(f"{nommer_l_avis(avis)}{partiel}")
    return f"{nom} {_lien(etude, avis, rang)}" if suit else nom


def _lien(etude: Etude, avis: AvisArret, rang: int) -> str:
    """Why the notice goes on with the stop before it, or opens another."""
    demandes = etude.avis[avis.arret, avis.debut]
    regle = articles(articles_de("maladie.meme_interruption"))
    ecart = _ecart(demandes.seuils("MAL-GAP.contigus"))
    pronom = "la" if avis.nature == "prolongation" else "le"
    if ecart <= 0:
        return f"Aucun jour ne {pronom} sépare du dernier jour d'arrêt : l'arrêt continue — {regle}"
    separe = (
        f"{pluriel(ecart, 'jour')} {pronom} {'sépare' if ecart < 2 else 'séparent'} du dernier jour d'arrêt"
    )
    if rang == 0:
        motif = "c'est un nouvel arrêt"
    elif any(demandes.resultats("maladie.pont_tolere")):
        motif = "l'arrêt continue par tolérance"
    else:
        motif = "l'arrêt continue, sans nouvelle carence"
    return f"{separe} : {motif} — {regle}"


def _ecart(rencontres: list[Rencontre]) -> int:
    return int(nombre_de(rencontres[-1].mesure)) if rencontres else 0


def _reprises(etude: Etude) -> list[date]:
    """Days on which work was resumed: the day after a stopped one, or the very first day."""
    natures = {journee.jour: journee.fait.nature for journee in etude.journees}
    premier = min(natures, default=None)
    return [
        jour
        for jour, nature in sorted(natures.items())
        if nature == "repris" and (jour == premier or natures.get(plus_jours(jour, -1)) == "arrete")
    ]

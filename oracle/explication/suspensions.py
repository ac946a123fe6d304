"""What controls and duties took from a stop: opinions of the medical service, breaches, and how far each reaches."""

from collections.abc import Iterator, Mapping
from datetime import date

from oracle.calendrier import en_francais
from oracle.decompte import Motif
from oracle.dossier.arrets import AvisMedical, Manquement
from oracle.exclusions import Exclusion
from oracle.explication.etude import Etude, articles_de, jour_de
from oracle.explication.langue import delai, intervalle
from oracle.explication.versions import Dates, citer

_SUSPENSION = ("L315-2", "R315-1-3")
_AVIS_ATTENDU = ("L323-7", "D323-4")
_CONTROLE_IMPOSSIBLE = ("R323-12", "L315-2")
_MANQUEMENTS: Mapping[str, str] = {
    "activite_non_autorisee": "Activité non autorisée",
    "mandat_local": "Exercice d'un mandat local",
    "obligation": "Obligation de l'assuré non respectée",
    "controle_impossible": "Contrôle rendu impossible",
}


def dire_les_controles(etude: Etude) -> list[str]:
    """Opinions, awaited opinions and breaches that concern the stop; nothing when there are none."""
    lignes = [*_avis_medicaux(etude), *_dix_jours(etude), *_manquements(etude)]
    return ["Contrôles et obligations", *(f"– {ligne}." for ligne in lignes)] if lignes else []


def _dates(etude: Etude, jour: date) -> Dates:
    return {**etude.dates, "jour_indemnise": jour}


def _avis_medicaux(etude: Etude) -> Iterator[str]:
    for avis in etude.faits.avis_medicaux:
        if avis.arret not in etude.arret.interruption.arrets:
            continue
        if avis.favorable:
            yield f"Avis favorable du service du contrôle médical, à effet du {en_francais(avis.effet)}"
        else:
            yield _defavorable(etude, avis)


def _defavorable(etude: Etude, avis: AvisMedical) -> str:
    """The refusal of the medical service, the day the insured was told, and the days it takes."""
    depuis = next(
        (
            appel.resultat
            for appel in etude.demandes.appels_de("controles.premier_jour_suspendu")
            if appel.arguments[0] == avis.effet
        ),
        avis.effet,
    )
    regle = citer(_SUSPENSION, _dates(etude, depuis))
    texte = (
        "Arrêt que le service du contrôle médical ne juge plus justifié, à effet du "
        f"{en_francais(avis.effet)}{_information(avis)}"
    )
    exclusion = _exclusion(etude, "suspension_apres_controle", depuis)
    if exclusion is None:
        return f"{texte} ; aucun jour prescrit ne vient après — {regle}"
    return f"{texte} ; rien n'est dû {intervalle(depuis, exclusion.fin)} — {regle}"


def _information(avis: AvisMedical) -> str:
    if avis.notifie_le is None or avis.notifie_le == avis.effet:
        return ""
    return f", l'assuré en étant informé le {en_francais(avis.notifie_le)}"


def _exclusion(etude: Etude, motif: Motif, debut: date) -> Exclusion | None:
    return next((e for e in etude.arret.exclusions if e.motif == motif and e.debut == debut), None)


def _dix_jours(etude: Etude) -> Iterator[str]:
    """A stop begun soon after a suspension: within the ten clear days, or past them."""
    for appel, rencontre in zip(
        etude.demandes.appels_de("controles.arret_soumis_a_avis"),
        etude.demandes.seuils("MAL-CONTRE-VISITE.dix_jours_francs"),
        strict=False,
    ):
        suspendu_le, _ = appel.arguments
        debut, terme = jour_de(rencontre.mesure), jour_de(rencontre.borne)
        dix_jours = f"les dix jours francs qui suivent la suspension du {en_francais(suspendu_le)}"
        regle = citer(_AVIS_ATTENDU, _dates(etude, debut))
        if rencontre.franchi:
            yield (
                f"Arrêt commencé le {en_francais(debut)}, dans {dix_jours}, jusqu'au {en_francais(terme)} compris ; il n'est "
                f"payé que si le service du contrôle médical y est favorable — {regle}"
            )
        elif (debut - terme).days <= _RECENT:
            apres = delai((debut - terme).days)
            yield (
                f"Arrêt commencé le {en_francais(debut)}, {apres} après {dix_jours}, achevés le {en_francais(terme)} ; aucun "
                f"avis médical n'est à attendre — {regle}"
            )


_RECENT = 31
"""Days after which a suspension of another stop has nothing to say of this one."""


def _manquements(etude: Etude) -> Iterator[str]:
    interruption = etude.arret.interruption
    for manquement in etude.faits.manquements:
        if manquement.arret in interruption.arrets and any(
            avis.debut <= manquement.debut <= avis.fin
            for avis in interruption.avis
            if avis.arret == manquement.arret
        ):
            yield _manquement(etude, manquement)


def _manquement(etude: Etude, manquement: Manquement) -> str:
    impossible = manquement.nature == "controle_impossible"
    regle = citer(
        _CONTROLE_IMPOSSIBLE if impossible else articles_de("controles.manquement_sanctionne"),
        _dates(etude, manquement.debut),
    )
    dates = (
        f"le {en_francais(manquement.debut)}"
        if manquement.fin is None
        else intervalle(manquement.debut, manquement.fin)
    )
    texte = f"{_MANQUEMENTS[manquement.nature]} {dates}"
    exclusion = _exclusion(etude, "controle_impossible" if impossible else "manquement", manquement.debut)
    if exclusion is not None:
        volontaire = "" if impossible else ", manquement volontaire"
        return f"{texte}{volontaire} ; rien n'est dû {_portee(etude, exclusion)} — {regle}"
    if not manquement.volontaire:
        return f"{texte}, sans intention ; seul un manquement volontaire fait perdre l'indemnité — {regle}"
    return f"{texte} ; ce n'est plus un manquement à cette date — {regle}"


def _portee(etude: Etude, exclusion: Exclusion) -> str:
    """The lost days, and what their last one is the end of."""
    interruption = etude.arret.interruption
    jusqu_a = intervalle(exclusion.debut, exclusion.fin)
    if exclusion.fin in {avis.fin for avis in interruption.avis if avis.debut <= exclusion.debut}:
        return f"{jusqu_a}, fin de la prescription en cours"
    if exclusion.fin == interruption.fin:
        return f"{jusqu_a}, fin de l'arrêt"
    return jusqu_a

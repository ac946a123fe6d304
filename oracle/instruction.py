"""Instructing a stop: are rights open, on which wages, under which ceiling, for how much a day.

This module decides nothing of its own: it brings facts to the rules of ``droits`` and ``salaires``, in order.
"""

from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from oracle import droits, salaires
from oracle.calendrier import MoisCivil, mois_civil, mois_civils_precedents, plus_jours
from oracle.dossier.activites import Activite
from oracle.faits import Faits
from oracle.interruptions import Interruption
from oracle.loi import appliquer, parametre
from oracle.perimetre import HorsChamp
from oracle.releves import Releve, relever


@dataclass(frozen=True)
class Verdict:
    """An answer of the law on a condition: yes, no, or not yet (``None``) with what is missing."""

    acquis: bool | None
    manques: tuple[str, ...] = ()


@dataclass(frozen=True)
class Calcul:
    """How the daily amount is formed. Amounts in cents; ``montant`` null while a document is missing."""

    salaires: tuple[int, ...]
    mois: tuple[MoisCivil, ...]
    plafond: Fraction
    date_plafond: date
    smic_mensuel: Fraction
    multiplicateur: Fraction
    diviseur: Fraction
    taux: Fraction | None
    base: Fraction | None
    montant: int | None
    manques: tuple[str, ...]


@dataclass(frozen=True)
class Instruction:
    """Everything decided once for a stop, before its days are looked at."""

    interruption: Interruption
    releve: Releve
    six_mois: Verdict
    au_dela: Verdict
    dernier_jour_six_mois: date
    maintien: bool
    calcul: Calcul

    @property
    def depasse_six_mois(self) -> bool:
        """The stop passes its sixth month."""
        return appliquer(droits.apres_six_mois, self.interruption.fin, self.dernier_jour_six_mois)


def instruire(faits: Faits, interruption: Interruption) -> Instruction:
    """Decide rights and amount for a stop (L313-1, R313-3, L161-8, L311-5, R323-4).

    The insured at work is judged on the day of the interruption; who has left, on the day work ceased, if rights are
    kept. Rights reopened for a nil benefit, or work resumed too briefly to reopen any, fall back on the former ones.
    """
    au_travail = _activites_au(faits, plus_jours(interruption.debut, -1)) or _activites_au(
        faits, interruption.debut
    )
    ancienne = _cessation(
        faits, interruption, avant=min((a.debut for a in au_travail), default=interruption.debut)
    )
    if au_travail:
        propre = _instruire_au(faits, interruption, interruption.debut, maintien=False)
        sans_fruit = propre.six_mois.acquis is False or propre.calcul.montant == 0
        if sans_fruit and ancienne is not None and _repli_ouvert(faits, interruption, au_travail, ancienne):
            return _instruire_au(faits, interruption, ancienne.effective, maintien=True)
        return propre
    if ancienne is None:
        return _sans_droit(faits, interruption)
    if not appliquer(
        droits.droits_maintenus,
        interruption.debut,
        _dernier_jour_du_maintien(faits, interruption.debut, ancienne),
    ):
        return _sans_droit(faits, interruption)
    return _instruire_au(faits, interruption, ancienne.effective, maintien=True)


@dataclass(frozen=True)
class _Cessation:
    """Work ceased: ``effective`` is the first day not worked, ``contractuelle`` the first day without a contract."""

    effective: date
    contractuelle: date


def _activites_au(faits: Faits, jour: date) -> tuple[Activite, ...]:
    return tuple(a for a in faits.activites if a.debut <= jour and (a.fin is None or a.fin >= jour))


def _cessation(faits: Faits, interruption: Interruption, avant: date) -> _Cessation | None:
    finies = [a for a in faits.activites if a.fin is not None and a.fin < avant]
    if not finies:
        return None
    derniere = max(finies, key=lambda a: (a.fin, a.activite))
    assert derniere.fin is not None  # noqa: S101  # filtered above; kept for the type checker
    travailles = [
        att.dernier_jour_travaille
        for att in faits.attestations
        if att.activite == derniere.activite and att.arret in interruption.arrets
    ]
    effective = min([*travailles, derniere.fin])
    return _Cessation(plus_jours(effective, 1), plus_jours(derniere.fin, 1))


def _dernier_jour_du_maintien(faits: Faits, jour: date, cessation: _Cessation) -> date:
    """Twelve months from the cessation, pushed by each spell of paid unemployment begun while rights were kept."""
    dernier = appliquer(droits.fin_du_maintien, cessation.contractuelle)
    for chomage in faits.chomages:
        if chomage.indemnise and cessation.contractuelle <= chomage.debut <= dernier:
            dernier = max(
                dernier,
                appliquer(droits.fin_du_maintien, plus_jours(chomage.fin, 1)) if chomage.fin else jour,
            )
    return dernier


def _repli_ouvert(
    faits: Faits, interruption: Interruption, au_travail: tuple[Activite, ...], ancienne: _Cessation
) -> bool:
    reprise = min(activite.debut for activite in au_travail)
    if appliquer(
        droits.droits_maintenus,
        interruption.debut,
        _dernier_jour_du_maintien(faits, interruption.debut, ancienne),
    ):
        return True
    gardes_a_la_reprise = appliquer(
        droits.droits_maintenus, reprise, _dernier_jour_du_maintien(faits, reprise, ancienne)
    )
    return gardes_a_la_reprise and appliquer(droits.reprise_insuffisante, interruption.debut, reprise)


def _instruire_au(
    faits: Faits, interruption: Interruption, reference: date, *, maintien: bool
) -> Instruction:
    date_du_salaire = appliquer(salaires.date_du_salaire, interruption.debut, reference)
    releve = relever(faits, interruption.arrets, date_du_salaire)
    _exiger_des_paies_recues(releve)
    dernier_jour_six_mois = appliquer(droits.dernier_jour_des_six_premiers_mois, interruption.debut)
    dispense = appliquer(droits.dispense_de_conditions, interruption.avis[0].acte_terrorisme)
    acquis = Verdict(acquis=True)
    return Instruction(
        interruption=interruption,
        releve=releve,
        six_mois=acquis if dispense else _six_premiers_mois(releve),
        au_dela=_au_dela(faits, releve)
        if not dispense and appliquer(droits.apres_six_mois, interruption.fin, dernier_jour_six_mois)
        else acquis,
        dernier_jour_six_mois=dernier_jour_six_mois,
        maintien=maintien,
        calcul=_calculer(interruption, releve, reference),
    )


def _sans_droit(faits: Faits, interruption: Interruption) -> Instruction:
    refuse = Verdict(acquis=False)
    releve = relever(faits, interruption.arrets, interruption.debut)
    return Instruction(
        interruption=interruption,
        releve=releve,
        six_mois=refuse,
        au_dela=refuse,
        dernier_jour_six_mois=appliquer(droits.dernier_jour_des_six_premiers_mois, interruption.debut),
        maintien=False,
        calcul=_calculer(interruption, releve, interruption.debut),
    )


def _discontinue(activites: tuple[Activite, ...]) -> bool:
    return any(appliquer(droits.profession_discontinue, a.contrat, a.discontinu) for a in activites)


def _six_premiers_mois(releve: Releve) -> Verdict:
    heures = releve.heures_des_mois(3)
    quatre_vingt_dix_jours = releve.heures_declarees("heures_90_jours")
    if appliquer(
        droits.porte_des_heures,
        appliquer(droits.total_des_employeurs, heures.valeurs),
        appliquer(droits.total_des_employeurs, quatre_vingt_dix_jours),
    ):
        return Verdict(acquis=True)
    six_mois = releve.salaires_des_mois(6)
    debut = mois_civils_precedents(releve.reference, 6)[0].debut
    if appliquer(
        droits.porte_des_cotisations,
        appliquer(droits.total_des_employeurs, six_mois.valeurs),
        parametre("smic_horaire", appliquer(droits.date_du_smic_de_six_mois, debut, releve.reference)),
    ):
        return Verdict(acquis=True)
    manques = tuple(dict.fromkeys((*heures.manques, *six_mois.manques)))
    a_domicile = any(activite.particulier_employeur for activite in releve.activites)
    if appliquer(droits.douze_mois_admis, _discontinue(releve.activites), a_domicile):
        douze_mois = _douze_mois(releve)
        if douze_mois.acquis:
            return douze_mois
        manques = tuple(dict.fromkeys((*manques, *douze_mois.manques)))
    return _refuser_ou_attendre(manques)


def _refuser_ou_attendre(manques: tuple[str, ...]) -> Verdict:
    return Verdict(acquis=None if appliquer(droits.suspend, len(manques)) else False, manques=manques)


def _douze_mois(releve: Releve) -> Verdict:
    heures, salaires_verses = releve.heures_des_mois(12), releve.salaires_des_mois(12)
    debut = mois_civils_precedents(releve.reference, 12)[0].debut
    if appliquer(
        droits.activite_de_douze_mois,
        appliquer(droits.total_des_employeurs, heures.valeurs),
        appliquer(droits.total_des_employeurs, releve.heures_declarees("heures_365_jours")),
        appliquer(droits.total_des_employeurs, salaires_verses.valeurs),
        parametre("smic_horaire", appliquer(droits.date_du_smic_de_douze_mois, debut)),
    ):
        return Verdict(acquis=True)
    manques = tuple(dict.fromkeys((*heures.manques, *salaires_verses.manques)))
    return _refuser_ou_attendre(manques)


def _au_dela(faits: Faits, releve: Releve) -> Verdict:
    affiliation = _debut_d_affiliation(faits, releve.reference)
    if not appliquer(droits.affiliation_de_douze_mois, affiliation, releve.reference):
        return Verdict(acquis=False)
    return _douze_mois(releve)


def _debut_d_affiliation(faits: Faits, reference: date) -> date:
    """First day of the unbroken affiliation that reaches the reference; salaried work affiliates (L311-2)."""
    periodes = sorted((p.debut, p.fin or reference) for p in faits.affiliations or faits.activites)
    debut, fin = periodes[0]
    for suivant_debut, suivant_fin in periodes[1:]:
        if suivant_debut <= plus_jours(fin, 1):
            fin = max(fin, suivant_fin)
        elif suivant_debut < reference:
            debut, fin = suivant_debut, suivant_fin
    return debut if fin >= plus_jours(reference, -1) else reference


def _calculer(interruption: Interruption, releve: Releve, reference: date) -> Calcul:
    periodicite = _periodicite_commune(releve)
    discontinue = _discontinue(releve.activites)
    nombre = appliquer(salaires.nombre_de_paies, periodicite, discontinue)
    au_mois = discontinue or periodicite == "mensuelle"
    if not discontinue:
        _exiger_des_mois_entiers(releve, 3)
    mesure = releve.salaires_des_mois(nombre) if au_mois else releve.salaires_des_paies(nombre)
    date_plafond = appliquer(
        salaires.jour_du_smic, appliquer(salaires.date_du_plafond, interruption.debut, reference)
    )
    multiplicateur = parametre("multiplicateur_plafond", interruption.debut)
    smic_mensuel = parametre("smic_mensuel", date_plafond)
    plafond = appliquer(salaires.plafond_mensuel, smic_mensuel, multiplicateur)
    plafond_de_paie = plafond if au_mois else appliquer(salaires.plafond_d_une_paie, plafond, periodicite)
    par = appliquer(salaires.diviseur, periodicite, discontinue)
    taux = base = montant = None
    if not appliquer(droits.suspend, len(mesure.manques)):
        taux = parametre("taux_ij_maladie", interruption.debut)
        base = appliquer(
            salaires.gain_journalier_de_base,
            appliquer(salaires.salaires_plafonnes, mesure.valeurs, plafond_de_paie),
            par,
        )
        montant = appliquer(
            salaires.indemnite_journaliere,
            base,
            taux,
            appliquer(salaires.maximum_journalier, plafond),
        )
    return Calcul(
        salaires=mesure.valeurs,
        mois=mois_civils_precedents(releve.reference, nombre) if au_mois else (),
        plafond=plafond,
        date_plafond=date_plafond,
        smic_mensuel=smic_mensuel,
        multiplicateur=multiplicateur,
        diviseur=par,
        taux=taux,
        base=base,
        montant=montant,
        manques=mesure.manques,
    )


def _periodicite_commune(releve: Releve) -> str:
    periodicites = {a.periodicite for a in releve.activites if a.activite in releve.attestations} or {
        "mensuelle"
    }
    if len(periodicites) > 1:
        raise HorsChamp(
            "pieces", "plusieurs employeurs payant à des rythmes différents ne sont pas encore pris en compte"
        )
    return periodicites.pop() or "mensuelle"


def _exiger_des_paies_recues(releve: Releve) -> None:
    """A pay received only after the stop began opens no right, yet may enter the base: not decided yet."""
    for attestation in releve.attestations.values():
        for rang, paie in enumerate(attestation.paies):
            if (
                paie.fin < releve.reference
                and paie.versee_le is not None
                and paie.versee_le >= releve.reference
            ):
                raise HorsChamp(
                    f"pieces[{attestation.id}].paies[{rang}].versee_le",
                    "une paie versée après l'interruption du travail n'est pas encore prise en compte",
                )


def _exiger_des_mois_entiers(releve: Releve, nombre: int) -> None:
    """An activity that begins or ends inside a reference month calls R323-8, not decided yet."""
    mois_de_reference = mois_civils_precedents(releve.reference, nombre)
    for activite in releve.activites:
        entree = mois_civil(activite.debut)
        if entree in mois_de_reference and activite.debut != entree.debut:
            raise HorsChamp(
                f"pieces[{activite.id}].debut",
                "une embauche pendant un mois de référence (R323-8) n'est pas encore prise en compte",
            )
        sortie = mois_civil(activite.fin) if activite.fin else None
        if sortie is not None and sortie in mois_de_reference and activite.fin != sortie.fin:
            raise HorsChamp(
                f"pieces[{activite.id}].fin",
                "une fin de contrat pendant un mois de référence (R323-8) n'est pas encore prise en compte",
            )

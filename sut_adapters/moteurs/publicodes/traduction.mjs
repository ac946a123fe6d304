// From a dossier to the three inputs the rules take, or to the reason why they cannot say it.
//
// No rule of law here. Every refusal is a limit of the candidate: its inputs are one date and one constant
// monthly wage, so anything else a dossier says would be dropped in silence, and a dropped field looks like
// agreement. Hence a whitelist: a field this file does not know puts the dossier out of reach.

export class HorsChamp extends Error {}

// The first day of the oldest SMIC of the rules (« SMIC . horaire », date >= 01/2021) and the last day of the
// latest year they know (« période . début d'année », date >= 01/2026).
export const PERIODE = { debut: '2021-01-01', fin: '2026-12-31' }

export const PIECES = ['activite', 'affiliation', 'avis_arret', 'attestation_salaire']

export const ENVELOPPE = {
  salaire_constant: true,
  mois_de_salaire_constant: 6,
  paies_exigees: 3,
  employeurs_max: 1,
  arrets_max: 1,
  avis_par_arret_max: 1,
  duree_max_jours: 180,
  natures: ['salarie'],
  contrats: ['cdi', 'cdd'],
  periodicites: ['mensuelle'],
  regimes: ['general'],
  modalites: ['complet'],
  risques: ['maladie'],
  heures_lues: false,
  absences: false,
  discontinu: false,
  exceptions_carence: false,
  acte_terrorisme: false,
  premier_jour_travaille: false,
  accessoires: false,
  subrogation: false,
  ald: false,
  maintien: false,
  taux_par_arret: 1,
}

// Per type of piece: `lus`, fields read below; `sans_effet`, fields that do not bear on one daily rate or that
// the rules have no input for although they answer all the same (hours); `exiges`, the only values they can say.
const CHAMPS = {
  activite: {
    lus: ['id', 'type', 'recue_le', 'activite', 'debut', 'fin'],
    sans_effet: ['motif_fin'],
    exiges: { nature: ENVELOPPE.natures, contrat: ENVELOPPE.contrats, periodicite: ENVELOPPE.periodicites },
  },
  affiliation: {
    lus: ['id', 'type', 'recue_le', 'debut', 'fin'],
    sans_effet: [],
    exiges: { regime: ENVELOPPE.regimes },
  },
  avis_arret: {
    lus: ['id', 'type', 'recue_le', 'arret', 'debut', 'fin', 'activites'],
    sans_effet: ['prescrit_le', 'envoye_le', 'support', 'prescripteur', 'justification_duree'],
    exiges: { nature: ['initial'], modalite: ENVELOPPE.modalites, risque: ENVELOPPE.risques },
  },
  attestation_salaire: {
    lus: ['id', 'type', 'recue_le', 'arret', 'activite', 'paies', 'dernier_jour_travaille'],
    sans_effet: ['heures_90_jours', 'heures_365_jours'],
    exiges: { risque: ENVELOPPE.risques },
  },
  paie: {
    lus: ['debut', 'fin', 'brut', 'versee_le'],
    sans_effet: ['heures'],
    exiges: {},
  },
}

const PAR_DEFAUT = { modalite: 'complet', 'attestation_salaire.risque': 'maladie' }

const MOTIFS = {
  discontinu: "le moteur calcule sur un salaire mensuel constant : il n'a pas de base sur douze mois",
  particulier_employeur: "le moteur n'a pas de salaire déclaré par CESU",
  abattement_frais_professionnels: 'le moteur abat lui-même le brut entier : il ne reçoit pas une assiette déjà abattue',
  premier_jour_travaille: "le moteur ne connaît qu'une date, celle du premier jour de l'arrêt",
  empechement_envoi: "le moteur ne connaît ni l'envoi de l'avis ni son retard",
  teleconsultation: 'le moteur ne connaît pas la téléconsultation',
  affection: 'le moteur ne connaît pas les affections de longue durée',
  ald: 'le moteur ne connaît pas les affections de longue durée',
  accident: "le moteur ne relie pas un arrêt à un accident",
  exception_carence: 'le moteur ne connaît pas les exceptions au délai de carence',
  acte_terrorisme: 'le moteur ne connaît pas le régime des victimes du terrorisme',
  cure_thermale: 'le moteur ne connaît pas les cures thermales',
  pension_militaire: 'le moteur ne connaît pas les pensions militaires',
  ivg: "le moteur ne connaît pas l'arrêt prescrit pour une interruption volontaire de grossesse",
  subrogations: 'le moteur ne connaît pas la subrogation',
  accessoires: 'le moteur ne reçoit que le salaire mensuel constant, sans prime ni rappel',
  absences: 'le moteur ne connaît que des mois entiers travaillés',
  salaire_retabli: 'le moteur ne connaît que des mois entiers travaillés',
  cachets: 'le moteur ne connaît pas les cachets',
  remplace: "le moteur n'a pas d'historique : une pièce corrigée doit lui être donnée seule",
  annule: "le moteur n'a pas d'historique : une pièce retirée ne doit pas lui être donnée",
}

const vide = (valeur) =>
  valeur === undefined ||
  valeur === null ||
  valeur === false ||
  (typeof valeur === 'object' && Object.keys(valeur).length === 0)

function verifier_champs(objet, genre) {
  if (objet === null || typeof objet !== 'object') throw new Error(`${genre} : objet attendu, reçu ${JSON.stringify(objet)}`)
  const { lus, sans_effet, exiges } = CHAMPS[genre]
  for (const [champ, admises] of Object.entries(exiges)) {
    const valeur = objet[champ] ?? PAR_DEFAUT[`${genre}.${champ}`] ?? PAR_DEFAUT[champ]
    if (valeur === undefined) throw new Error(`${genre} : le champ ${champ} manque`)
    if (!admises.includes(valeur)) {
      throw new HorsChamp(`${genre}, ${champ} « ${valeur} » : le moteur ne sait exprimer que ${admises.join(', ')}`)
    }
  }
  for (const [champ, valeur] of Object.entries(objet)) {
    if (lus.includes(champ) || sans_effet.includes(champ) || Object.hasOwn(exiges, champ) || vide(valeur)) continue
    const motif = Object.hasOwn(MOTIFS, champ) ? MOTIFS[champ] : "le moteur n'a pas d'entrée pour ce champ"
    throw new HorsChamp(`${genre}, ${champ} : ${motif}`)
  }
}

function date_iso(valeur, champ) {
  const jour = typeof valeur === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(valeur) ? new Date(`${valeur}T00:00:00Z`) : null
  if (jour === null || Number.isNaN(+jour) || jour.toISOString().slice(0, 10) !== valeur) {
    throw new Error(`${champ} : date attendue sous la forme AAAA-MM-JJ, reçu ${JSON.stringify(valeur ?? null)}`)
  }
  return valeur
}

const nb_jours = (debut, fin) => Math.round((Date.parse(fin) - Date.parse(debut)) / 86_400_000) + 1

// The n-th civil month before the one of `jour`, as AAAA-MM.
function mois_avant(jour, n) {
  const [annee, mois] = jour.split('-').map(Number)
  return new Date(Date.UTC(annee, mois - 1 - n, 1)).toISOString().slice(0, 7)
}

// A piece received after `au` is invisible to whoever answers at `au`.
function pieces_connues(dossier, au) {
  if (!Array.isArray(dossier?.pieces)) throw new Error('dossier : la liste pieces manque')
  if (au !== undefined && au !== null) date_iso(au, 'au')
  const connues = dossier.pieces.filter((piece) => !au || date_iso(piece?.recue_le, 'recue_le') <= au)
  for (const piece of connues) {
    if (!PIECES.includes(piece?.type)) {
      throw new HorsChamp(`pièce « ${piece?.type} » : le moteur n'a pas d'entrée pour ce qu'elle dit`)
    }
    verifier_champs(piece, piece.type)
  }
  return connues
}

function seule(pieces, type, pourquoi) {
  const trouvees = pieces.filter((piece) => piece.type === type)
  if (trouvees.length !== 1) throw new HorsChamp(`${pourquoi} : ${trouvees.length} pièce(s) « ${type} » au dossier`)
  return trouvees[0]
}

function verifier_arret(avis) {
  const debut = date_iso(avis.debut, 'avis_arret, debut')
  const fin = date_iso(avis.fin, 'avis_arret, fin')
  if (fin < debut) throw new Error(`avis_arret : la fin ${fin} précède le début ${debut}`)
  if (debut < PERIODE.debut || debut > PERIODE.fin) {
    throw new HorsChamp(`arrêt du ${debut} : les paramètres du moteur vont du ${PERIODE.debut} au ${PERIODE.fin}`)
  }
  if (nb_jours(debut, fin) > ENVELOPPE.duree_max_jours) {
    throw new HorsChamp(
      `arrêt de ${nb_jours(debut, fin)} jours : le moteur ne rend qu'un taux par arrêt, sans rien dire au-delà de six mois`,
    )
  }
}

function verifier_affiliations(pieces, jour) {
  const affiliations = pieces.filter((piece) => piece.type === 'affiliation')
  const couvre = ({ debut, fin }) =>
    date_iso(debut, 'affiliation, debut') <= jour && (vide(fin) || date_iso(fin, 'affiliation, fin') >= jour)
  if (affiliations.length > 0 && !affiliations.some(couvre)) {
    throw new HorsChamp(`affiliation : aucune ne couvre le ${jour}, et le moteur ne connaît pas le maintien de droits`)
  }
}

function verifier_activite(activite, avis) {
  if (!vide(avis.activites) && avis.activites.some((nom) => nom !== activite.activite)) {
    throw new HorsChamp(`avis_arret, activites ${avis.activites.join(', ')} : le moteur ne connaît qu'une activité`)
  }
  if (!vide(activite.fin) && date_iso(activite.fin, 'activite, fin') < avis.debut) {
    throw new HorsChamp(`activité finie le ${activite.fin} : le moteur ne connaît pas le maintien de droits`)
  }
  const recul = `${mois_avant(avis.debut, ENVELOPPE.mois_de_salaire_constant)}-01`
  if (date_iso(activite.debut, 'activite, debut') > recul) {
    throw new HorsChamp(
      `activité commencée le ${activite.debut} : le moteur suppose le même salaire pendant six mois (« assiette * 6 mois »), donc depuis le ${recul}`,
    )
  }
}

// The one constant monthly wage, as the dossier writes it. « La moyenne des salaires bruts des 3 derniers mois
// précédant votre arrêt de travail », say the rules, so that these three months must be there.
function salaire_mensuel_constant(attestation, avis) {
  if (!vide(attestation.dernier_jour_travaille)) {
    const dernier = date_iso(attestation.dernier_jour_travaille, 'attestation_salaire, dernier_jour_travaille')
    if (dernier >= avis.debut) {
      throw new HorsChamp(`dernier jour travaillé ${dernier} : ${MOTIFS.premier_jour_travaille}`)
    }
  }
  if (!Array.isArray(attestation.paies)) throw new Error('attestation_salaire : la liste paies manque')
  const par_mois = new Map()
  for (const paie of attestation.paies) {
    verifier_champs(paie, 'paie')
    const debut = date_iso(paie.debut, 'paie, debut')
    const mois = debut.slice(0, 7)
    const [annee, numero] = mois.split('-').map(Number)
    const dernier = new Date(Date.UTC(annee, numero, 0)).toISOString().slice(0, 10)
    if (debut !== `${mois}-01` || date_iso(paie.fin, 'paie, fin') !== dernier || par_mois.has(mois)) {
      throw new HorsChamp(`paie du ${debut} au ${paie.fin} : le moteur ne connaît que des mois civils entiers, un par un`)
    }
    if (mois >= avis.debut.slice(0, 7)) {
      throw new HorsChamp(`paie de ${mois} : le moteur ne connaît que le salaire des mois précédant l'arrêt`)
    }
    if (!vide(paie.versee_le) && date_iso(paie.versee_le, 'paie, versee_le') >= avis.debut) {
      throw new HorsChamp(`paie de ${mois} versée le ${paie.versee_le} : le moteur ne connaît pas la date de versement`)
    }
    if (typeof paie.brut !== 'string' || !/^\d{1,9}\.\d{2}$/.test(paie.brut)) {
      throw new Error(`paie de ${mois}, brut : montant attendu comme "2000.00", reçu ${JSON.stringify(paie.brut ?? null)}`)
    }
    par_mois.set(mois, paie.brut)
  }
  for (let n = ENVELOPPE.paies_exigees; n >= 1; n -= 1) {
    const mois = mois_avant(avis.debut, n)
    if (!par_mois.has(mois)) throw new HorsChamp(`paie de ${mois} absente : le moteur calcule sur les 3 derniers mois`)
  }
  const montants = [...new Set(par_mois.values())]
  if (montants.length > 1) {
    throw new HorsChamp(`salaires ${montants.join(', ')} : le moteur ne connaît qu'un salaire mensuel constant`)
  }
  return montants[0]
}

/**
 * The three inputs of the rules for this dossier, known at `au`, and the stop they answer for.
 * Throws HorsChamp when the rules have no way to say the dossier, Error when the dossier itself is malformed.
 *
 * The contract's kind is not passed on although the rules have an input for it: « CDD » adds their own estimate of
 * the end-of-contract indemnity to a pay that the certificate already states in full.
 */
export function traduire(dossier, au) {
  const pieces = pieces_connues(dossier, au)
  const avis = seule(pieces, 'avis_arret', "le moteur ne connaît qu'un arrêt, d'un seul avis")
  const activite = seule(pieces, 'activite', "le moteur ne connaît qu'un employeur")
  const attestation = seule(pieces, 'attestation_salaire', "le moteur ne connaît qu'un salaire")
  if (attestation.arret !== avis.arret || attestation.activite !== activite.activite) {
    throw new HorsChamp("attestation_salaire : elle n'est pas celle de l'arrêt et de l'activité du dossier")
  }
  verifier_arret(avis)
  verifier_affiliations(pieces, avis.debut)
  verifier_activite(activite, avis)
  const salaire = salaire_mensuel_constant(attestation, avis)
  const [annee, mois, jour] = avis.debut.split('-')
  return {
    arret: avis.arret,
    situation: {
      date: `${jour}/${mois}/${annee}`,
      // Without it the rules take the insured for a company head, and every salaried sickness rule is silent.
      dirigeant: 'non',
      'salarié . contrat . salaire brut': `${salaire} €/mois`,
    },
  }
}

// The public rules of URSSAF as a candidate engine: line-delimited JSON on stdin and stdout, until `bye` or end of input.
// Nothing but protocol lines goes to stdout; whatever the libraries say goes to stderr.

import { readFileSync } from 'node:fs'
import { ENVELOPPE, HorsChamp, PERIODE, PIECES, traduire } from './traduction.mjs'

for (const niveau of ['log', 'info', 'debug', 'warn']) console[niveau] = console.error

const PROTOCOLE = 1
const MALADIE_SALARIE = 'protection sociale . maladie . arrêt maladie . salarié . '
const INDEMNITES = `${MALADIE_SALARIE}indemnités`
const CONDITION_DE_REVENU = `${MALADIE_SALARIE}conditions . revenu`

const CAPACITES = {
  familles: ['maladie'],
  periode: PERIODE,
  pieces: PIECES,
  champs_rendus: ['decisions', 'taux'],
  lectures: {},
  historique: 'aucun',
  montants_non_arrondis: true,
  // A limit is a plain value in the protocol: a closed list is written on one line.
  enveloppe: Object.fromEntries(
    Object.entries(ENVELOPPE).map(([limite, valeur]) => [limite, Array.isArray(valeur) ? valeur.join(', ') : valeur]),
  ),
}

async function charger() {
  try {
    const [{ default: Engine }, { default: regles }] = await Promise.all([import('publicodes'), import('modele-social')])
    const version = (paquet) =>
      JSON.parse(readFileSync(new URL(`./node_modules/${paquet}/package.json`, import.meta.url), 'utf8')).version
    // The rules warn about units and experimental parts on every evaluation: of no use to whoever asks.
    const silence = { log() {}, warn() {}, error() {} }
    return {
      moteur: new Engine(regles, { logger: silence }),
      version: `modele-social ${version('modele-social')}, publicodes ${version('publicodes')}`,
    }
  } catch (cause) {
    console.error(`moteur publicodes : paquets npm absents ou illisibles (${cause.message.split('\n')[0]})`)
    console.error('Lancer « npm ci --ignore-scripts » dans le dossier de ce fichier.')
    process.exit(2)
  }
}

// All the decimals, never an exponent: the comparator rounds, this engine does not.
function montant(valeur) {
  const texte = /e/.test(String(valeur)) ? valeur.toFixed(20) : String(valeur)
  if (/e/.test(texte)) throw new Error(`montant illisible : ${texte}`)
  const [entier, decimales = ''] = texte.split('.')
  return `${entier}.${decimales.padEnd(2, '0')}`
}

// What the rules say of one situation. An amount is rights open; a null amount beside « conditions . revenu : non » is
// rights refused, in the rules' own words. A null with no such word states nothing, so it can agree with nothing.
function evaluer(moteur, situation) {
  moteur.setSituation(situation)
  const { nodeValue } = moteur.evaluate(INDEMNITES)
  if (typeof nodeValue === 'number' && Number.isFinite(nodeValue)) return { ouvert: true, montant_journalier: montant(nodeValue) }
  const revenu = moteur.evaluate(CONDITION_DE_REVENU).nodeValue
  if (nodeValue === null && revenu === false) return { ouvert: false }
  throw new Error(
    `le moteur n'a rien répondu pour « ${INDEMNITES} » (valeur ${nodeValue} ; sa règle « conditions . revenu » : ${revenu} ; ` +
      `date ${situation.date}, salaire ${situation['salarié . contrat . salaire brut']})`,
  )
}

function repondre(moteur, demande) {
  const cas = demande?.cas ?? null
  try {
    const { arret, situation } = traduire(demande?.dossier, demande?.au)
    const { ouvert, montant_journalier } = evaluer(moteur, situation)
    const commun = { arret, regime: 'general', risque: 'maladie' }
    return {
      cas,
      resultat: {
        decisions: [{ ...commun, ouvert }],
        taux: ouvert ? [{ ...commun, a_partir_du_jour: 1, montant_journalier }] : [],
      },
    }
  } catch (cause) {
    if (cause instanceof HorsChamp) return { cas, hors_champ: { motif: cause.message } }
    return { cas, erreur: { message: cause.message } }
  }
}

// The answer to one request, and whether it is the last one.
function traiter({ moteur, version }, ligne) {
  let requete
  try {
    requete = JSON.parse(ligne)
  } catch (cause) {
    const seq = /"seq"\s*:\s*(\d{1,15})\b/.exec(ligne)
    return [{ seq: seq ? Number(seq[1]) : null, erreur: { message: `ligne JSON illisible : ${cause.message}` } }, false]
  }
  const seq = requete?.seq ?? null
  const refuser = (message) => [{ seq, erreur: { message } }, false]
  switch (requete?.op) {
    case 'hello':
      if (requete.protocole !== PROTOCOLE) {
        return refuser(`protocole ${JSON.stringify(requete.protocole ?? null)} : ce moteur parle le protocole ${PROTOCOLE}`)
      }
      return [{ seq, nom: 'publicodes', version, protocole: PROTOCOLE, capacites: CAPACITES }, false]
    case 'liquider':
      if (!Array.isArray(requete.dossiers)) return refuser('liquider : la liste dossiers manque')
      return [{ seq, reponses: requete.dossiers.map((demande) => repondre(moteur, demande)) }, false]
    case 'bye':
      return [{ seq }, true]
    default:
      return refuser(`op ${JSON.stringify(requete?.op ?? null)} inconnue : hello, liquider ou bye`)
  }
}

// One request a line. Not node:readline, which also cuts at U+2028, legal inside a JSON string.
async function* lire_lignes(entree) {
  let reste = ''
  for await (const morceau of entree.setEncoding('utf8')) {
    const lignes = (reste + morceau).split('\n')
    reste = lignes.pop()
    yield* lignes
  }
  if (reste !== '') yield reste
}

const charge = await charger()
process.stdout.on('error', () => process.exit(0)) // whoever asked has gone
for await (const ligne of lire_lignes(process.stdin)) {
  const [reponse, fini] = traiter(charge, ligne)
  process.stdout.write(`${JSON.stringify(reponse)}\n`)
  if (fini) break // leaving the loop closes stdin: a parent that keeps the pipe open does not keep us alive
}

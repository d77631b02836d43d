// What the codes of parties mean: the sectors of PLOVER (a country has its code of ISO 3166), and the types of parties.
const sectors: Record<string, string> = {
  IGO: 'international governmental organisation', UNO: 'the United Nations', EUR: 'the European Union', NGO: 'non-governmental organisation',
  ISM: 'international social movement', IMG: 'transnational armed group', MNC: 'multinational corporation', COP: 'police', GOV: 'government',
  JUD: 'courts', LEG: 'parliament', MIL: 'military', PRM: 'paramilitaries', PTY: 'political party', REB: 'rebels', SPY: 'intelligence services',
  UAF: 'unidentified armed forces', UNK: 'unidentified', AGR: 'farmers', BUS: 'business', CRM: 'crime', CVL: 'civilians', EDU: 'education',
  ELI: 'former officials and their families', JRN: 'press', LAB: 'labour', MED: 'health', REF: 'refugees', OPP: 'opposition',
  PRE: 'a breakaway region', REL: 'religion', SOC: 'civil society',
}

// sector says what a code means; a country's stays as it is.
export const sector = (code: string): string => sectors[code] ?? code

export const partyTypes: Record<string, string> = {
  PERSON: 'person', ORGANIZATION: 'organisation', GROUP: 'group', PLACE: 'place', FACILITY: 'building or works', WEAPON: 'weapon',
  WORK: 'document or work', EVENT: 'named event', OTHER: 'other',
}

// What the types of events of PLOVER say of who does it, and whether it is conflict or cooperation.
export const deeds: Record<string, { says: string; class: 'conflict' | 'cooperation' | 'other' }> = {
  AGREE: { says: 'agrees with', class: 'cooperation' }, CONSULT: { says: 'talks with', class: 'cooperation' },
  SUPPORT: { says: 'backs', class: 'cooperation' }, CONCEDE: { says: 'gives way in words to', class: 'cooperation' },
  COOPERATE: { says: 'works with', class: 'cooperation' }, AID: { says: 'helps', class: 'cooperation' },
  RETREAT: { says: 'gives way to, frees', class: 'cooperation' }, REQUEST: { says: 'asks or orders', class: 'conflict' },
  ACCUSE: { says: 'accuses', class: 'conflict' }, REJECT: { says: 'refuses', class: 'conflict' },
  THREATEN: { says: 'threatens', class: 'conflict' }, PROTEST: { says: 'protests against', class: 'conflict' },
  SANCTION: { says: 'cuts relations with', class: 'conflict' }, MOBILIZE: { says: 'readies force against', class: 'conflict' },
  COERCE: { says: 'uses power against', class: 'conflict' }, ASSAULT: { says: 'attacks', class: 'conflict' },
}

// Kinds of occurrence whose name says too little by itself.
const others: Record<string, string> = { deed: 'does something to' }

// deed says what is done; what is of no type of PLOVER by the name of its kind: "transport".
export const deed = (kind: string): string => deeds[kind]?.says ?? others[kind.toLowerCase()] ?? kind.toLowerCase().replaceAll('_', ' ')

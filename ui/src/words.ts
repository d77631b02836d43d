// How things are called for people.

export const kinds: Record<string, string> = {
  whether: 'whether it happened', who: 'who did it', whom: 'to whom', figure: 'how many', when: 'when', where: 'where', why: 'why',
  what: 'what kind, by what means', name: 'under what name', position: 'for or against whom', outcome: 'what came of what was foretold',
}

export const standings: Record<string, string> = {
  contradiction: 'Cannot both hold', likely: 'May not fit together', scope: 'Differ in scope only',
}

export const standingHelp: Record<string, string> = {
  contradiction: 'A rule tells that both cannot hold. Rashomon does not say which does.',
  likely: 'No rule tells that both cannot hold, but signs make it likely. Judge for yourself.',
  scope: 'Another day, another place, or a part of the whole: both may hold. No contradictions.',
}

// Agreements by what 'likely' in an address says.
export const concordances: Record<string, string> = { '': 'Say the same', true: 'May say the same' }

export const cells: Record<string, { sign: string; says: string }> = {
  tells: { sign: '●', says: 'tells' },
  differs: { sign: '≠', says: 'tells, and differs from another account' },
  denies: { sign: '✕', says: 'denies' },
  silent: { sign: '○', says: 'is silent, and could have told' },
  nothing: { sign: '·', says: 'tells nothing, and need not have known' },
}

// The types of event: those of PLOVER, and occurrences outside of it.
export const eventTypes: Record<string, string> = {
  ASSAULT: 'violence', COERCE: 'arrests, bans, repression', MOBILIZE: 'forces readied', SANCTION: 'relations cut', PROTEST: 'protest', THREATEN: 'threat',
  REJECT: 'refusal', ACCUSE: 'accusation', REQUEST: 'demand or order', RETREAT: 'withdrawal or release', AID: 'help', COOPERATE: 'working together',
  CONCEDE: 'giving way in words', SUPPORT: 'backing', CONSULT: 'talks, visits', AGREE: 'agreement', OCCURRENCE: 'something that befell',
}

// eventType says what an event is in plain words.
export const eventType = (type: string): string => eventTypes[type] ?? type.toLowerCase()

export const stances: Record<number, string> = { [-1]: 'against', 0: 'both for and against', 1: 'for' }

export const echoKinds: Record<string, string> = {
  reprint: 'reprint', agency: 'agency copy', quotation: 'the same words of the same person', shared_source: 'other words, the same source',
}

export function strength(value: number): string {
  return value >= 0.75 ? 'strong' : value >= 0.55 ? 'fair' : 'faint'
}

// plural counts: "1 account", "8 accounts".
export function plural(n: number, one: string, many = one + 's'): string {
  return `${n.toLocaleString('en')} ${n === 1 ? one : many}`
}

// day shows a time of publication to the day, or says that it is not known.
export function day(time: string): string {
  return time ? time.slice(0, 10) : 'undated'
}

// days shows an interval, which may have times of day in it.
export function days(from: string, to: string): string {
  const told = !from ? 'no day told' : !to || to === from ? from : `${from} to ${to}`
  return told.replaceAll(/(\d)T(\d)/g, '$1 $2')
}

// sentence begins a text with a capital and ends it with a full stop.
export function sentence(text: string): string {
  const trimmed = text.trim()
  if (!trimmed) return ''
  return trimmed[0]!.toUpperCase() + trimmed.slice(1) + (/[.!?]$/.test(trimmed) ? '' : '.')
}

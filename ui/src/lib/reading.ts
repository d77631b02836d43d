import type { Schemas } from '../api'
import { sentence } from '../words'

export type Reading = Schemas['Reading']
export type Mark = Schemas['Mark']
export type Block = Schemas['Block']

// A Layer is a kind of marks that can be shown or left out.
export type Layer = {
  of: string // what the API calls it
  key: string // in the address, and the class of its marks
  name: string
  one: string
  sign: string // in front of a mark, where lines alone would be missed
  drawn: string // how its marks look, in words
}

export const layers: Layer[] = [
  { of: 'difference', key: 'differences', name: 'Differences', one: 'Difference', sign: '≠', drawn: 'a thick line and ≠' },
  { of: 'likely', key: 'likely', name: 'May not fit', one: 'May not fit', sign: '?', drawn: 'a line of long dashes and ?: no rule tells that both cannot hold, or they differ in scope only' },
  { of: 'statement', key: 'statements', name: 'Statements', one: 'Statement', sign: '', drawn: 'a tint, behind the name of whoever said it; the author’s own voice is plain' },
  { of: 'agreement', key: 'agreements', name: 'Agreements', one: 'Agreement', sign: '=', drawn: 'a double line and =' },
  { of: 'echo', key: 'echoes', name: 'Echoes', one: 'Echo', sign: '↺', drawn: 'a line of dashes and ↺' },
  { of: 'party', key: 'parties', name: 'Parties', one: 'Party', sign: '', drawn: 'a dotted line' },
  { of: 'event', key: 'events', name: 'Events', one: 'Event', sign: '', drawn: 'bold' },
  { of: 'time', key: 'times', name: 'Times', one: 'Time', sign: '', drawn: 'a dashed line above' },
  { of: 'figure', key: 'figures', name: 'Figures', one: 'Figure', sign: '', drawn: 'a solid line above' },
  { of: 'label', key: 'labels', name: 'Labels', one: 'Label', sign: '«', drawn: 'italics and «' },
  { of: 'loaded word', key: 'loaded', name: 'Loaded words', one: 'Loaded word', sign: '', drawn: 'a wavy line' },
]

const byName = new Map(layers.map((layer) => [layer.of, layer]))

export function layerOf(mark: Mark): Layer {
  if (mark.layer === 'difference' && mark.standing !== 'contradiction') return byName.get('likely')!
  return byName.get(mark.layer) ?? { of: mark.layer, key: mark.layer, name: mark.layer, one: mark.layer, sign: '', drawn: '' }
}

// ownVoice stands in the address for the author, where a holder is chosen.
export const ownVoice = '-'

// holdersOf names the holders of a statement from the author inwards. The API writes them as "author <- agency <- ministry".
function holdersOf(mark: Mark): string[] {
  return mark.says.split(' <- ').slice(1)
}

// holderOf names the innermost holder of a statement.
export function holderOf(mark: Mark): string {
  return holdersOf(mark).at(-1) ?? mark.says
}

const between = new Set(['difference', 'agreement', 'echo']) // what they say is a sentence

// tellOf says what a mark is, for people.
export function tellOf(mark: Mark): string {
  return mark.layer === 'statement' ? holdersOf(mark).join(' ← ') : between.has(mark.layer) ? sentence(mark.says) : mark.says
}

// A Shown is what of the marks is drawn.
export type Shown = {
  layers: Set<string> // their keys
  with: string // where another document stands beside: only the differences between the two
  holder: string // whose words stand out, see ownVoice; '' for everybody's
}

export function isShown(mark: Mark, shown: Shown): boolean {
  return shown.layers.has(layerOf(mark).key) && (mark.layer !== 'difference' || !shown.with || mark.with?.id === shown.with)
}

// A Target is a stretch that a link leads to, in bytes of the text. It begins where a piece does.
export type Target = { start: number; end: number }

// A Run is a stretch of a part on which the same marks are drawn from end to end.
export type Run = {
  at: number
  text: string
  marks: Mark[] // the longest first
  begins: Mark[] // those that do not reach back to the run before
  target: boolean
  quiet: boolean // not in the words of the holder that was chosen
}

// runs joins the pieces of a part on which the same marks are drawn.
export function runs(block: Block, marks: Mark[], shown: Shown, target: Target | undefined): Run[] {
  const out: Run[] = []
  let before: Mark[] = []
  for (const piece of block.pieces) {
    const lying = (piece.marks ?? []).map((index) => marks[index]!)
    const visible = lying.filter((mark) => isShown(mark, shown))
    const aimed = target !== undefined && piece.at >= target.start && piece.at < target.end
    const quiet = shown.holder !== '' && voiceOf(lying) !== shown.holder
    const last = out.at(-1)
    if (last && last.target === aimed && last.quiet === quiet && same(visible, before)) last.text += piece.text
    else out.push({ at: piece.at, text: piece.text, marks: visible, begins: visible.filter((mark) => !before.includes(mark)), target: aimed, quiet })
    before = visible
  }
  return out
}

// voiceOf tells whose words a piece is in.
function voiceOf(lying: Mark[]): string {
  const innermost = lying.filter((mark) => mark.layer === 'statement').at(-1)
  return innermost ? holderOf(innermost) : ownVoice
}

function same(a: Mark[], b: Mark[]): boolean {
  return a.length === b.length && a.every((mark, i) => mark === b[i])
}

// partAt returns the number of the part that holds a byte, or the one nearest before it.
export function partAt(reading: Reading, at: number): number {
  let found = 0
  for (const [i, part] of reading.parts.entries()) if ((part.pieces[0]?.at ?? Infinity) <= at) found = i
  return found
}

// pieceAt returns the piece that holds a byte, or the one nearest before it.
export function pieceAt(reading: Reading, at: number): Block['pieces'][number] | undefined {
  return reading.parts[partAt(reading, at)]?.pieces.filter((piece) => piece.at <= at).at(-1)
}

// placeOf returns the first stretch that a mark lies on.
export function placeOf(reading: Reading, id: string): Target | undefined {
  let start = -1
  for (const part of reading.parts) {
    for (const piece of part.pieces) {
      const on = piece.marks?.some((index) => reading.marks[index]!.id === id) ?? false
      if (on && start < 0) start = piece.at
      if (!on && start >= 0) return { start, end: piece.at }
    }
  }
  return start < 0 ? undefined : { start, end: Infinity }
}

// marksAt returns the marks drawn on the piece that holds a byte, or the nearest before it: the shortest first, as that is
// what a reader points at.
export function marksAt(reading: Reading, at: number, shown: Shown): Mark[] {
  const lying = (pieceAt(reading, at)?.marks ?? []).map((index) => reading.marks[index]!).filter((mark) => isShown(mark, shown))
  return [...new Map(lying.reverse().map((mark) => [mark.id, mark])).values()] // two passages of one finding may overlap
}

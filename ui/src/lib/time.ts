// Times as accounts tell them, on an axis. All are those of the place that is told of: no zones.

const day = 24 * 3600_000
const hour = 3600_000

// begin and end return when a time that is told began and ended, in milliseconds: of "2017-03", its first and its last day.
export function begin(told: string): number {
  return Date.parse(whole(told))
}

export function end(told: string): number {
  const [year, month] = told.split('-').map(Number)
  if (told.length <= 4) return Date.UTC(year! + 1, 0)
  if (told.length <= 7) return Date.UTC(year!, month!)
  return begin(told) + (told.length <= 10 ? day : 0)
}

function whole(told: string): string {
  const [date = '', time] = told.split('T')
  const full = date + '-01-01'.slice(date.length <= 4 ? 0 : date.length <= 7 ? 3 : 6)
  return time ? `${full}T${time.length <= 2 ? time + ':00' : time}Z` : full
}

// A Range is a stretch of time that is seen.
export type Range = { from: number; to: number }

// written and read turn a range into what stands in an address, and back.
export function written(range: Range): string {
  return [range.from, range.to].map((time) => new Date(time).toISOString().slice(0, 16)).join('..')
}

export function read(text: string): Range | undefined {
  const [from, to] = text.split('..').map((time) => Date.parse(time + 'Z'))
  return from! < to! ? { from: from!, to: to! } : undefined // false where one is not a time
}

// dense returns where most happened: the shortest stretch with four in five of the times, if that is much shorter than all. What lies
// outside it is counted at its ends.
export function dense(times: Range[]): Range | undefined {
  if (!times.length) return undefined
  const sorted = times.map((t) => t.from).sort((a, b) => a - b)
  const all = { from: sorted[0]!, to: Math.max(...times.map((t) => t.to)) }
  const held = Math.ceil(sorted.length * 0.8)
  let best = all
  for (let i = 0; i + held <= sorted.length; i++) {
    const [from, to] = [sorted[i]!, sorted[i + held - 1]!]
    if (to - from < best.to - best.from) best = { from, to }
  }
  const wide = (range: Range) => {
    const margin = Math.max((range.to - range.from) * 0.06, hour)
    return { from: range.from - margin, to: range.to + margin * 2 }
  }
  return best.to - best.from < (all.to - all.from) / 3 ? wide({ from: best.from, to: Math.max(best.to, best.from + day) }) : wide(all)
}

export type Tick = { at: number; name: string }

// ticks returns round times within a range, a few of them, with what to call each.
export function ticks({ from, to }: Range, most: number): Tick[] {
  const length = (to - from) / most
  if (length > 20 * day) return calendar(from, to, [1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200].find((n) => n * 30 * day >= length) ?? 6000)
  const step = [hour / 4, hour, 3 * hour, 6 * hour, 12 * hour, day, 2 * day, 7 * day, 14 * day, 28 * day].find((n) => n >= length) ?? 28 * day
  const out: Tick[] = []
  for (let at = Math.ceil(from / step) * step; at <= to; at += step) out.push({ at, name: named(at, step) })
  return out
}

const date = new Intl.DateTimeFormat('en-GB', { day: 'numeric', month: 'short', timeZone: 'UTC' })
const month = new Intl.DateTimeFormat('en-GB', { month: 'short', year: 'numeric', timeZone: 'UTC' })

function named(at: number, step: number): string {
  const time = new Date(at).toISOString().slice(11, 16)
  return step >= day || time === '00:00' ? date.format(at) : time
}

function calendar(from: number, to: number, months: number): Tick[] {
  const first = new Date(from)
  const out: Tick[] = []
  for (let n = Math.ceil((first.getUTCFullYear() * 12 + first.getUTCMonth() + 1) / months) * months; ; n += months) {
    const at = Date.UTC(Math.floor(n / 12), n % 12)
    if (at > to) return out
    out.push({ at, name: months >= 12 ? String(Math.floor(n / 12)) : month.format(at) })
  }
}

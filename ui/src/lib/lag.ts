// How long after something began it was reported.

const day = 24 * 3600 * 1000

// daysBetween counts the days from one day to another, whatever their times of day; NaN where one is not known.
export function daysBetween(from: string, to: string): number {
  return Math.round((Date.parse(to.slice(0, 10)) - Date.parse(from.slice(0, 10))) / day)
}

// after says that number in words, roughly where it is long.
export function after(days: number): string {
  if (days === 0) return 'the same day'
  const long = Math.abs(days)
  const much = long === 1 ? 'the day' : long < 60 ? `${long} days` : long < 730 ? `about ${Math.round(long / 30.44)} months` : `about ${Math.round(long / 365.25)} years`
  return `${much} ${days < 0 ? 'before' : 'after'}`
}

// The axis of lags is logarithmic: what is told within days lies apart, and years still find room. What is left of the day on which
// something began is before it, however long.
const began = 26
const end = 94
const longest = 3650

export function place(days: number): number {
  if (days < 0) return began * 0.35
  return began + ((end - began) * Math.log1p(Math.min(days, longest))) / Math.log1p(longest)
}

export const ticks: [number, string][] = [[-1, 'earlier'], [0, 'same day'], [7, 'week'], [30, 'month'], [365, 'year'], [3650, '10 years+']]

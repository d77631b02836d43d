import type { Schemas } from '../api'
import { place, type Size, type View } from './projection'

export type Place = Schemas['Place']
export type Located = Place & { location: NonNullable<Place['location']> }

export const isLocated = (p: Place): p is Located => p.location !== undefined

// What a place is, and how exactly it is known: "a town", "somewhere in a country".
const kinds: Record<string, string> = {
  point: 'a spot', town: 'a town', district: 'a district', province: 'a province', country: 'a country', region: 'a wide region',
}

export function precision(p: Located): string {
  const { precision, radius } = p.location
  const wide = radius && precision !== 'country' && isWide(p) ? `, ${radius < 10 ? radius : Math.round(radius)} km around the mark` : ''
  return (isWide(p) ? 'somewhere in ' : '') + (kinds[precision] ?? precision) + wide
}

// isWide tells that a place is an area, not a spot: it is drawn as one.
export const isWide = (p: Located) => p.location.precision !== 'point' && p.location.precision !== 'town'

// A Mark is what is drawn of places that lie too near each other to be told apart: mostly one.
export type Mark = { places: Located[]; x: number; y: number; r: number }

// size grows so that the area of a mark goes with how many accounts tell of what is there.
const size = (accounts: number) => Math.min(26, 6 + 3.2 * Math.sqrt(accounts))

// marksOf places what is seen. The places come with those first that most accounts tell of; these take in their neighbours.
export function marksOf(places: Located[], view: View, seen: Size): Mark[] {
  const marks: Mark[] = []
  for (const one of places) {
    const { x, y } = place(view, seen, one.location.longitude, one.location.latitude)
    if (x < -60 || y < -60 || x > seen.width + 60 || y > seen.height + 60) continue
    const r = size(one.accounts)
    const near = marks.find((mark) => Math.hypot(mark.x - x, mark.y - y) < (mark.r + r) * 0.85)
    if (near) near.places.push(one)
    else marks.push({ places: [one], x, y, r })
  }
  return marks
}

// A Label is a name beside a mark, where there is room for it.
export type Label = { mark: Mark; x: number; y: number; end: boolean }

type Box = [left: number, top: number, right: number, bottom: number]

export function labelsOf(marks: Mark[], seen: Size, badges: (mark: Mark) => number): Label[] {
  const taken: Box[] = marks.map((m) => [m.x - m.r, m.y - m.r, m.x + m.r, m.y + m.r])
  const labels: Label[] = []
  for (const mark of marks) {
    const width = Math.max(nameOf(mark).length * 7.2, badges(mark) * 13) + 6
    for (const end of [false, true]) {
      const x = end ? mark.x - mark.r - 5 : mark.x + mark.r + 5
      const box: Box = [end ? x - width : x, mark.y - 11, end ? x : x + width, mark.y + 20]
      const isFree = box[0] >= 0 && box[2] <= seen.width && !taken.some((other) => meet(box, other))
      if (!isFree) continue
      taken.push(box)
      labels.push({ mark, x, y: mark.y, end })
      break
    }
  }
  return labels
}

function meet(a: Box, b: Box): boolean {
  return a[0] < b[2] && b[0] < a[2] && a[1] < b[3] && b[1] < a[3]
}

export function nameOf(mark: Mark): string {
  const [first, ...others] = mark.places
  return others.length ? `${first!.name} + ${others.length}` : first!.name
}

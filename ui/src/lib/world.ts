// The outline of the world: world.json, which ../../world/build.mjs makes and tells where it comes from. It is asked for when a map is
// first shown.

export type Country = { code: string; name: string; d: string }

type Stored = { perDegree: number; arcs: string[]; countries: [code: string, name: string, rings: number[][]][] }
type Point = [x: number, y: number]

const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
const values = new Map([...digits].map((digit, value) => [digit, value]))

// decoded reads the points of an arc: see `encoded` in ../../world/build.mjs.
function decoded(arc: string): Point[] {
  const numbers: number[] = []
  let [number, shift] = [0, 0]
  for (const digit of arc) {
    const value = values.get(digit) ?? 0
    number |= (value & 31) << shift
    if (value & 32) shift += 5
    else {
      numbers.push(number & 1 ? ~(number >> 1) : number >> 1)
      ;[number, shift] = [0, 0]
    }
  }
  const points: Point[] = []
  let [x, y] = [0, 0]
  for (let i = 0; i + 1 < numbers.length; i += 2) points.push([(x += numbers[i]!), (y += numbers[i + 1]!)])
  return points
}

// parted returns the pieces of a ring on the map: where it crosses the 180th meridian it ends at one edge and goes on at the other. What
// goes round a pole takes that in.
function parted(ring: Point[], degree: number): Point[][] {
  const edge = 180 * degree
  const next = (i: number) => ring[(i + 1) % ring.length]!
  const isCrossed = ([x]: Point, i: number) => Math.abs(x - next(i)[0]) > edge
  const first = ring.findIndex(isCrossed)
  if (first < 0) return [ring]
  const pieces: Point[][] = []
  for (let k = 1; k <= ring.length; k++) {
    const i = (first + k) % ring.length
    if (isCrossed(ring.at(i - 1)!, (i + ring.length - 1) % ring.length)) pieces.push([crossing(ring.at(i - 1)!, ring[i]!, Math.sign(ring[i]![0]) * edge)])
    pieces.at(-1)!.push(ring[i]!)
    if (isCrossed(ring[i]!, i)) pieces.at(-1)!.push(crossing(ring[i]!, next(i), Math.sign(ring[i]![0]) * edge))
  }
  for (const piece of pieces) {
    const [begin, end] = [piece[0]!, piece.at(-1)!]
    const pole = Math.sign(begin[1]) * 90 * degree
    if (begin[0] !== end[0]) piece.push([end[0], pole], [begin[0], pole])
  }
  return pieces
}

// crossing returns where the line from a point to another meets an edge of the map, seen from there.
function crossing([ax, ay]: Point, [bx, by]: Point, edge: number): Point {
  const [a, b] = [Math.abs(edge) - Math.abs(ax), Math.abs(edge) - Math.abs(bx)]
  return [edge, a + b ? Math.round(ay + ((by - ay) * a) / (a + b)) : ay]
}

// outlined returns the countries as paths, in degrees east and south.
function outlined(stored: Stored): Country[] {
  const arcs = stored.arcs.map(decoded)
  const round = (units: number) => Number((units / stored.perDegree).toFixed(2))
  const path = (ring: number[]) => {
    const points = ring.flatMap((index) => (index < 0 ? [...arcs[~index]!].reverse() : arcs[index]!))
    return parted(points, stored.perDegree).map((piece) => 'M' + piece.map(([x, y]) => `${round(x)},${round(-y)}`).join('L') + 'Z').join('')
  }
  return stored.countries.map(([code, name, rings]) => ({ code, name, d: rings.map(path).join('') }))
}

let asked: Promise<Country[]> | undefined

export function world(): Promise<Country[]> {
  asked ??= fetch(new URL('./world.json', import.meta.url)).then((answer) => answer.json()).then(outlined)
  return asked
}

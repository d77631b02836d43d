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

// outlined returns the countries as paths, in degrees east and south.
function outlined(stored: Stored): Country[] {
  const arcs = stored.arcs.map(decoded)
  const round = (units: number) => Number((units / stored.perDegree).toFixed(2))
  const path = (ring: number[]) => {
    const points = ring.flatMap((index) => (index < 0 ? [...arcs[~index]!].reverse() : arcs[index]!))
    return 'M' + points.map(([x, y]) => `${round(x)},${round(-y)}`).join('L') + 'Z'
  }
  return stored.countries.map(([code, name, rings]) => ({ code, name, d: rings.map(path).join('') }))
}

let asked: Promise<Country[]> | undefined

export function world(): Promise<Country[]> {
  asked ??= fetch(new URL('./world.json', import.meta.url)).then((answer) => answer.json()).then(outlined)
  return asked
}

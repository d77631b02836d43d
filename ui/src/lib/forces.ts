// Where the parties of a network are drawn: those who have to do with each other near, all others apart. The same network in the same
// room is always drawn the same: it begins on a spiral, in the order given, and goes a fixed number of steps.

export type Spot = { x: number; y: number }

const steps = 300
const goldenAngle = Math.PI * (3 - Math.sqrt(5))

export function spread(ids: string[], links: [from: string, to: string][], width: number, height: number): Map<string, Spot> {
  const number = new Map(ids.map((id, i) => [id, i]))
  const spots: Spot[] = ids.map((_, i) => {
    const r = Math.sqrt((i + 0.5) / ids.length) / 2
    return { x: width * (0.5 + r * Math.cos(i * goldenAngle)), y: height * (0.5 + r * Math.sin(i * goldenAngle)) }
  })
  const ends = links.flatMap(([from, to]) => (number.has(from) && number.has(to) ? [[number.get(from)!, number.get(to)!] as const] : []))
  const reach = Math.sqrt((width * height) / Math.max(1, ids.length)) * 0.8 // how far neighbours stand apart
  // Who has nothing to do with each other stands apart, and no further: else all would be driven to the walls.
  for (let step = 0; step < steps; step++) {
    const pull = spots.map((spot) => ({ x: (width / 2 - spot.x) * 0.03 * reach * 0.1, y: (height / 2 - spot.y) * 0.03 * reach * 0.1 }))
    for (let a = 0; a < spots.length; a++) for (let b = a + 1; b < spots.length; b++) push(spots, pull, a, b, (d) => (d < 2 * reach ? (reach * reach) / d : 0))
    for (const [a, b] of ends) push(spots, pull, a, b, (d) => (-d * d) / reach)
    const furthest = (reach * (1 - step / steps)) / 2 + 0.5
    for (const [i, { x, y }] of pull.entries()) {
      const length = Math.hypot(x, y) || 1
      spots[i]!.x = within(spots[i]!.x + (x / length) * Math.min(length, furthest), width, Math.min(90, width / 6))
      spots[i]!.y = within(spots[i]!.y + (y / length) * Math.min(length, furthest), height, 36)
    }
  }
  return new Map(ids.map((id, i) => [id, { x: Math.round(spots[i]!.x), y: Math.round(spots[i]!.y) }]))
}

// within keeps a place in the room that there is, but for a margin on which names stand.
const within = (at: number, room: number, margin: number) => Math.max(margin, Math.min(room - margin, at))

// push drives two apart by a force that depends on their distance, or together where it is negative.
function push(spots: Spot[], pull: Spot[], a: number, b: number, force: (distance: number) => number) {
  const [x, y] = [spots[a]!.x - spots[b]!.x, spots[a]!.y - spots[b]!.y]
  const distance = Math.max(1, Math.hypot(x, y))
  const by = force(distance) / distance
  pull[a]!.x += x * by
  pull[a]!.y += y * by
  pull[b]!.x -= x * by
  pull[b]!.y -= y * by
}

// Degrees to pixels and back. The map is equirectangular with its standard parallel in the middle of what is seen: shapes are true
// there, and moving or zooming it is one transformation of paths that never change.

// A View is what of the world is seen: its middle, and how many pixels a degree of latitude has.
export type View = { longitude: number; latitude: number; scale: number }
export type Size = { width: number; height: number }

export const kilometresPerDegree = 111.2 // of latitude
const furthest = 1500 // pixels a degree: a town of five kilometres is as large as its mark
const poles = 85

// narrowing is how much narrower a degree of longitude is drawn than one of latitude.
export function narrowing(view: View): number {
  return Math.cos((Math.max(-60, Math.min(60, view.latitude)) * Math.PI) / 180)
}

export function place(view: View, size: Size, longitude: number, latitude: number): { x: number; y: number } {
  return {
    x: size.width / 2 + (longitude - view.longitude) * view.scale * narrowing(view),
    y: size.height / 2 - (latitude - view.latitude) * view.scale,
  }
}

// radius returns how wide and how high a circle of some kilometres around a latitude is drawn.
export function radius(view: View, latitude: number, kilometres: number): { x: number; y: number } {
  const degrees = kilometres / kilometresPerDegree
  const narrow = Math.max(0.15, Math.cos((latitude * Math.PI) / 180))
  return { x: (degrees / narrow) * view.scale * narrowing(view), y: degrees * view.scale }
}

// The least scale at which the world fills what is seen one way.
function least(size: Size): number {
  return Math.min(size.width / 360, size.height / 150)
}

// within keeps a view on the world.
export function within(view: View, size: Size): View {
  const scale = Math.max(least(size), Math.min(furthest, view.scale))
  const half = size.height / 2 / scale
  const latitude = half >= poles ? 0 : Math.max(-poles + half, Math.min(poles - half, view.latitude))
  return { scale, latitude, longitude: Math.max(-180, Math.min(180, view.longitude)) }
}

export function moved(view: View, size: Size, x: number, y: number): View {
  return within({ ...view, longitude: view.longitude - x / view.scale / narrowing(view), latitude: view.latitude + y / view.scale }, size)
}

// zoomed changes the scale by a factor, and keeps what is at a pixel there.
export function zoomed(view: View, size: Size, factor: number, x = size.width / 2, y = size.height / 2): View {
  const [right, down] = [x - size.width / 2, y - size.height / 2]
  const at = moved(view, { ...size, height: 0 }, -right, -down)
  const next = within({ ...at, scale: view.scale * factor }, size)
  return moved(next, size, right, down)
}

// fitted returns the view that shows some places with room around them, or the inhabited world for none.
export function fitted(places: { longitude: number; latitude: number; kilometres: number }[], size: Size): View {
  if (!places.length) return within({ longitude: 10, latitude: 20, scale: 0 }, size)
  const reach = places.map((p) => {
    const degrees = Math.min(30, p.kilometres / kilometresPerDegree)
    const wide = degrees / Math.max(0.15, Math.cos((p.latitude * Math.PI) / 180))
    return { west: p.longitude - wide, east: p.longitude + wide, south: p.latitude - degrees, north: p.latitude + degrees }
  })
  const [west, east] = [Math.min(...reach.map((r) => r.west)), Math.max(...reach.map((r) => r.east))]
  const [south, north] = [Math.min(...reach.map((r) => r.south)), Math.max(...reach.map((r) => r.north))]
  const view = { longitude: (west + east) / 2, latitude: (south + north) / 2, scale: 1 }
  const room = 0.72 // of what is seen, for names beside the places
  const scale = Math.min((size.width * room) / Math.max(east - west, 3) / narrowing(view), (size.height * room) / Math.max(north - south, 2))
  return within({ ...view, scale }, size)
}

// written and read turn a view into what stands in an address, and back.
export function written(view: View): string {
  return `${view.latitude.toFixed(2)},${view.longitude.toFixed(2)},${view.scale.toFixed(view.scale < 10 ? 2 : 0)}`
}

export function read(text: string): View | undefined {
  const numbers = text.split(',').map(Number)
  const [latitude, longitude, scale] = numbers
  if (numbers.length !== 3 || numbers.some((n) => !Number.isFinite(n)) || scale! <= 0) return undefined
  return { latitude: latitude!, longitude: longitude!, scale: scale! }
}

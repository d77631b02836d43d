// Makes ui/src/lib/world.json, the outline of the world under the map, of two files that are not kept here:
//
//   node world/build.mjs countries-50m.json countryInfo.txt > src/lib/world.json
//
// The first is that of world-atlas 2.0.2, which is Natural Earth 4.1.0 (1:50m, in the public domain) as TopoJSON; the second is of
// GeoNames (CC BY 4.0) and gives each country its code. Borders stay shared between neighbours: they are simplified arc by arc.
import { readFileSync } from 'node:fs'

const perDegree = 50 // units of the grid that points lie on: some two kilometres
const finest = 9 // of a point that is kept: twice the area, in units, of the triangle that it makes with its neighbours
const smallest = 60 // twice the area, in units, of an island that is kept, unless it is the largest of its country

const [atlas, info] = process.argv.slice(2).map((name) => readFileSync(name, 'utf8'))
const topology = JSON.parse(atlas)

// What has no number of ISO 3166 in Natural Earth; the others of these have no code there.
const unnumbered = { Kosovo: 'XKX' }
const codes = new Map(info.split('\n').filter((line) => line && !line.startsWith('#')).map((line) => line.split('\t')).map((fields) => [fields[2], fields[1]]))

const arcs = topology.arcs.map(decode).map(simplified)
const used = new Map() // the number that an arc has here, by that which it has there
const countries = topology.objects.countries.geometries
  .map((g) => ({ code: codes.get(g.id) ?? unnumbered[g.properties.name] ?? '', name: g.properties.name, rings: rings(g) }))
  .filter((country) => country.rings.length)
  .sort((a, b) => (a.name < b.name ? -1 : 1))
  .map(({ code, name, rings }) => [code, name, rings.map((ring) => ring.map(numbered))])

process.stdout.write(JSON.stringify({
  source: 'Natural Earth 4.1.0, 1:50m, public domain, simplified (ui/world/build.mjs)', perDegree,
  arcs: [...used.keys()].map((index) => encoded(arcs[index])), countries,
}) + '\n')

// decode returns the points of an arc on our grid, each once in a row.
function decode(arc) {
  const { scale: [sx, sy], translate: [tx, ty] } = topology.transform
  let x = 0
  let y = 0
  const points = arc.map(([dx, dy]) => [Math.round(((x += dx) * sx + tx) * perDegree), Math.round(((y += dy) * sy + ty) * perDegree)])
  return points.filter(([x, y], i) => !i || i === points.length - 1 || x !== points[i - 1][0] || y !== points[i - 1][1])
}

// simplified takes the points out of an arc that matter least, after Visvalingam and Whyatt; its ends stay.
function simplified(points) {
  const least = points[0].join() === points.at(-1).join() ? 4 : 2
  const kept = [...points]
  for (;;) {
    let at = 0
    let smallest = finest
    for (let i = 1; i < kept.length - 1; i++) {
      const area = triangle(kept[i - 1], kept[i], kept[i + 1])
      if (area < smallest) [at, smallest] = [i, area]
    }
    if (!at || kept.length <= least) return kept
    kept.splice(at, 1)
  }
}

// triangle returns twice the area of three points as it is on the globe, where degrees of longitude grow narrow towards the poles.
function triangle([ax, ay], [bx, by], [cx, cy]) {
  return Math.abs((bx - ax) * (cy - ay) - (cx - ax) * (by - ay)) * Math.cos((by / perDegree) * (Math.PI / 180))
}

// rings returns the rings of a country, as lists of arcs, without islands too small to be seen.
function rings(geometry) {
  const polygons = geometry.type === 'Polygon' ? [geometry.arcs] : geometry.arcs
  const all = polygons.flat().map((ring) => ({ ring, area: area(ring) }))
  const largest = Math.max(...all.map(({ area }) => area))
  return all.filter(({ area }) => area >= smallest || area === largest).map(({ ring }) => ring)
}

function area(ring) {
  const points = ring.flatMap((index) => (index < 0 ? arcs[~index].toReversed() : arcs[index]))
  const doubled = points.reduce((sum, [x, y], i) => sum + x * points[(i + 1) % points.length][1] - points[(i + 1) % points.length][0] * y, 0)
  return Math.abs(doubled) * Math.cos((points[0][1] / perDegree) * (Math.PI / 180))
}

function numbered(index) {
  const own = index < 0 ? ~index : index
  if (!used.has(own)) used.set(own, used.size)
  return index < 0 ? ~used.get(own) : used.get(own)
}

// encoded writes points as steps from one to the next: each number as digits of five bits, the lowest first, of which all but the
// last have a sixth bit set. Its sign is its lowest bit. src/lib/world.ts reads it.
function encoded(points) {
  const digits = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_'
  let text = ''
  let before = [0, 0]
  for (const point of points) {
    for (const axis of [0, 1]) {
      const step = point[axis] - before[axis]
      let rest = step < 0 ? ~(step << 1) : step << 1
      for (; rest >= 32; rest >>>= 5) text += digits[32 | (rest & 31)]
      text += digits[rest]
    }
    before = point
  }
  return text
}

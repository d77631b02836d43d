// Whose account it is, told by a shape, a colour and letters: never by one alone.

export type Badge = { name: string; shape: Shape; hue: number; letters: string }
export type Shape = 'circle' | 'square' | 'triangle' | 'diamond' | 'cross' | 'ring'

const shapes: Shape[] = ['circle', 'square', 'triangle', 'diamond', 'cross']
const hues = 8 // --hue-0 to --hue-7 in style.css
const most = 24 // who have a badge of their own: shapes and colours together repeat after 40

// badgesOf gives each of those who tell most a badge, the same whatever the page is narrowed down to. All others share one.
export function badgesOf(sources: readonly { name: string }[]): (name: string) => Badge {
  const own = new Map(sources.slice(0, most).map(({ name }, i) => [name, { name, shape: shapes[i % shapes.length]!, hue: i % hues, letters: letters(name) }]))
  return (name) => own.get(name) ?? { name, shape: 'ring', hue: -1, letters: letters(name) }
}

const small = new Set(['the', 'of', 'and', 'for', 'in', 'on', 'to', 'a', 'an', 'de', 'la'])

// letters shortens a name to its initials, or a name of one word to its beginning.
function letters(name: string): string {
  const words = name.split(/[^\p{L}\p{N}]+/u).filter((word) => word && !small.has(word.toLowerCase()))
  const first = words[0] ?? name
  return words.length > 1 ? words.slice(0, 3).map((word) => word[0]!.toUpperCase()).join('') : first.slice(0, 3)
}

// outline returns the path of a shape around a point.
export function outline(shape: Shape, x: number, y: number, r: number): string {
  const corners = (points: [number, number][]) => 'M' + points.map(([dx, dy]) => `${(x + dx * r).toFixed(1)},${(y + dy * r).toFixed(1)}`).join('L') + 'Z'
  switch (shape) {
    case 'square': return corners([[-0.85, -0.85], [0.85, -0.85], [0.85, 0.85], [-0.85, 0.85]])
    case 'triangle': return corners([[0, -1.1], [1.05, 0.8], [-1.05, 0.8]])
    case 'diamond': return corners([[0, -1.2], [1.2, 0], [0, 1.2], [-1.2, 0]])
    case 'cross': return corners([[-0.4, -1.05], [0.4, -1.05], [0.4, -0.4], [1.05, -0.4], [1.05, 0.4], [0.4, 0.4], [0.4, 1.05], [-0.4, 1.05], [-0.4, 0.4], [-1.05, 0.4], [-1.05, -0.4], [-0.4, -0.4]])
    default: return `M${x - r},${y}a${r},${r} 0 1,0 ${2 * r},0a${r},${r} 0 1,0 ${-2 * r},0Z`
  }
}

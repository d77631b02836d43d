import { address } from '../address.svelte'

// What lists are narrowed down by, as it stands in the address and as the API takes it.
export const filters = ['known_on', 'from', 'to', 'source', 'party', 'place', 'status', 'type'] as const

// isID tells an id from a name: what is narrowed down to one thing has a page to link to.
export const isID = (value: string): boolean => /^[a-z]?[0-9a-f]{4,}$/.test(value)

// narrowed returns the filters that are set.
export function narrowed(): Record<string, string> {
  return Object.fromEntries(filters.map((name) => [name, address.get(name)]).filter(([, value]) => value))
}

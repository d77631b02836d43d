// The address is the state of a page: what is shown, and how it is narrowed down. Every view has a link that restores it.

class Address {
  path = $state(location.pathname)
  query = $state(new URLSearchParams(location.search))
  // The day as known on which all is shown: it stays in the address from page to page, until the reader takes it away.
  knownOn = $derived(this.query.get('known_on') ?? '')

  constructor() {
    addEventListener('popstate', () => this.read())
    document.addEventListener('click', (event) => this.follow(event))
  }

  private read() {
    this.path = location.pathname
    this.query = new URLSearchParams(location.search)
  }

  // go opens an address of ours.
  go(to: string) {
    history.pushState(null, '', to)
    this.read()
    scrollTo(0, 0)
    document.querySelector<HTMLElement>('main')?.focus({ preventScroll: true })
  }

  // move says that what is shown has another address now, which it is found at from here on.
  move(path: string) {
    history.replaceState(history.state, '', path + location.search + location.hash)
    this.read()
  }

  // set changes what the page is narrowed down by; an empty value takes it away.
  set(values: Record<string, string>) {
    history.replaceState(history.state, '', this.with(values))
    this.read()
  }

  // open shows something over the page, which Back closes again. What is shown in its place is no step of its own.
  open(values: Record<string, string>) {
    if (history.state?.opened) history.replaceState(history.state, '', this.with(values))
    else history.pushState({ opened: true }, '', this.with(values))
    this.read()
  }

  // close takes away what open showed, as Back does; where a link led straight to it, it is taken out of the address.
  close(names: string[]) {
    if (history.state?.opened) history.back()
    else this.set(Object.fromEntries(names.map((name) => [name, ''])))
  }

  private with(values: Record<string, string>): string {
    const query = new URLSearchParams(location.search)
    for (const [name, value] of Object.entries(values)) {
      if (value) query.set(name, value)
      else query.delete(name)
    }
    const text = query.toString()
    return location.pathname + (text ? '?' + text : '')
  }

  get(name: string): string {
    return this.query.get(name) ?? ''
  }

  // follow opens links of ours without a new page, unless the reader wants one in a tab of its own.
  private follow(event: MouseEvent) {
    const link = (event.target as Element).closest('a')
    if (!link || event.defaultPrevented || event.button !== 0 || event.metaKey || event.ctrlKey || event.shiftKey || event.altKey) return
    if (link.origin !== location.origin || link.target || link.hasAttribute('download') || link.pathname.startsWith('/api/')) return
    if (link.pathname === location.pathname && link.search === location.search && link.hash) return
    event.preventDefault()
    this.go(link.pathname + link.search + link.hash)
  }
}

export const address = new Address()

// link is the address of a page of ours, with the day as known on which the reader looks at all.
export function link(place: string): string {
  if (!address.knownOn) return place
  const [path, hash] = place.split('#') as [string, string | undefined]
  return path + (path.includes('?') ? '&' : '?') + 'known_on=' + encodeURIComponent(address.knownOn) + (hash === undefined ? '' : '#' + hash)
}

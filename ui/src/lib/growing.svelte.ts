import { onDestroy } from 'svelte'

export type Part<T> = { total: number; next?: string; items: T[] }

// A Growing list is what the server has told of it so far. Pages that do not show it as a row of blocks (a table, groups by day)
// keep one of these, and put a More behind it.
export class Growing<T> {
  items: T[] = $state.raw([])
  total = $state(0)
  next: string | undefined = $state()
  phase: 'waiting' | 'ready' | 'failed' = $state('waiting')
  error: unknown = $state()
  private round = 0 // answers to an older question are thrown away
  private ask!: (after: string) => Promise<Part<T>>

  // Another question, which is one that is made anew from what it depends on, begins the list anew.
  constructor(question: () => (after: string) => Promise<Part<T>>) {
    $effect(() => {
      this.ask = question()
      void this.load('', ++this.round)
    })
    onDestroy(() => ++this.round)
  }

  more() {
    if (this.next && this.phase === 'ready') void this.load(this.next, this.round)
  }

  private async load(after: string, mine: number) {
    this.phase = 'waiting'
    try {
      const part = await this.ask(after)
      if (mine !== this.round) return
      this.items = after ? [...this.items, ...part.items] : part.items
      this.total = part.total
      this.next = part.next
      this.phase = 'ready'
    } catch (failed) {
      if (mine === this.round) [this.error, this.phase] = [failed, 'failed']
    }
  }
}

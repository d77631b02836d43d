import type { components, paths } from './schema.d.ts'

export type Schemas = components['schemas']
export type Contrast = Schemas['Contrast']
export type Quotation = Schemas['Quotation']

type Answer<P extends keyof paths> = paths[P] extends {
  get: { responses: { 200: { content: { 'application/json': infer T } } } }
}
  ? T
  : never

// A Failure is what the server says went wrong.
export class Failure extends Error {
  constructor(
    readonly status: number,
    message: string,
    readonly remedy = '',
  ) {
    super(message)
  }
}

// get asks the API. `{id}` in the path is filled from `values`; the others are its query, empty ones left out. While the server
// still sets documents side by side it is asked again.
export async function get<P extends keyof paths & string>(path: P, values: Record<string, string | number> = {}): Promise<Answer<P>> {
  const query = new URLSearchParams()
  let place: string = path
  for (const [name, value] of Object.entries(values)) {
    if (place.includes(`{${name}}`)) place = place.replace(`{${name}}`, encodeURIComponent(String(value)))
    else if (value !== '') query.set(name, String(value))
  }
  const address = place + (query.size ? '?' + query : '')
  for (;;) {
    const response = await fetch(address)
    if (response.ok) return response.json()
    if (response.status === 503 && response.headers.has('Retry-After')) {
      await new Promise((later) => setTimeout(later, Number(response.headers.get('Retry-After')) * 1000))
      continue
    }
    throw await failure(response)
  }
}

// correct keeps a correction, and returns its numbers.
export async function correct(correction: Omit<Schemas['CorrectingBody'], '$schema'>): Promise<number[]> {
  const response = await fetch('/api/v1/corrections', {
    method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(correction),
  })
  if (!response.ok) throw await failure(response)
  return ((await response.json()) as Schemas['Corrected']).numbers
}

async function failure(response: Response): Promise<Failure> {
  try {
    const problem = (await response.json()) as Schemas['ErrorModel']
    return new Failure(response.status, problem.detail ?? response.statusText, problem.errors?.[0]?.message)
  } catch {
    return new Failure(response.status, response.statusText)
  }
}

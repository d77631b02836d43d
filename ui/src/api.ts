import { address as shown } from './address.svelte'
import { waiting } from './lib/waiting.svelte'
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
    readonly field = '', // of what was sent, that it is about
  ) {
    super(message)
  }
}

// get asks the API, as known on the day that the reader looks at. `{id}` in the path is filled from `values`; the others are its query, empty ones left out. While the server
// still sets documents side by side it is asked again.
export async function get<P extends keyof paths & string>(path: P, values: Record<string, string | number> = {}): Promise<Answer<P>> {
  const query = new URLSearchParams(shown.knownOn ? { known_on: shown.knownOn } : {})
  let place: string = path
  for (const [name, value] of Object.entries(values)) {
    if (place.includes(`{${name}}`)) place = place.replace(`{${name}}`, encodeURIComponent(String(value)))
    else if (value !== '') query.set(name, String(value))
  }
  const response = await awaited(place + (query.size ? '?' + query : ''))
  if (response.ok) return response.json()
  throw await failure(response)
}

// awaited asks until the server has what is asked for, and lets pages show what it says meanwhile. For a page or a day that the reader
// has left it asks no more.
async function awaited(address: string): Promise<Response> {
  const [path, day] = [shown.path, shown.knownOn]
  let waits = false
  try {
    for (;;) {
      const response = await fetch(address)
      if (response.status !== 503 || !response.headers.has('Retry-After')) return response
      waiting.begin((await failure(response)).message, !waits)
      waits = true
      await new Promise((later) => setTimeout(later, Number(response.headers.get('Retry-After')) * 1000))
      if (shown.path !== path || shown.knownOn !== day) throw new Failure(503, 'What was asked for has been left.')
    }
  } finally {
    if (waits) waiting.end()
  }
}

export type Correction = Omit<Schemas['CorrectingBody'], '$schema' | 'author' | 'reason' | 'known_on'>

// correct keeps a correction, and returns its numbers. What is dismissed may be more than the server takes at once.
export async function correct(correction: Correction & { author: string; reason: string }): Promise<number[]> {
  const atOnce = 100
  const known_on = correction.names?.length && shown.knownOn ? shown.knownOn : undefined
  const numbers: number[] = []
  for (let from = 0; from === 0 || from < (correction.names?.length ?? 0); from += atOnce) {
    const part = { ...correction, names: correction.names?.slice(from, from + atOnce), known_on }
    numbers.push(...(await post<Schemas['Corrected']>('/api/v1/corrections', part)).numbers)
  }
  return numbers
}

async function post<T>(address: string, body: unknown): Promise<T> {
  const response = await fetch(address, { method: 'POST', headers: { 'Content-Type': 'application/json' }, body: JSON.stringify(body) })
  if (!response.ok) throw await failure(response)
  return response.json()
}

// fetchPage has a page of the web read, and returns the id of the job.
export async function fetchPage(fetching: Omit<Schemas['FetchingBody'], '$schema'>): Promise<string> {
  return (await post<Schemas['StartedBody']>('/api/v1/fetch', fetching)).id
}

// restate says of a document what it does not tell itself, and returns the id of the job that reads it again.
export async function restate(document: string, details: Omit<Schemas['Details'], '$schema'>): Promise<string> {
  return (await post<Schemas['StartedBody']>(`/api/v1/documents/${document}/details`, details)).id
}

// add hands documents in, tells which share of their bytes is sent, and returns the id of the job that reads them.
export function add(form: FormData, tell: (share: number) => void): Promise<string> {
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest() // fetch does not tell how much is sent
    request.open('POST', '/api/v1/documents')
    request.upload.onprogress = (e) => e.lengthComputable && tell(e.loaded / e.total)
    request.onerror = () => failed(new Failure(0, 'the server does not answer, or ended the connection', 'see whether it runs, and whether the files are small enough; then add them again'))
    request.onload = async () => {
      const response = new Response(request.responseText, { status: request.status, statusText: request.statusText })
      if (response.ok) done(((await response.json()) as Schemas['StartedBody']).id)
      else failed(await failure(response))
    }
    request.send(form)
  })
}

// stop ends a job.
export async function stop(job: string) {
  await fetch(`/api/v1/jobs/${job}`, { method: 'DELETE' })
}

async function failure(response: Response): Promise<Failure> {
  try {
    const problem = (await response.json()) as Schemas['ErrorModel']
    const { message, location } = problem.errors?.[0] ?? {}
    return new Failure(response.status, problem.detail ?? response.statusText, message, location?.replace(/^body\./, ''))
  } catch {
    return new Failure(response.status, response.statusText)
  }
}

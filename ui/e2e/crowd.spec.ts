import { expect, type Page } from '@playwright/test'
import { open, watching, whole } from './watched'

const test = watching('RASHOMON_PAGES')

async function ask(served: string, path: string) {
  return (await fetch(served + '/api/v1' + path)).json()
}

// crowded answers with what the server tells of one thing as if a crowd told of it.
async function crowded<T>(page: Page, served: string, path: string, swell: (told: T) => void) {
  const told = await ask(served, path)
  swell(told)
  await page.route('**/api/v1' + path + '*', (route) => route.fulfill({ json: told }))
}

const many = <T>(list: T[], n: number, of: (one: T, i: number) => T): T[] => Array.from({ length: n }, (_, i) => of(list[i % list.length]!, i))

// The names that a crowd of sources has: short, long, and without a space to break at.
const source = (i: number) => ['Post', 'The Continental Newswire of the Upper Valley and its Harbours', 'Wasserstraßenverkehrsnachrichten', 'صحيفة الوادي'][i % 4] + ' ' + i

test('a party of 200 spellings can be read', async ({ page, served }, info) => {
  const id = (await ask(served, '/parties')).items[0].id
  await crowded<any>(page, served, '/parties/' + id, (party) => {
    party.spellings = many(party.spellings, 200, (one: any, i) => ({ ...one, form: `${one.form} ${'of the Upper Valley '.repeat(i % 4)}${i}`, documents: many(one.documents, (i * 7) % 61 || 1, (d: any, j) => ({ ...d, id: `${d.id}${j}`, name: source(j) })) }))
    party.joins = many(party.joins.length ? party.joins : ['both are called so'], 300, (one: string, i) => `${one} (${i})`)
    party.did = many(party.did, 400, (one: any, i) => ({ ...one, name: source(i) }))
    party.members = many(party.members, 900, (one: any, i) => ({ ...one, id: `${one.id}${i}` }))
  })
  await open(page, `${served}/parties/${id}`)
  await expect(page.locator('tbody tr')).toHaveCount(20)
  await expect(page.getByText('390 more passages')).toBeVisible()
  await whole(page)
  await page.screenshot({ path: info.outputPath('crowd.png'), fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollHeight / innerHeight), 'screens of it').toBeLessThan(20)
  await page.getByRole('button', { name: 'Show all 200 forms' }).click()
  await expect(page.locator('tbody tr')).toHaveCount(200)
})

test('a happening that 60 accounts tell of can be read', async ({ page, served }, info) => {
  const id = (await ask(served, '/happenings')).items[0].id
  await crowded<any>(page, served, '/happenings/' + id, (h) => {
    h.tellings = many(h.tellings, 130, (one: any, i) => ({ ...one, document: String(i % 60).padStart(16, '0'), name: source(i % 60), chain: [source(i % 60), ...one.chain.slice(1)] }))
    h.silent = many(h.silent.length ? h.silent : h.roots, 90, (one: any, i) => ({ id: `${one.id}${i}`, name: source(i) }))
    h.roots = many(h.roots, 40, (one: any, i) => ({ id: `${one.id}${i}`, name: source(i) }))
    h.points = many(h.points, 30, (one: any, i) => ({ ...one, question: `${one.question} (${i})`, answers: many(one.answers, 60, (a: any, j) => ({ ...a, name: source(j), document: `${a.document}${j}` })) }))
    h.contrasts = many(h.contrasts, 45, (one: any, i) => ({ ...one, id: `${one.id}${i}`, others_total: 700, others: many([one.a, one.b], 12, (q: any) => q) }))
    h.agreements = many(h.agreements, 25, (one: any, i) => ({ ...one, id: `${one.id}${i}` }))
    h.joins = many(h.joins, 200, (one: string, i) => `${one} (${i})`)
  })
  await open(page, `${served}/happenings/${id}`)
  await expect(page.getByText('60 accounts, 40 roots')).toBeVisible()
  await whole(page)
  await page.screenshot({ path: info.outputPath('crowd.png'), fullPage: true })
  expect(await page.evaluate(() => document.documentElement.scrollHeight / innerHeight), 'screens of it').toBeLessThan(40)
  await page.getByText('and 48 more', { exact: true }).click()
  await expect(page.getByRole('link', { name: 'Post 56' }).first()).toBeVisible()
})

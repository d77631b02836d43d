import { expect } from '@playwright/test'
import { go, open, watching, whole } from './watched'

const test = watching('RASHOMON_PAGES')
const day = '2017-03-29'

async function first(served: string, path: string): Promise<string> {
  return (await (await fetch(`${served}/api/v1${path}?known_on=${day}`)).json()).items[0].id
}

test('the day as known on which all is shown stays from page to page, until it is taken away', async ({ page, served }) => {
  const pages = [
    '/', '/differences', '/matrix', '/documents', '/parties', '/network', '/timeline', '/map', '/agreements', '/echoes', '/predictions', '/search?q=dam',
    '/search?by=deeds&who=Ministry', `/happenings/${await first(served, '/happenings')}`, `/parties/${await first(served, '/parties')}`,
    `/documents/${await first(served, '/documents')}`,
  ]
  for (const path of pages) {
    await open(page, `${served}${path}${path.includes('?') ? '&' : '?'}known_on=${day}`)
    await expect(page.getByText(`As known on ${day}.`)).toBeVisible()
    const without = await page.locator('a[href^="/"]').evaluateAll((links) => links.map((a) => a.getAttribute('href')!).filter((to) => !to.includes('known_on=2017-03-29')))
    expect(without, `on ${path} these lose the day`).toEqual([])
  }
  await whole(page)
  await go(page, 'Corrections')
  await expect(page.getByText('As known on')).toHaveCount(0)
  await go(page, 'Documents')
  await expect(page.getByText('As known on')).toBeVisible()
  const early = await page.locator('article.document').count()
  await page.getByRole('button', { name: 'Show all that is known' }).click()
  await expect(page).toHaveURL(/documents$/)
  await expect.poll(() => page.locator('article.document').count()).toBeGreaterThan(early)
})

test('a document that was published later says so, and a day before all of them shows nothing', async ({ page, served }) => {
  const all = (await (await fetch(`${served}/api/v1/documents`)).json()).items as { id: string; published: string }[]
  const late = all.find((document) => document.published > day)!
  await open(page, `${served}/documents/${late.id}?known_on=${day}`)
  await expect(page.locator('main')).toContainText('It was published later')
  await open(page, `${served}/?known_on=1801`)
  await expect(page.locator('main')).toContainText('No document here is dated 1801 or before')
  await whole(page)
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

// Every page: nothing is asked of another host, nothing goes wrong in it, and whoever hears it instead of seeing it is told the same.
const test = base.extend<{ served: string; watched: string[] }>({
  served: async ({}, use) => use(process.env.RASHOMON_PAGES!),
  watched: [
    async ({ page, served }, use) => {
      const wrong: string[] = []
      page.on('request', (request) => {
        if (new URL(request.url()).origin !== served) wrong.push(`asked ${request.url()}`)
      })
      page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
      page.on('pageerror', (error) => wrong.push(String(error)))
      await use(wrong)
      expect(wrong).toEqual([])
    },
    { auto: true },
  ],
})

async function first(served: string, path: string, field: string): Promise<string> {
  const answer = await (await fetch(served + '/api/v1' + path)).json()
  return (answer.items ?? answer)[0][field]
}

async function open(page: Page, address: string) {
  await page.goto(address)
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.getByText('Reading …')).toHaveCount(0)
}

// Of each page its address, and something that must stand on it.
const pages: [string, (served: string) => Promise<string>, RegExp][] = [
  ['overview', async () => '/', /8 accounts by 7 sources/],
  ['differences', async () => '/differences', /Where accounts differ/],
  ['likely differences', async () => '/differences?standing=likely', /No rule tells/],
  ['a difference of nobody', async () => '/differences?document=0000000000000000', /Nothing of this kind/],
  ['matrix', async () => '/matrix', /differs from another/],
  ['happening', async (s) => '/happenings/' + (await first(s, '/happenings', 'id')), /root/],
  ['documents', async () => '/documents', /Continental Newswire/],
  ['reader', async (s) => '/documents/' + (await first(s, '/documents', 'id')), /words/],
  ['parties', async () => '/parties', /Kostel/],
  ['party', async (s) => '/parties/' + (await first(s, '/parties', 'id')), /Names and labels/],
  ['timeline', async () => '/timeline', /2017/],
  ['agreements', async () => '/agreements', /root/],
  ['echoes', async () => '/echoes', /reprint/],
  ['predictions', async () => '/predictions', /foretold/],
  ['search', async () => '/search?q=siren', /siren/],
  ['search without words', async () => '/search', /Search/],
  ['corrections', async () => '/corrections', /correct/],
  ['method', async () => '/method', /verdict/],
  ['missing', async () => '/nowhere', /no such page/],
]

for (const [name, path, holds] of pages) {
  test(name, async ({ page, served }) => {
    await open(page, served + (await path(served)))
    await expect(page.locator('main')).toContainText(holds)
    const found = await new AxeBuilder({ page }).analyze()
    expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
    const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
    expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0)
  })
}

test('a link restores what was chosen', async ({ page, served }) => {
  await open(page, served + '/differences')
  await page.getByRole('button', { name: 'May not fit together' }).click()
  await page.getByLabel('Question').selectOption('whether')
  await expect(page).toHaveURL(/standing=likely.*kind=whether/)
  await page.reload()
  await expect(page.getByRole('button', { name: 'May not fit together' })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.getByLabel('Question')).toHaveValue('whether')
})

test('from the overview to both texts', async ({ page, served }) => {
  await open(page, served + '/')
  await page.getByRole('link', { name: 'read side by side' }).first().click()
  await expect(page).toHaveURL(/\/documents\/[0-9a-f]{16}\?with=[0-9a-f]{16}/)
  await expect(page.locator('h1').first()).toBeVisible()
})

test('what is dismissed goes, and comes back when that is undone', async ({ page, served }, info) => {
  test.skip(info.project.name !== 'wide-light', 'it changes the archive, which all share: once is enough')
  await open(page, served + '/differences?kind=where')
  const card = page.locator('article.contrast').first()
  const why = await card.getByRole('heading').innerText()
  await card.getByText('Dismiss', { exact: true }).first().click()
  await card.getByLabel('Who corrects').fill('A. Reader')
  await card.getByLabel('Why').fill('two gates of one name')
  await card.getByRole('button', { name: 'Dismiss' }).click()
  await expect(card.getByRole('status')).toContainText('Dismissed by correction')
  await open(page, served + '/differences?kind=where')
  await expect(page.getByRole('heading', { name: why })).toHaveCount(0)
  await open(page, served + '/corrections')
  const correction = page.locator('main article').first()
  await correction.getByText('Undo', { exact: true }).first().click()
  await correction.getByLabel('Why').fill('it was one gate')
  await correction.getByRole('button', { name: 'Undo' }).click()
  await expect(page.getByRole('heading', { name: /: taken back/ })).toBeVisible()
  await open(page, served + '/differences?kind=where')
  await expect(page.getByRole('heading', { name: why })).toHaveCount(1)
})

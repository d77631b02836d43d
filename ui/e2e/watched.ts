import { AxeBuilder } from '@axe-core/playwright'
import { expect, test as base, type Page } from '@playwright/test'

// What a browser logs of a request that was refused, as some tests mean it to be, or that is to be made again later.
const refusal = /the server responded with a status of (400|503)/

// A job that no server knows any more, as a test means it to be.
const forgotten = /\/jobs\/FORGOTTEN/

const origins = () => [process.env.RASHOMON_PAGES, process.env.RASHOMON_PLACED, process.env.RASHOMON_ADDING]

// Every page: nothing is asked of another host, nothing goes wrong in it, and whoever hears it instead of seeing it is told the same.
export const watching = (variable: string) =>
  base.extend<{ served: string; watched: string[] }>({
    served: async ({}, use) => use(process.env[variable]!),
    watched: [
      async ({ page, served }, use) => {
        const wrong: string[] = []
        page.on('request', (request) => {
          if (!origins().includes(new URL(request.url()).origin)) wrong.push(`asked ${request.url()}`)
        })
        page.on('console', (message) => message.type() === 'error' && !refusal.test(message.text()) && !forgotten.test(message.location().url) && wrong.push(message.text()))
        page.on('pageerror', (error) => wrong.push(String(error)))
        page.on('dialog', (dialog) => wrong.push(`a dialog: ${dialog.message()}`))
        await use(wrong)
        expect(wrong).toEqual([])
      },
      { auto: true },
    ],
  })

export async function open(page: Page, address: string) {
  await page.goto(address)
  await expect(page.locator('h1').first()).toBeVisible()
  await expect(page.getByText('Reading …')).toHaveCount(0)
}

// go follows a link of the navigation, which is behind a button where the page is narrow.
export async function go(page: Page, name: string) {
  const button = page.locator('header.top').getByRole('button', { name: /^Pages, now/ })
  if (await button.isVisible()) await button.click()
  await page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name, exact: true }).click()
}

// whole expects that everybody can use a page, and that it does not scroll sideways.
export async function whole(page: Page) {
  const found = await new AxeBuilder({ page }).analyze()
  expect(found.violations.map((v) => `${v.id}: ${v.nodes.map((n) => n.html).join(' ')}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0)
}

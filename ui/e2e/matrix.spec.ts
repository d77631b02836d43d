import { expect, test, type Page } from '@playwright/test'

const served = () => process.env.RASHOMON_PAGES!

async function open(page: Page, path: string) {
  await page.goto(served() + path)
  await expect(page.getByRole('grid')).toBeVisible()
}
const rows = (page: Page) => page.locator('tbody tr[aria-rowindex]')

test('the matrix holds the rows that are seen, and keys reach every one', async ({ page }) => {
  await page.setViewportSize({ width: 1000, height: 480 })
  await open(page, '/matrix')
  const count = Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
  expect(count).toBeGreaterThan(20)
  expect(await rows(page).count()).toBeLessThan(count - 1)
  await page.locator('tbody tr[aria-rowindex="2"] th a').focus()
  await page.keyboard.press('Control+End')
  await expect(page.locator(`tr[aria-rowindex="${count}"] td:last-child button`)).toBeFocused()
  expect(await rows(page).count()).toBeLessThan(count - 1)
  await page.keyboard.press('Control+Home')
  await expect(page.locator('tr[aria-rowindex="2"] th a')).toBeFocused()
  await page.keyboard.press('PageDown')
  await expect(page.locator('tr[aria-rowindex="12"] th a')).toBeFocused()
})

test('Back closes an opened cell, and leads back to it', async ({ page }) => {
  await open(page, '/matrix')
  const cell = page.locator('tr[aria-rowindex="3"] td button').first()
  await cell.click()
  const panel = page.getByRole('region', { name: 'What is told' })
  await expect(panel).toBeVisible()
  await page.locator('tr[aria-rowindex="2"] td button').first().click() // another in its place is no step of its own
  await page.goBack()
  await expect(panel).toHaveCount(0)
  await expect(page).toHaveURL(/\/matrix$/)
  await expect(page.locator('tr[aria-rowindex="2"] td button').first()).toBeFocused()
  await cell.click()
  await panel.getByRole('button', { name: 'Close' }).click()
  await expect(panel).toHaveCount(0)
  await expect(cell).toBeFocused()
})

test('columns are chosen, and a link restores them', async ({ page }) => {
  await open(page, '/matrix')
  await page.getByText('Choose accounts').click()
  await page.getByRole('checkbox', { name: /Free Valley/ }).check()
  await page.getByRole('checkbox', { name: /Charter Watch/ }).check()
  await expect(page.locator('thead th')).toHaveCount(3)
  await page.reload()
  await expect(page.locator('thead th')).toHaveCount(3)
})

test('filters stand in the address', async ({ page }) => {
  await open(page, '/matrix')
  const all = Number(await page.getByRole('grid').getAttribute('aria-rowcount'))
  await page.getByText('Narrow down').click()
  await page.getByLabel('Known on').fill('2017-03-27')
  await page.getByLabel('Known on').blur()
  await expect(page).toHaveURL(/known_on=2017-03-27/)
  await expect(page.getByText('As known on 2017-03-27.')).toBeVisible()
  await expect(page.locator('thead th')).toHaveCount(5)
  await page.getByLabel('Who takes part').fill('Ministry')
  await page.getByLabel('Who takes part').blur()
  await expect.poll(async () => Number(await page.getByRole('grid').getAttribute('aria-rowcount'))).toBeLessThan(all)
  await page.reload()
  await expect(page.getByLabel('Known on')).toHaveValue('2017-03-27')
  await page.getByRole('button', { name: 'Take these away' }).click()
  await expect(page).toHaveURL(/\/matrix\?known_on=2017-03-27$/) // the day holds on every page, until it is taken away
  await page.getByRole('button', { name: 'Show all that is known' }).click()
  await expect(page).toHaveURL(/\/matrix$/)
})

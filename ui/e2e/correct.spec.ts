import { expect } from '@playwright/test'
import { open, watching, whole } from './watched'

const test = watching('RASHOMON_ADDING') // an archive of its own, which tests may change

async function first(served: string, path: string): Promise<string> {
  return (await (await fetch(served + '/api/v1' + path)).json()).items[0].id
}

test('a document is dated otherwise, and shows it', async ({ page, served }, info) => {
  test.skip(info.project.name !== 'wide-light', 'all share one archive: once is enough')
  await open(page, served + '/add?as=text')
  await page.getByLabel('Text', { exact: true }).fill('The lighthouse of Belmar burned yesterday, the keeper said. Two people died.')
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await page.locator('article.job').first().getByRole('link').first().click()
  const form = page.locator('details.correct', { hasText: 'Date it otherwise' }).first()
  await form.getByText('Date it otherwise').first().click()
  await expect(form.getByRole('button')).toBeDisabled()
  await form.getByLabel('Day').fill('2031-03-14')
  await form.getByLabel('Who corrects').fill('A. Reader')
  await form.getByLabel('Why').fill('the stamp on the original')
  await form.getByRole('button').click()
  await expect(page.getByRole('status').filter({ hasText: 'Corrected by correction' })).toBeVisible()
  await page.getByRole('button', { name: 'Show it as it is now' }).click()
  await open(page, served + '/corrections')
  await expect(page.locator('main')).toContainText('the stamp on the original')
  await expect(page.locator('main article').first()).toContainText('Applied')
})

for (const [name, path] of [['party', '/parties'], ['happening', '/happenings']] as const) {
  test(`what a ${name} is corrected by can be used by everybody`, async ({ page }) => {
    const served = process.env.RASHOMON_PAGES!
    await open(page, `${served}${path}/${await first(served, path)}`)
    for (const form of await page.locator('#correct details.correct > summary').all()) await form.click()
    await page.getByLabel(/Find the other/).fill(name === 'party' ? 'Kostel' : 'a')
    await expect(page.locator('#correct input[type=radio]').first()).toBeVisible()
    await page.locator('#correct input[type=radio]').first().check()
    await expect(page.locator('#correct')).toContainText('are then one')
    await whole(page)
  })
}

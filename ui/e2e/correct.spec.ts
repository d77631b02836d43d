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
  const form = page.locator('details.correct', { hasText: 'Correct its day' }).first()
  await form.getByText('Correct its day').first().click()
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

// correct sends a correction to a served archive, and returns its numbers.
async function correct(served: string, correction: object): Promise<number[]> {
  const body = JSON.stringify({ author: 'A. Reader', reason: 'a test', ...correction })
  const answer = await fetch(served + '/api/v1/corrections', { method: 'POST', headers: { 'Content-Type': 'application/json' }, body })
  return (await answer.json()).numbers
}

test('what is dismissed goes, and comes back when that is undone', async ({ page }, info) => {
  test.skip(info.project.name !== 'wide-light', 'it changes the archive, which all share: once is enough')
  const served = process.env.RASHOMON_PAGES!
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
  await expect(page.getByRole('heading', { name: /: taken back/ }).first()).toBeVisible()
  await open(page, served + '/differences?kind=where')
  await expect(page.getByRole('heading', { name: why })).toHaveCount(1)
})

for (const path of ['/agreements', '/echoes', '/predictions', '/parties/']) {
  test(`what stands on ${path} is dismissed`, async ({ page }, info) => {
    test.skip(info.project.name !== 'wide-light', 'it changes the archive, which all share: once is enough')
    const served = process.env.RASHOMON_PAGES!
    const of = path === '/parties/' ? (await (await fetch(served + '/api/v1/positions')).json()).items[0].party.id : ''
    await open(page, served + path + of)
    const finding = page.locator(of ? '.contrast li' : 'article.contrast')
    await expect(finding.first()).toBeVisible()
    const before = await finding.count()
    await finding.first().getByText('Dismiss', { exact: true }).first().click()
    await finding.first().getByLabel('Who corrects').fill('A. Reader')
    await finding.first().getByLabel('Why').fill('it is none')
    await finding.first().getByRole('button', { name: 'Dismiss' }).click()
    await expect(finding.first().getByRole('status')).toContainText('Dismissed by correction')
    const number = /\d+/.exec(await finding.first().getByRole('status').innerText())![0]
    await whole(page)
    await page.reload()
    await expect(page.locator('h1').first()).toBeVisible()
    await expect.poll(() => finding.count()).toBe(before - 1)
    await correct(served, { kind: 'undo', undoes: Number(number) })
  })
}

test('the address of what was joined to another leads to what it is now', async ({ page }, info) => {
  test.skip(info.project.name !== 'wide-light', 'it changes the archive, which all share: once is enough')
  const served = process.env.RASHOMON_PLACED!
  for (const path of ['/parties', '/happenings']) {
    const [a, b] = (await (await fetch(`${served}/api/v1${path}`)).json()).items
    const [number] = await correct(served, { kind: 'merge', names: [a.id, b.id] })
    const ids = new Set<string>()
    for (const id of [a.id, b.id]) {
      await open(page, `${served}${path}/${id}`)
      await expect(page.locator('#correct')).toBeVisible()
      ids.add(new URL(page.url()).pathname)
    }
    expect([...ids]).toHaveLength(1)
    await correct(served, { kind: 'undo', undoes: number })
  }
})

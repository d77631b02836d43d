import { spawn, type ChildProcess } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test as plain } from '@playwright/test'
import { open, watching, whole } from './watched'

const test = watching('RASHOMON_PAGES')

test('while the server sets documents side by side, the page says what it says', async ({ page, served }) => {
  let asked = 0
  await page.route('**/api/v1/parties?*', (route) => {
    if (asked++) return route.continue()
    const json = { status: 503, detail: 'what had been published by 2017 is being set side by side for 12 s now: 3,000 documents, where 10,000 are known today; ask again in a moment' }
    return route.fulfill({ status: 503, headers: { 'Retry-After': '1' }, contentType: 'application/problem+json', body: JSON.stringify(json) })
  })
  await page.goto(served + '/parties')
  await expect(page.getByRole('status')).toHaveText(/3,000 documents, where 10,000 are known today\. This page asks again by itself; you may leave it/)
  await expect(page.getByText(/Kostel/).first()).toBeVisible()
  await expect(page.getByText(/asks again by itself/)).toHaveCount(0)
})

test('a day that is still being set side by side can be left, and is asked for no more', async ({ page, served }) => {
  let asked = 0
  await page.route('**/api/v1/*known_on=2017-03-29*', (route) => {
    asked++
    const json = { status: 503, detail: 'what had been published by 2017-03-29 is being set side by side; ask again in a moment' }
    return route.fulfill({ status: 503, headers: { 'Retry-After': '1' }, contentType: 'application/problem+json', body: JSON.stringify(json) })
  })
  await page.goto(served + '/parties?known_on=2017-03-29')
  await expect(page.getByRole('status')).toHaveText(/you may leave it/)
  await page.getByRole('button', { name: 'Show all that is known' }).click()
  await expect(page.getByText(/Kostel/).first()).toBeVisible()
  await expect(page.getByText(/you may leave it/)).toHaveCount(0)
  await page.waitForTimeout(1500) // what was on its way has come back
  const before = asked
  await page.waitForTimeout(2500)
  expect(asked).toBe(before)
})

for (const path of ['/map', '/network', '/timeline']) {
  test(`${path} says what of what was asked for is not there, and takes every filter`, async ({ page, served }) => {
    await open(page, `${served}${path}?party=Nobody+of+this+name`)
    await expect(page.getByText('There is no party “Nobody of this name” here')).toBeVisible()
    await whole(page)
    for (const [label, value, name] of [['Where', 'Osterna', 'place'], ['Somebody tells', 'denied', 'status'], ['What kind of event', 'ASSAULT', 'type']] as const) {
      const asked = page.waitForRequest((request) => request.url().includes(`${name}=${value}`))
      if (name === 'place') {
        await page.getByLabel(label).fill(value)
        await page.getByLabel(label).blur()
      } else await page.getByLabel(label).selectOption(value)
      await asked
    }
  })
}

test('where it is narrow, the pages are behind a button', async ({ page, served }, info) => {
  await open(page, served + '/differences')
  const button = page.getByRole('button', { name: 'Pages, now Differences' })
  const link = page.getByRole('navigation', { name: 'Main' }).getByRole('link', { name: 'Timeline' })
  if (info.project.name.startsWith('wide')) {
    await expect(button).toHaveCount(0)
    return expect(link).toBeVisible()
  }
  await expect(link).toHaveCount(0)
  expect((await page.locator('header.top').boundingBox())!.height).toBeLessThan(64)
  await button.focus()
  await page.keyboard.press('Enter')
  await expect(link).toBeVisible()
  await whole(page)
  await page.keyboard.press('Escape')
  await expect(link).toHaveCount(0)
  await expect(button).toBeFocused()
  await page.keyboard.press('Enter')
  await link.click()
  await expect(page.getByRole('heading', { name: 'What happened by day' })).toBeVisible()
  await expect(link).toHaveCount(0)
})

// serve starts a server on an archive, at a port or at any, and returns where it is.
async function serve(archive: string, port: string): Promise<{ server: ChildProcess; address: string }> {
  const server = spawn(process.env.RASHOMON_PROGRAM!, ['--archive', archive, 'serve', '--listen', '127.0.0.1:' + port])
  const line = await new Promise<string>((found, failed) => {
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    server.stdout.once('data', (data) => found(String(data)))
  })
  return { server, address: /http:\S+/.exec(line)![0].replace(/\/$/, '') }
}

plain('a job that was done before the server was started again is told of as forgotten, and what it kept is there', async ({ page }, info) => {
  plain.skip(info.project.name !== 'wide-light', 'once is enough')
  const folder = mkdtempSync(join(tmpdir(), 'rashomon-again-'))
  const archive = join(folder, 'again.db')
  let { server, address } = await serve(archive, '0')
  try {
    await open(page, address + '/add?as=text')
    await page.getByLabel('Text', { exact: true }).fill('The ferry sank near Karsova, the harbour master said. Nine people drowned.')
    await page.getByLabel('Title', { exact: true }).fill('A ferry sank')
    await page.getByRole('button', { name: 'Add', exact: true }).click()
    await expect(page.locator('article.job').getByRole('status')).toHaveText(/Done: 1 kept/)
    const known = page.url()
    expect(known).toMatch(/jobs=[A-Z0-9]+/)
    const ended = new Promise((ended) => server.once('exit', ended))
    server.kill('SIGINT')
    await ended
    ;({ server } = await serve(archive, new URL(address).port))
    await page.goto(known)
    await expect(page.locator('article.job').getByRole('status')).toContainText('it was started again since')
    await page.getByRole('link', { name: 'The documents' }).click()
    await expect(page.getByRole('link', { name: 'A ferry sank' })).toBeVisible()
  } finally {
    server.kill('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
})

import { AxeBuilder } from '@axe-core/playwright'
import { expect, test } from '@playwright/test'
import { writeFileSync } from 'node:fs'
import { pathToFileURL } from 'node:url'

// The report as somebody gets it who has nothing else: a file, opened from the disk.
test('the report needs nothing but itself', async ({ page, request }, info) => {
  const answer = await request.get(process.env.RASHOMON_PAGES + '/api/v1/report?format=html&most=4')
  expect(answer.headers()['content-disposition']).toContain('report.html')
  const file = info.outputPath('report.html')
  writeFileSync(file, await answer.body())
  const asked: string[] = []
  page.on('request', (r) => asked.push(r.url()))
  const wrong: string[] = []
  page.on('console', (message) => message.type() === 'error' && wrong.push(message.text()))
  await page.goto(pathToFileURL(file).href)
  expect(asked).toEqual([pathToFileURL(file).href])
  expect(wrong).toEqual([])
  await expect(page.locator('h1')).toHaveText('What 8 accounts tell')

  await page.getByRole('link', { name: 'Where accounts differ' }).click()
  await expect(page.locator('#differences')).toBeInViewport()
  await page.locator('#differences-1 a.cite').first().click()
  await expect(page.locator('#q1')).toContainText('rashomon why')
  const found = await new AxeBuilder({ page }).analyze()
  expect(found.violations.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.html).join(' ')}`)).toEqual([])
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth)
  expect(overflow, 'the page scrolls sideways').toBeLessThanOrEqual(0)
})

// What is wider than the paper is cut off: A4 less its margins has 680 pixels.
test('on paper nothing is cut off', async ({ page, request }, info) => {
  test.skip(info.project.name !== 'wide-light', 'paper is of one width and one colour')
  const file = info.outputPath('report.html')
  writeFileSync(file, await (await request.get(process.env.RASHOMON_PAGES + '/api/v1/report?format=html')).body())
  await page.emulateMedia({ media: 'print' })
  await page.setViewportSize({ width: 680, height: 960 })
  await page.goto(pathToFileURL(file).href)
  const wide = await page.evaluate(() => [...document.querySelectorAll('body *')].filter((e) => e.getBoundingClientRect().right > innerWidth + 1).map((e) => e.outerHTML.slice(0, 200)))
  expect(wide).toEqual([])
})

import { expect } from '@playwright/test'
import { open, watching } from './watched'

const test = watching('RASHOMON_PAGES')
const enough = 70 // stops a page: lists go on as they begin

async function first(served: string, path: string): Promise<string> {
  return path + '/' + (await (await fetch(served + '/api/v1' + path)).json()).items[0].id
}

const pages = [
  '/', '/differences', '/matrix', '/happenings', '/documents/', '/documents', '/parties/', '/parties', '/network', '/timeline', '/map', '/agreements', '/echoes',
  '/predictions', '/search?by=deeds', '/add', '/corrections', '/method',
]

// Each of them, by the key Tab alone: what is come to has a name, is seen, shows that it is meant, and comes once.
for (const path of pages) {
  test(`${path} by Tab`, async ({ page, served }, info) => {
    test.skip(!info.project.name.endsWith('light'), 'colours change no order')
    const isOne = path.endsWith('/') && path !== '/'
    await open(page, served + (isOne || path === '/happenings' ? await first(served, path.replace(/\/$/, '')) : path))
    const wrong: string[] = []
    for (let stop = 0; stop < enough; stop++) {
      await page.keyboard.press('Tab')
      const met = await page.evaluate(() => {
        const e = document.activeElement as HTMLElement & { met?: boolean }
        if (!e || e === document.body || e.met) return undefined
        e.met = true
        const { outlineStyle, outlineWidth } = getComputedStyle(e)
        const box = e.getBoundingClientRect()
        const label = (e as HTMLInputElement).labels?.[0]?.textContent
        return {
          name: (e.getAttribute('aria-label') || e.getAttribute('aria-labelledby') || label || e.textContent || e.title).trim(), html: e.outerHTML.slice(0, 120),
          isLit: outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1, isSeen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
        }
      })
      if (!met) break
      if (stop === 0) expect(met.name).toBe('Skip to the content')
      if (!met.name || !met.isLit || !met.isSeen) wrong.push(`${stop}: ${JSON.stringify(met)}`)
    }
    expect(wrong).toEqual([])
  })
}

test('of one document only what cannot both hold is marked as differing, until more is asked for', async ({ page, served }) => {
  const { items } = await (await fetch(served + '/api/v1/differences?standing=likely')).json()
  await open(page, `${served}/documents/${items[0].a.document}`)
  await expect(page.locator('.text .m.differences').first()).toBeVisible()
  await expect(page.locator('.text .m.likely')).toHaveCount(0)
  await page.getByRole('button', { name: /May not fit/ }).click()
  await expect(page.locator('.text .m.likely').first()).toBeVisible()
  await expect(page).toHaveURL(/layers=.*likely/)
})

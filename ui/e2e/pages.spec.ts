import { expect } from '@playwright/test'
import { open, watching, whole } from './watched'

const test = watching('RASHOMON_PAGES')

async function first(served: string, path: string, field: string): Promise<string> {
  const answer = await (await fetch(served + '/api/v1' + path)).json()
  return (answer.items ?? answer)[0][field]
}

// Of each page its address, and something that must stand on it.
const pages: [string, (served: string) => Promise<string>, RegExp][] = [
  ['overview', async () => '/', /8 accounts by 7 sources/],
  ['differences', async () => '/differences', /Where accounts differ/],
  ['likely differences', async () => '/differences?standing=likely', /No rule tells/],
  ['a difference of nobody', async () => '/differences?document=0000000000000000', /Nothing of this kind/],
  ['a difference', async (s) => '/differences/' + (await first(s, '/differences', 'id')), /more passages? on the same question|Dismiss/],
  ['an agreement', async (s) => '/agreements/' + (await first(s, '/agreements', 'id')), /passages/],
  ['matrix', async () => '/matrix', /differs from another/],
  ['matrix, narrowed down', async () => '/matrix?known_on=2017-03-28&party=Ministry', /Only what had been published/],
  ['happening', async (s) => '/happenings/' + (await first(s, '/happenings', 'id')), /root/],
  ['documents', async () => '/documents', /Continental Newswire/],
  ['reader', async (s) => '/documents/' + (await first(s, '/documents', 'id')), /words/],
  ['parties', async () => '/parties', /Kostel/],
  ['party', async (s) => '/parties/' + (await first(s, '/parties', 'id')), /Names and labels/],
  ['timeline', async () => '/timeline', /2017/],
  ['timeline, one happening', async (s) => '/timeline?happening=' + (await first(s, '/happenings', 'id')), /Continental Newswire: 2017/],
  ['timeline by day', async () => '/timeline?show=days', /26 March 2017/],
  ['timeline without days', async () => process.env.RASHOMON_PLACED + '/timeline?told=1&undated=true', /We were beaten there/],
  ['timeline of nothing', async () => '/timeline?from=1801&to=1802', /Take a filter away/],
  ['map without known places', async () => '/map', /No place told here is known to the gazetteer/],
  ['map', async () => process.env.RASHOMON_PLACED + '/map', /Tripoli.*at Zarzis: The Voice of Sfax/s],
  ['map of a day', async () => process.env.RASHOMON_PLACED + '/map?at=2019-03-07&view=36.0,12.0,60', /on 2019-03-07/],
  ['map of nothing', async () => '/map?from=1801&to=1802', /Take a filter away/],
  ['network', async () => process.env.RASHOMON_PLACED + '/network', /Coast guard.*Sidi Mansour/s],
  ['network of the embedded case', async () => '/network', /The same as a table/],
  ['network with those without a name', async () => process.env.RASHOMON_PLACED + '/network?unnamed=true', /three fishermen/],
  ['network of nothing', async () => '/network?from=1801&to=1802', /Take a filter away/],
  ['agreements', async () => '/agreements', /root/],
  ['what may be agreements', async () => '/agreements?likely=true', /May say the same/],
  ['echoes', async () => '/echoes', /reprint/],
  ['predictions', async () => '/predictions', /foretold/],
  ['search', async () => '/search?q=siren', /siren/],
  ['search for deeds', async () => '/search?by=deeds&who=Ministry', /passages/],
  ['search for deeds without a word', async () => '/search?by=deeds', /Fill in what you know/],
  ['search without words', async () => '/search', /Search/],
  ['add', async () => '/add', /Choose files/],
  ['add a text', async () => '/add?as=text', /pasted text seldom/],
  ['add a page', async () => '/add?as=address', /private networks are refused/],
  ['corrections', async () => '/corrections', /correct/],
  ['method', async () => '/method', /verdict/],
  ['missing', async () => '/nowhere', /no such page/],
]

for (const [name, path, holds] of pages) {
  test(name, async ({ page, served }) => {
    await open(page, new URL(await path(served), served).href)
    await expect(page.locator('main')).toContainText(holds)
    await whole(page)
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

test('the map is moved, zoomed and played by keys, and its link restores it', async ({ page }) => {
  const map = process.env.RASHOMON_PLACED + '/map'
  await open(page, map)
  await page.getByRole('application').focus()
  await page.keyboard.press('+')
  await page.keyboard.press('ArrowRight')
  await expect(page).toHaveURL(/view=/)
  await page.getByLabel('and all before').check()
  await page.getByRole('slider').press('ArrowRight')
  await expect(page.locator('output')).toContainText('up to 2019')
  await page.getByRole('slider').press('End')
  await expect(page).toHaveURL(/at=2019-04-01.*by=true|by=true.*at=2019-04-01/)
  await page.getByRole('button', { name: 'Tripoli', exact: true }).click()
  const link = page.url()
  await page.goto('about:blank')
  await open(page, link)
  await expect(page.getByRole('button', { name: 'Tripoli', exact: true })).toHaveAttribute('aria-pressed', 'true')
  await expect(page.locator('output')).toContainText('up to 2019-04-01')
})

test('where no place is known there is no empty map, and all places are in the list', async ({ page, served }) => {
  await open(page, served + '/map')
  await expect(page.getByText('No place told here is known')).toBeVisible()
  await expect(page.getByRole('application')).toHaveCount(0)
  await expect(page.getByRole('heading', { name: 'Places that are not on the map' })).toBeInViewport()
})

test('nothing of the network as a table is cut off', async ({ page }) => {
  await open(page, process.env.RASHOMON_PLACED + '/network')
  const [inner, outer] = await page.locator('table').locator('..').evaluate((box) => [box.scrollWidth, box.clientWidth])
  expect(inner).toBeLessThanOrEqual(outer!)
})

test('an arrow of the network opens its sentences, and its link restores them', async ({ page }) => {
  await open(page, process.env.RASHOMON_PLACED + '/network?state=denied')
  await page.getByRole('button', { name: 'Passages: Coast guard to Sidi Mansour' }).click()
  await expect(page.getByRole('region', { name: 'The passages' })).toContainText('denied that it had fired')
  await page.reload()
  await expect(page.getByRole('region', { name: 'The passages' })).toContainText('denied that it had fired')
})

test('the time that is seen stands in the address', async ({ page, served }) => {
  await open(page, served + '/timeline')
  await page.getByRole('button', { name: 'Zoom in' }).click()
  await page.getByRole('button', { name: 'Later' }).click()
  await expect(page).toHaveURL(/range=2017-/)
  const seen = await page.getByRole('group', { name: 'What time is seen' }).innerText()
  await page.reload()
  await expect(page.getByRole('group', { name: 'What time is seen' })).toHaveText(new RegExp(seen.split('\n').at(-1)!.trim()))
})

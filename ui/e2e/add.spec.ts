import { expect } from '@playwright/test'
import { open, watching, whole } from './watched'

const test = watching('RASHOMON_ADDING') // an archive of its own, which all of these add to

// Markup and scripts of many kinds, which a page that takes text for markup would run.
const hostile = [
  '<script>alert(1)</script>', '<img src=x onerror=alert(2)>', '"><svg onload=alert(3)>', "javascript:alert('4')", '{{constructor.constructor("alert(5)")()}}',
  '</title><script>alert(6)</script>', '<a href="javascript:alert(7)">here</a>', '<iframe srcdoc="<script>alert(8)</script>"></iframe>',
]

test('a text is pasted, read, and stated of afterwards', async ({ page, served }, info) => {
  await open(page, served + '/add?as=text')
  const ferry = `The ferry of ${info.project.name} sank near Karsova, the harbour master said. Nine people drowned.`
  await page.getByLabel('Text', { exact: true }).fill(ferry)
  await page.getByLabel('Title', { exact: true }).fill(`A ferry of ${info.project.name}`)
  await page.getByRole('button', { name: 'Add', exact: true }).press('Enter')
  const job = page.locator('article.job').first()
  await expect(job.getByRole('status')).toHaveText(/Done: 1 kept/)
  await job.getByText('Do you know?').click()
  await job.getByLabel('Source', { exact: true }).fill('Coastline News')
  await job.getByLabel('Published', { exact: true }).fill('2031-03-14')
  await whole(page)
  await job.getByRole('button', { name: 'State it' }).click()
  await expect(page.locator('article.job')).toHaveCount(2)
  await expect(page.locator('article.job').first()).toContainText('2031-03-14')
  await page.reload() // the address restores what became of it
  await expect(page.locator('article.job').nth(1).getByRole('status')).toHaveText(/Done: 1 kept/)
  await page.locator('article.job').first().getByRole('link', { name: 'A ferry of' }).click()
  await expect(page.locator('main')).toContainText('Nine people drowned.')
  await expect(page.locator('main')).toContainText('Coastline News')
})

test('files are chosen or dropped, and each is told of', async ({ page, served }, info) => {
  await open(page, served + '/add')
  const file = (name: string, text: string) => ({ name, mimeType: 'text/plain', buffer: Buffer.from(text) })
  await page.getByLabel(/Choose files/).setInputFiles([file('sound.txt', `Twelve people drowned, ${info.project.name} wrote.`), file('broken.pdf', '%PDF-1.4 and so on')])
  await page.getByRole('button', { name: 'Leave out broken.pdf' }).focus()
  const dropped = await page.evaluateHandle(() => {
    const data = new DataTransfer()
    data.items.add(new File(['\u0000\u0001\u0002'], 'junk'))
    return data
  })
  await page.dispatchEvent('.drop', 'drop', { dataTransfer: dropped })
  await page.getByRole('button', { name: 'Add 3 files' }).click()
  const job = page.locator('article.job').first()
  await expect(job.getByRole('status')).toHaveText(/Done: 1 kept, 2 refused/)
  await expect(job.locator('li.refused')).toHaveCount(2)
  await expect(job.getByRole('link', { name: 'sound.txt' })).toBeVisible()
  await whole(page)
})

test('what cannot be added is told with its field', async ({ page, served }) => {
  await open(page, served + '/add?as=text')
  await page.getByLabel('Text', { exact: true }).fill('Nine people drowned.')
  await page.getByLabel('Published', { exact: true }).fill('last week')
  const refused = page.waitForEvent('console', (message) => message.text().includes('400')) // the browser logs any refusal
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  await refused
  await expect(page.getByRole('alert')).toContainText('published')
  await expect(page.getByLabel('Published', { exact: true })).toHaveAttribute('aria-invalid', 'true')
  await whole(page)
})

test('markup and scripts in a text and in all that is stated of it are text', async ({ page, served }) => {
  await open(page, served + '/add?as=text')
  await page.getByLabel('Text', { exact: true }).fill(`The ferry sank. ${hostile.join(' ')} "${hostile[0]}", said the harbour master ${hostile[1]}. Nine drowned.`)
  for (const [i, name] of ['Source', 'Author', 'Title', 'Written at', 'Address it was published at'].entries()) await page.getByLabel(name, { exact: true }).fill(hostile.join(' ').slice(i))
  await page.getByRole('button', { name: 'Add', exact: true }).click()
  const job = page.locator('article.job').first()
  await expect(job.getByRole('status')).toHaveText(/Done: 1 k/)
  const address = await job.getByRole('link').first().getAttribute('href')
  await page.waitForTimeout(200)
  for (const path of [address!, '/documents', '/', '/differences', '/matrix', '/parties', '/timeline', '/search?q=ferry', '/corrections', `/documents?source=${encodeURIComponent(hostile[1]!)}`]) {
    await open(page, served + path)
    await expect(page.locator('main img, main iframe, main script, main svg[onload], [onerror], a[href^="javascript:"]')).toHaveCount(0)
  }
  await open(page, served + address)
  for (const text of hostile) await expect(page.locator('main')).toContainText(text)
})

test('a job that the server forgot says so, and goes', async ({ page, served }) => {
  await open(page, served + '/add?jobs=FORGOTTEN')
  const job = page.locator('article.job')
  await expect(job.getByRole('status')).toContainText('it was started again since')
  await expect(job.getByRole('link', { name: 'The documents' })).toBeVisible()
  await whole(page)
  await job.getByRole('button', { name: 'Take it off this list' }).click()
  await expect(job).toHaveCount(0)
  await expect(page).toHaveURL(/\/add$/)
})

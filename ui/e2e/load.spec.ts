import { spawn } from 'node:child_process'
import { expect, test } from '@playwright/test'

// The first load: what it weighs as it comes over the wire, and how long it takes until the overview can be read, from a server that was
// just started and a browser that has nothing. The time is told, not asserted: it is of the machine.
test('first load', async ({ page }, { project }) => {
  test.skip(project.name !== 'wide-light', 'once is enough')
  const began = performance.now()
  const server = spawn(process.env.RASHOMON_PROGRAM!, ['--archive', process.env.RASHOMON_CASE!, 'serve', '--listen', '127.0.0.1:0'])
  try {
    const line = await new Promise<string>((found) => server.stdout.once('data', (line) => found(String(line))))
    const listening = performance.now()
    let bytes = 0
    const wire = await page.context().newCDPSession(page)
    await wire.send('Network.enable')
    wire.on('Network.loadingFinished', (event) => (bytes += event.encodedDataLength))
    await page.goto(/http:\S+/.exec(line)![0])
    await expect(page.getByText(/8 accounts by 7 sources/)).toBeVisible()
    const readable = performance.now()
    await page.waitForLoadState('networkidle')
    console.log(`first load: ${Math.round(bytes / 1000)} kB; readable ${Math.round(readable - listening)} ms after the server, `
      + `${Math.round(readable - began)} ms after its start`)
    expect(bytes).toBeGreaterThan(10_000)
    expect(bytes).toBeLessThanOrEqual(200_000)
  } finally {
    server.kill('SIGINT')
  }
})

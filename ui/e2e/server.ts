import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// The embedded case, read and served as a user would, for the time of the tests.
export default async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'rashomon-pages-'))
  const program = join(folder, 'rashomon')
  execFileSync('go', ['build', '-o', program, './cmd/rashomon'], { cwd: '..', stdio: 'inherit' })
  execFileSync(program, ['demo', '--keep', join(folder, 'case')], { stdio: 'ignore' })
  const server = spawn(program, ['--archive', join(folder, 'case', 'rashomon.db'), 'serve', '--listen', '127.0.0.1:0'])
  process.env.RASHOMON_PAGES = await new Promise<string>((found, failed) => {
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    server.stdout.once('data', (line) => found(/http:\S+/.exec(String(line))![0]))
  })
  return () => {
    server.kill('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
}

import { execFileSync, spawn } from 'node:child_process'
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

// The embedded case, whose places are on no map, and another whose are: read and served as a user would, for the time of the tests.
export default async function serve() {
  const folder = mkdtempSync(join(tmpdir(), 'rashomon-pages-'))
  const program = join(folder, 'rashomon')
  execFileSync('go', ['build', '-o', program, './cmd/rashomon'], { cwd: '..', stdio: 'inherit' })
  execFileSync(program, ['demo', '--keep', join(folder, 'case')], { stdio: 'ignore' })
  const placed = join(folder, 'placed.db')
  execFileSync(program, ['--archive', placed, 'read', ...readdirSync('e2e/placed').map((name) => join('e2e/placed', name))], { stdio: 'ignore' })
  const note = join(folder, 'note.txt')
  writeFileSync(note, 'The ferry sank near Karsova on 4 May 2015. Nine people drowned.\n')
  const added = join(folder, 'added.db') // that tests add documents to
  execFileSync(program, ['--archive', added, 'read', note], { stdio: 'ignore' })
  const servers = [join(folder, 'case', 'rashomon.db'), placed, added].map((archive) => serving(program, archive))
  process.env.RASHOMON_PROGRAM = program
  process.env.RASHOMON_CASE = join(folder, 'case', 'rashomon.db')
  process.env.RASHOMON_PAGES = await servers[0]!.address
  process.env.RASHOMON_PLACED = await servers[1]!.address
  process.env.RASHOMON_ADDING = await servers[2]!.address
  return () => {
    for (const { server } of servers) server.kill('SIGINT')
    rmSync(folder, { recursive: true, force: true })
  }
}

function serving(program: string, archive: string) {
  const server = spawn(program, ['--archive', archive, 'serve', '--listen', '127.0.0.1:0'])
  const address = new Promise<string>((found, failed) => {
    server.once('exit', (code) => failed(new Error(`the server ended with ${code}`)))
    server.stdout.once('data', (line) => found(/http:\S+/.exec(String(line))![0]))
  })
  return { server, address }
}

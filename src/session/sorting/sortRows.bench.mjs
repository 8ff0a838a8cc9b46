// How long sorting takes of the processor, beside merely reading the file in the same run, and how much memory it
// takes at most beside the document. Not a test.
//   node --expose-gc src/session/sorting/sortRows.bench.mjs [bytes] [name]
// Bytes: of each file, 1 GB by default. Name: only files whose name holds it.
import { openAsBlob } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'
import { request } from '../../tooling/benchSamples.mjs'

const size = Number(process.argv[2] ?? 1_000_000_000)
const wanted = process.argv[3] ?? ''
const MB = 1e6
const PIECE = 4 * 1024 * 1024
/** Of a number that has no order. */
const mixed = (i) => Math.imul(i + 1, 0x9e3779b1) >>> 0

const samples = Array.from({ length: 500 }, (_, i) =>
  JSON.stringify({ ...request(i), custom_id: 'ID', body: { ...request(i).body, max_tokens: 'N' } }),
)

/** Each makes line `i`; fields by which it is sorted. */
const files = {
  'requests of 800 bytes': {
    lineOf: (i) =>
      samples[i % samples.length]
        .replace('"N"', String(mixed(i) % 100_000))
        .replace('ID', `request-${mixed(i)}`),
    fields: ['body.max_tokens', 'custom_id', 'body.model'],
  },
  'lines of 60 bytes': {
    lineOf: (i) =>
      `{"n":${1e9 + (mixed(i) % 1e9)},"id":"row-${mixed(i) % 1e9}","t":"x${i % 50}"}`.padEnd(59),
    fields: ['n', 'id', 't'],
  },
  'log entries of 60 bytes': {
    lineOf: (i) => `{"n":${1e9 + 1 + i},"level":"info","ok":true,"msg":"abcdefghi"}`,
    fields: ['n', 'msg', 'ok'],
  },
}

async function write(path, lineOf) {
  const file = await open(path, 'w')
  let written = 0
  let lines = 0
  while (written < size) {
    const piece = []
    let length = 0
    while (length < PIECE && written + length < size) {
      const line = `${lineOf(lines++)}\n`
      piece.push(line)
      length += line.length
    }
    await file.write(piece.join(''))
    written += length
  }
  await file.close()
  return lines
}

async function timed(work) {
  let peak = 0
  global.gc?.()
  const before = process.memoryUsage().rss
  const look = () => {
    peak = Math.max(peak, process.memoryUsage().rss)
  }
  const timer = setInterval(look, 20)
  const start = process.cpuUsage()
  const startedAt = performance.now()
  await work(look)
  look()
  clearInterval(timer)
  const { user, system } = process.cpuUsage(start)
  return {
    cpu: (user + system) / MB,
    wall: (performance.now() - startedAt) / 1000,
    grown: (peak - before) / MB,
  }
}

const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
const { DocumentSession } = await server.ssrLoadModule('/src/session/documentSession.ts')
const { readAhead } = await server.ssrLoadModule('/src/document/readAhead.ts')
const { blobSource } = await server.ssrLoadModule('/src/document/byteSource.ts')
const module = WebAssembly.compile(await readFile('src/scanner/scanner.wasm'))
const folder = await mkdtemp(join(tmpdir(), 'sort-'))

process.stdout.write('                                    seconds    of reading  processor  MB\n')
function say(name, { cpu, wall, grown }, reading) {
  const ratio = reading ? (wall / reading.wall).toFixed(2) : ''
  const ofCpu = reading ? (cpu / reading.cpu).toFixed(2) : ''
  process.stdout.write(
    `${name.padEnd(34)} ${wall.toFixed(2).padStart(8)} ${ratio.padStart(13)} ${ofCpu.padStart(10)} ${grown.toFixed(0).padStart(4)}\n`,
  )
}

for (const [name, { lineOf, fields }] of Object.entries(files)) {
  if (!name.includes(wanted)) continue
  const path = join(folder, 'lines.jsonl')
  const lines = await write(path, lineOf)
  process.stdout.write(`${name}: ${lines} lines\n`)
  const file = Object.defineProperty(await openAsBlob(path), 'name', { value: 'lines.jsonl' })
  const session = new DocumentSession(() => module)
  let facts
  await session.open(file, { jobId: 'open', startedAt: Date.now() }, (latest) => {
    facts = latest
  })
  const wishes = fields.map((field) => ({ id: `=${field}`, field }))
  await session.setColumns({ [facts.columnsKey]: wishes })
  const read = async () => {
    for await (const chunk of readAhead(blobSource(file))) void chunk.length
  }
  await read()
  const reading = await timed(read)
  say('  reading', reading)
  for (const field of fields) {
    const request = { by: { kind: 'column', id: `=${field}` }, isDescending: false }
    await session.unsortRows()
    const time = await timed(async (look) => {
      const result = await session.sortRows(request, 'sort', look)
      if (!result.ok) throw new Error(result.failure.code)
    })
    say(`  ${field}`, time, reading)
    const rows = await timed(() => session.readRows({ kind: 'all' }, 0, 50))
    say('    the first rows', rows)
  }
  await session.unsortRows()
}
await rm(folder, { recursive: true })
await server.close()
process.exit(0)

// How long finding duplicates takes of the processor, beside merely reading the file as the app does, and how much
// memory. Not a test.
//   node --expose-gc src/session/duplicates/duplicates.bench.mjs [bytes] [name]
// Bytes: of each file, 256 MB by default. Name: only files whose name holds it.
import { openAsBlob } from 'node:fs'
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { build } from 'vite'
import { request, vector } from '../../tooling/benchSamples.mjs'

const size = Number(process.argv[2] ?? 256_000_000)
const wanted = process.argv[3] ?? ''
const MB = 1e6
const PIECE = 4 * 1024 * 1024
const ROUNDS = 3

const LINE = { kind: 'line' }
const fields = (...paths) => ({ kind: 'fields', paths })

/** What makes line `i`, and what lines are compared by. */
const FILES = {
  'short lines, all different': [
    (i) => `{"n":${i},"t":"${String(i).padStart(40, 'x')}"}`,
    [LINE, fields('n'), fields('n', 't')],
  ],
  'short lines, every one twice': [
    (i) => `{"n":${i >> 1},"t":"${'x'.repeat(40)}"}`,
    [LINE, fields('n')],
  ],
  'short lines, all the same': [() => `{"n":1,"t":"${'x'.repeat(44)}"}`, [LINE, fields('t')]],
  requests: [
    (i) => JSON.stringify(request(i)),
    [LINE, fields('custom_id'), fields('body.messages')],
  ],
  vectors: [
    (i) => JSON.stringify(vector(i)),
    [LINE, fields('custom_id'), fields('response.body.data')],
  ],
}

async function write(path, lineOf) {
  const file = await open(path, 'w')
  const kept = []
  for (let written = 0, line = 0; written < size; ) {
    let piece = ''
    while (piece.length < PIECE && written + piece.length < size) {
      // Long lines are made once.
      const text = line < 500 || lineOf(0).length < 500 ? lineOf(line) : kept[line % 500]
      if (line < 500) kept.push(text)
      piece += `${text}\n`
      line++
    }
    await file.write(piece)
    written += piece.length
  }
  await file.close()
}

// Built as the app is: the development server looks up every constant of another file each time.
const built = await mkdtemp(join(tmpdir(), 'lineproof-bench-'))
await build({
  logLevel: 'error',
  ssr: { noExternal: true },
  build: {
    ssr: true,
    outDir: built,
    rolldownOptions: {
      input: ['session/documentSession', 'document/readAhead', 'document/byteSource'].map(
        (name) => `src/${name}.ts`,
      ),
    },
  },
})
const load = (name) => import(join(built, `${name}.js`))
const { DocumentSession } = await load('documentSession')
const { readAhead } = await load('readAhead')
const { blobSource } = await load('byteSource')
const module = WebAssembly.compile(await readFile('src/scanner/scanner.wasm'))

/** The best of some rounds, in seconds, and the most memory of any of them. */
async function measure(run) {
  let seconds = Infinity
  let peak = 0
  for (let round = 0; round < ROUNDS; round++) {
    global.gc?.()
    const before = process.memoryUsage().rss
    const look = () => {
      peak = Math.max(peak, process.memoryUsage().rss - before)
    }
    const start = process.cpuUsage()
    await run(look)
    const { user, system } = process.cpuUsage(start)
    look()
    seconds = Math.min(seconds, (user + system) / MB)
  }
  return { seconds, peak }
}

const folder = await mkdtemp(join(tmpdir(), 'lineproof-duplicates-'))
const out = process.stdout
const cell = (text, width) => String(text).padStart(width)
try {
  out.write(
    `${'file'.padEnd(30)}${'by'.padEnd(20)}${cell('lines', 11)}${cell('groups', 11)}${cell('s', 7)}${cell('of reading', 12)}${cell('peak MB', 9)}\n`,
  )
  for (const [name, [lineOf, ways]] of Object.entries(FILES)) {
    if (!name.includes(wanted)) continue
    const path = join(folder, 'lines.jsonl')
    await write(path, lineOf)
    const file = Object.defineProperty(await openAsBlob(path), 'name', { value: 'lines.jsonl' })
    const session = new DocumentSession(() => module)
    await session.open(file, { jobId: 'open', startedAt: Date.now() }, () => {})
    const reading = await measure(async () => {
      let sum = 0
      for await (const chunk of readAhead(blobSource(file))) sum += chunk[0]
      return sum
    })
    out.write(
      `${name.padEnd(30)}${'merely reading'.padEnd(42)}${cell(reading.seconds.toFixed(2), 7)}\n`,
    )
    for (const by of ways) {
      let report
      const { seconds, peak } = await measure(async (look) => {
        const found = await session.findDuplicates(by, 'find', look)
        if (!found.ok) throw new Error(found.failure.code)
        report = found.value
      })
      const ratio = `${(seconds / reading.seconds).toFixed(2)} x`
      out.write(
        `${''.padEnd(30)}${(by.paths ?? ['whole lines']).join(', ').padEnd(20)}${cell(report.compared, 11)}${cell(report.groups, 11)}${cell(seconds.toFixed(2), 7)}${cell(ratio, 12)}${cell((peak / MB).toFixed(0), 9)}\n`,
      )
    }
    await rm(path)
  }
} finally {
  await rm(folder, { recursive: true })
  await rm(built, { recursive: true })
  process.exit()
}

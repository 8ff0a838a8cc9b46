// How much memory the rules across lines take in files that are made to trouble them, and how long reading
// takes of the processor, so that other work on the machine does not count. Not a test.
//   node --expose-gc src/session/fileRules.bench.mjs [bytes] [name]
// Bytes: of each file, 1 GB by default. Name: only files whose name holds it.
import { mkdtemp, open, readFile, rm } from 'node:fs/promises'
import { openAsBlob } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createServer } from 'vite'

const size = Number(process.argv[2] ?? 1_000_000_000)
const wanted = process.argv[3] ?? ''
const MB = 1e6
const PIECE = 4 * 1024 * 1024

const body = (model) =>
  `{"model":"${model}","messages":[{"role":"user","content":"Which river flows through this town?"}]}`

const request = (id, model = 'gpt-6-luna') =>
  `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":${body(model)}}`

const embedding = (id, inputs) =>
  `{"custom_id":"${id}","method":"POST","url":"/v1/embeddings","body":{"model":"text-embedding-3-small","input":[${'"a",'.repeat(inputs - 1)}"a"]}}`

const result = (id) =>
  `{"id":"batch_req_${id}","custom_id":"${id}","response":{"status_code":200,"request_id":"q","body":{}},"error":null}`

/** By what troubles a rule; each makes line `i`. */
const files = {
  'every custom_id the same': () => request('same'),
  'every custom_id twice': (i) => request(`request-${i >> 1}`),
  'every custom_id its own': (i) => request(`request-${i}`),
  'a model for each line': (i) => request(`request-${i}`, `model-${i}`),
  'a long model for each line': (i) => request(`request-${i}`, `model-${i}-${'m'.repeat(4000)}`),
  'another number of inputs on each line': (i) => embedding(`request-${i}`, 1 + (i % 3000)),
  'requests and results by turns': (i) => (i % 2 ? result(`r-${i}`) : request(`r-${i}`)),
  'short lines': (i) => `{"n":${i},"t":"${String(i).padStart(44, 'x')}"}`,
  'every line the same': () => `{"n":1,"t":"${'x'.repeat(44)}"}`,
  'every line twice': (i) => `{"n":${i >> 1},"t":"${'x'.repeat(44)}"}`,
  'a long integer on each line': (i) =>
    `{"id":${1234567890123456000 + i * 512}1,"text":"short text"}`,
  'a key with a space on each line': (i) => `{"id":${i}," text":"some text of some length"}`,
}

async function write(path, lineOf) {
  const file = await open(path, 'w')
  let written = 0
  let lines = 0
  let piece = []
  let length = 0
  while (written + length < size) {
    const line = `${lineOf(lines++)}\n`
    piece.push(line)
    length += line.length
    if (length < PIECE && written + length < size) continue
    await file.write(piece.join(''))
    written += length
    piece = []
    length = 0
  }
  await file.close()
  return lines
}

/** Bytes of this process: all, and what lies on heaps and in buffers. */
function memory() {
  const { rss, heapUsed, arrayBuffers } = process.memoryUsage()
  return { rss, held: heapUsed + arrayBuffers }
}

const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
const { DocumentSession } = await server.ssrLoadModule('/src/session/documentSession.ts')
const module = WebAssembly.compile(await readFile('src/scanner/scanner.wasm'))

async function read(path) {
  const blob = path === undefined ? new Blob([`${request('a')}\n`]) : await openAsBlob(path)
  const file = Object.defineProperty(blob, 'name', { value: 'lines.jsonl' })
  const session = new DocumentSession(() => module)
  global.gc?.()
  const before = memory()
  let peak = 0
  let facts
  const start = process.cpuUsage()
  const look = () => {
    peak = Math.max(peak, memory().rss)
  }
  const options = { jobId: 'open', startedAt: Date.now() }
  await session.open(file, options, (latest) => {
    facts = latest
    look()
  })
  look()
  const { user, system } = process.cpuUsage(start)
  const seconds = (user + system) / MB
  global.gc?.()
  const after = memory()
  return { facts, seconds, peak: peak - before.rss, held: after.held - before.held, session }
}

const folder = await mkdtemp(join(tmpdir(), 'lineproof-rules-'))
const out = process.stdout
const cell = (text, width) => String(text).padStart(width)
try {
  await read(undefined)
  out.write(
    `${'file'.padEnd(40)}${cell('lines', 12)}${cell('s', 7)}${cell('peak MB', 9)}${cell('held MB', 9)}  causes\n`,
  )
  for (const [name, lineOf] of Object.entries(files)) {
    if (!name.includes(wanted)) continue
    const path = join(folder, 'lines.jsonl')
    const lines = await write(path, lineOf)
    const { facts, seconds, peak, held } = await read(path)
    const told = [...facts.fileFindings, ...facts.causes].map(({ code, count }) =>
      count === undefined ? code : `${code} ${count}`,
    )
    out.write(
      `${name.padEnd(40)}${cell(lines, 12)}${cell(seconds.toFixed(1), 7)}${cell((peak / MB).toFixed(0), 9)}${cell((held / MB).toFixed(0), 9)}  ${told.join(', ')}\n`,
    )
    await rm(path)
  }
} finally {
  await rm(folder, { recursive: true })
  await server.close()
  process.exit()
}

// How fast lines are counted for all of their fields on this machine, beside merely looking for line ends. Not a test.
//   node src/scanner/fieldStatistics.bench.mjs [MB]      (compile first: any `vite` or `vitest` run does)

import { readFile } from 'node:fs/promises'
import { createServer } from 'vite'
import { request, row, vector } from '../tooling/benchSamples.mjs'
import { best, CHUNK, fillLines, rate } from '../tooling/benchTiming.mjs'

const SIZE = Number(process.argv[2] ?? 256) * 1e6
const ROUNDS = 5
const LIMITS = { fields: 4096, keys: 1000, depth: 64, kept: 256, textBytes: 192 }
const LINES = { readWords() {}, wayOf: () => 'plain' }

/** A conversation of some messages, as their text is written in JSON: line feeds and quotes are escapes. */
function conversation(i) {
  const text = `Step ${i}: "look" at this\n`.repeat(40)
  return {
    id: i,
    messages: ['system', 'user', 'assistant'].map((role) => ({ role, content: text })),
  }
}

/** Of a log: few different words, a time, a number. */
function event(i) {
  return {
    time: new Date(1.7e12 + i * 1234).toISOString(),
    level: ['info', 'info', 'info', 'warn', 'error'][i % 5],
    service: `service-${i % 7}`,
    status: [200, 200, 404, 500][i % 4],
    took: i / 7,
    user: { id: i % 1000, country: ['de', 'tw', 'us'][i % 3] },
    ok: i % 2 === 0,
  }
}

/** Keyed by ids. */
function map(i) {
  return {
    id: i,
    scores: Object.fromEntries([0, 1, 2].map((k) => [`user-${i * 3 + k}`, { score: i + k }])),
  }
}

const CASES = {
  requests: request,
  'rows of 75 bytes': row,
  vectors: vector,
  conversations: conversation,
  events: event,
  maps: map,
}

const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
const { FieldStatistics } = await server.ssrLoadModule('/src/scanner/fieldStatistics.ts')
const wasm = await WebAssembly.compile(await readFile(new URL('scanner.wasm', import.meta.url)))

function count(bytes) {
  const statistics = new FieldStatistics(wasm, LINES, LIMITS)
  for (let at = 0; at < bytes.length; at += CHUNK) {
    statistics.push(bytes.subarray(at, at + CHUNK))
    if (statistics.beginsAgain()) at = -CHUNK
  }
  return statistics.fields().length
}

/** As the search for plain text reads: a copy into the module's memory is left out. */
function look(bytes) {
  let lines = 0
  for (let at = bytes.indexOf(10); at >= 0; at = bytes.indexOf(10, at + 1)) lines++
  return lines
}

process.stdout.write('MB/s                figures   lines  bytes a line  fields\n')
for (const [name, make] of Object.entries(CASES)) {
  const bytes = fillLines(make, SIZE, 5000)
  let fields = 0
  const figures = best(ROUNDS, () => {
    fields = count(bytes)
  })
  let lines = 0
  const looking = best(ROUNDS, () => {
    lines = look(bytes)
  })
  process.stdout.write(
    `${name.padEnd(20)}${rate(bytes.length, figures)} ${rate(bytes.length, looking)} ${(bytes.length / lines).toFixed(0).padStart(13)} ${String(fields).padStart(7)}\n`,
  )
}
await server.close()

// How fast lines are read for their fields on this machine, beside merely looking for line ends. Not a test.
//   node src/scanner/fieldScanner.bench.mjs [MB]      (compile first: any `vite` or `vitest` run does)

import { readFile } from 'node:fs/promises'
import { createServer } from 'vite'
import { request, row, vector } from '../tooling/benchSamples.mjs'
import { best, CHUNK, fillLines, rate } from '../tooling/benchTiming.mjs'

const SIZE = Number(process.argv[2] ?? 256) * 1e6
const ROUNDS = 5

const equals = (path, text) => ({ path, test: { kind: 'text', operator: 'equals', text } })
const plan = (tests) => ({
  tests,
  verdictTests: [],
  program: tests.flatMap((_, i) => (i > 0 ? [i, 'and'] : [i])),
})

const EACH = { each: true }
const CASES = {
  'requests, custom_id': [request, plan([equals(['custom_id'], 'request-00010007')])],
  'requests, body.model': [request, plan([equals(['body', 'model'], 'gpt-4.1')])],
  'requests, a key that is not there': [request, plan([equals(['body', 'user'], 'x')])],
  'requests, every role': [request, plan([equals(['body', 'messages', EACH, 'role'], 'tool')])],
  'requests, three fields': [
    request,
    plan([
      equals(['method'], 'POST'),
      equals(['body', 'model'], 'gpt-4.1'),
      { path: ['body', 'max_tokens'], test: { kind: 'number', operator: 'more', value: 100 } },
    ]),
  ],
  'rows of 75 bytes, one field': [row, plan([equals(['name'], 'x')])],
  'vectors, custom_id': [vector, plan([equals(['custom_id'], 'x')])],
  'vectors, length of the input': [
    vector,
    plan([
      {
        path: ['response', 'body', 'data', 0, 'embedding'],
        test: { kind: 'length', operator: 'more', value: 3000 },
      },
    ]),
  ],
}

const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
const { FieldScanner } = await server.ssrLoadModule('/src/scanner/fieldScanner.ts')
const wasm = await WebAssembly.compile(await readFile(new URL('scanner.wasm', import.meta.url)))

function read(bytes, fieldPlan) {
  let matches = 0
  const scanner = new FieldScanner(
    wasm,
    fieldPlan,
    { readWords() {}, wayOf: () => ({ way: 'plain', verdict: 0 }) },
    { ofValue: () => false, ofLine: () => undefined },
  )
  for (let at = 0; at < bytes.length; at += CHUNK) {
    for (const batch of scanner.push(bytes.subarray(at, at + CHUNK)))
      matches += batch.matches.length
  }
  return matches
}

process.stdout.write('MB/s                                fields   lines   matches\n')
for (const [name, [make, fieldPlan]] of Object.entries(CASES)) {
  const bytes = fillLines(make, SIZE, 500)
  let matches = 0
  const fields = best(ROUNDS, () => {
    matches = read(bytes, fieldPlan)
  })
  const lines = best(ROUNDS, () => read(bytes, plan([])))
  process.stdout.write(
    `${name.padEnd(34)} ${rate(bytes.length, fields)} ${rate(bytes.length, lines)} ${matches}\n`,
  )
}
await server.close()

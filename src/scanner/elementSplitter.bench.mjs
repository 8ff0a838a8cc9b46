// How fast elements of an array become lines on this machine, beside merely touching the bytes. Not a test.
//   node src/scanner/elementSplitter.bench.mjs [MB]      (compile first: any `vite` or `vitest` run does)

import { readFile } from 'node:fs/promises'
import { createServer } from 'vite'
import { request, row, vector } from '../tooling/benchSamples.mjs'
import { best, CHUNK, rate } from '../tooling/benchTiming.mjs'

const SIZE = Number(process.argv[2] ?? 256) * 1e6
const ROUNDS = 6

const KINDS = {
  'requests, compact': [request, (value) => JSON.stringify(value), ','],
  'requests, one a line': [request, (value) => JSON.stringify(value), ',\n'],
  'requests, indented': [
    request,
    (value) => JSON.stringify(value, null, 2).replaceAll('\n', '\n  '),
    ',\n  ',
  ],
  'rows of 75 bytes, compact': [row, (value) => JSON.stringify(value), ','],
  'rows, indented': [
    row,
    (value) => JSON.stringify(value, null, 4).replaceAll('\n', '\n    '),
    ',\n    ',
  ],
  'vectors, compact': [vector, (value) => JSON.stringify(value), ','],
  'vectors, indented': [
    vector,
    (value) => JSON.stringify(value, null, 2).replaceAll('\n', '\n  '),
    ',\n  ',
  ],
}

/** An array of `SIZE` bytes, about. */
function fill([make, write, separator]) {
  const unit = Buffer.from(
    Array.from({ length: 500 }, (_, i) => write(make(i + 10_000)) + separator).join(''),
  )
  const body = Buffer.concat(Array(Math.ceil(SIZE / unit.length)).fill(unit))
  return Buffer.concat([
    Buffer.from('['),
    body.subarray(0, body.length - separator.length),
    Buffer.from(']'),
  ])
}

/** The least that any reader does: each byte is looked at once. */
function touch(bytes) {
  const numbers = new Float64Array(bytes.buffer, bytes.byteOffset & ~7, bytes.length >> 3)
  let sum = 0
  for (let i = 0; i < numbers.length; i++) sum += numbers[i]
  return sum
}

const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
const { readArray } = await server.ssrLoadModule('/src/conversion/json/readArray.ts')
const wasm = await WebAssembly.compile(await readFile(new URL('scanner.wasm', import.meta.url)))

process.stdout.write('MB/s                            split   touch   lines\n')
for (const [name, kind] of Object.entries(KINDS)) {
  const bytes = fill(kind)
  let written = 0
  const split = best(ROUNDS, () => {
    written = 0
    const converter = readArray(
      '',
      {
        write: (lines) => {
          written += lines.length
        },
        leave: (part) => {
          throw new Error(JSON.stringify(part))
        },
      },
      wasm,
    )
    for (let at = 0; at < bytes.length; at += CHUNK) converter.push(bytes.subarray(at, at + CHUNK))
    converter.finish()
  })
  const touched = best(ROUNDS, () => touch(bytes))
  process.stdout.write(
    `${name.padEnd(28)} ${rate(bytes.length, split)} ${rate(bytes.length, touched)} ${(written / 1e6).toFixed(0).padStart(5)} MB\n`,
  )
}
await server.close()

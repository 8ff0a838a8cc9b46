// How fast lines become other files on this machine, by exporter. Not a test.
//   node src/exporters/lines/exportLines.bench.mjs [MB] [exporter …]

import { readFile } from 'node:fs/promises'
import { createServer } from 'vite'
import { request, row, vector } from '../../tooling/benchSamples.mjs'

const SIZE = Number(process.argv[2] ?? 128) * 1e6
const WANTED = process.argv.slice(3)
const CHUNK = 2 * 1024 * 1024
const ROUNDS = 3

const chinese = (i) => ({ id: i, text: '請把下面的句子翻譯成英文，並保留原來的語氣。'.repeat(12) })

const KINDS = { requests: request, chinese, 'rows of 75 bytes': row, vectors: vector }

/** Five columns of each kind of lines, as a table shows them. */
const FIVE = {
  requests: ['custom_id', 'method', 'body.model', 'body.messages[-1].content', 'body.max_tokens'],
  chinese: ['id', 'text', 'a', 'b', 'c'],
  'rows of 75 bytes': ['id', 'name', 'isOk', 'score', 'length(name)'],
  vectors: ['id', 'v[0]', 'v[1]', 'v[-1]', 'length(v)'],
}

/** Fields may be by kind. @type {[string, object][]} */
const RUNS = [
  ['jsonArray', {}],
  ['prettyArray', {}],
  ['csv', {}],
  ['csv', { nested: 'flat', arrays: 'joined' }],
  ['csv', { fields: ['id', 'custom_id', 'body.messages[1].content'] }],
  ['csv', { fields: FIVE }],
  ['csv', { formulaSafe: false }],
  ['jsonlFields', { fields: FIVE }],
  ['tsv', {}],
  ['textOfField', { field: 'body.messages[-1].content' }],
  ['jsonlGz', {}],
]

/** Lines of `SIZE` bytes, about. */
function fill(make) {
  const unit = Buffer.from(
    Array.from({ length: 500 }, (_, i) => `${JSON.stringify(make(i + 10_000))}\n`).join(''),
  )
  return new Uint8Array(Buffer.concat(Array(Math.ceil(SIZE / unit.length)).fill(unit)))
}

function nameOf(id, options) {
  return options.fields === FIVE ? `${id}, five columns` : `${id} ${JSON.stringify(options)}`
}

/** Processor time: what else the machine does meanwhile does not count. */
async function best(run) {
  let seconds = Infinity
  for (let i = 0; i < ROUNDS; i++) {
    const start = process.cpuUsage()
    await run()
    seconds = Math.min(seconds, process.cpuUsage(start).user / 1e6)
  }
  return seconds
}

const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
const load = (name) => server.ssrLoadModule(`/src/exporters/lines/${name}.ts`)
const { findExporter } = await load('registry')
const { readExportOptions } = await load('exportOptions')
const { writeSegments } = await load('writeSegments')
const { memorySource } = await server.ssrLoadModule('/src/document/byteSource.ts')

const wasm = await WebAssembly.compile(
  await readFile(new URL('../../scanner/scanner.wasm', import.meta.url)),
)

const kinds = Object.entries(KINDS).map(([name, make]) => [name, fill(make)])
process.stdout.write(`MB/s read (MB written)${' '.repeat(38)}`)
process.stdout.write(`${kinds.map(([name]) => name.padStart(20)).join('')}\n`)
for (const [id, options] of RUNS) {
  if (WANTED.length > 0 && !WANTED.includes(id)) continue
  const { output, options: specs } = findExporter(id)
  const cells = []
  for (const [kind, bytes] of kinds) {
    const { value: values } = readExportOptions(specs, {
      ...options,
      fields: options.fields?.[kind] ?? options.fields,
    })
    const source = memorySource(bytes)
    let written = 0
    async function* open() {
      for (let at = 0; at < bytes.length; at += CHUNK) {
        // Lines are cut anywhere, as they are when a file is read.
        yield { kind: 'bytes', bytes: bytes.subarray(at, at + CHUNK) }
      }
    }
    const seconds = await best(async () => {
      written = 0
      const notes = { read: 0, passes: 1, tooLong: 0, written: () => [] }
      for await (const part of writeSegments(source, open, output, values, notes, wasm)) {
        written += part.kind === 'bytes' ? part.bytes.length : part.to - part.from
      }
    })
    const rate = (bytes.length / seconds / 1e6).toFixed(0)
    cells.push(`${rate} (${(written / 1e6).toFixed(0)})`.padStart(20))
  }
  process.stdout.write(`${nameOf(id, options).padEnd(60)}${cells.join('')}\n`)
}
await server.close()

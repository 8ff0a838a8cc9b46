import { readFile } from 'node:fs/promises'
import { createServer } from 'vite'
import { request, row, vector } from '/work/h8/src/tooling/benchSamples.mjs'
const server = await createServer({
  root: '/work/h8',
  server: { middlewareMode: true, ws: false, hmr: false },
  logLevel: 'error',
})
const { FieldStatistics } = await server.ssrLoadModule('/src/scanner/fieldStatistics.ts')
const wasm = await WebAssembly.compile(await readFile('/work/h8/src/scanner/scanner.wasm'))
const LIMITS = { fields: 4096, keys: 1000, depth: 64, kept: 256, textBytes: 192 }
const cases = {
  row,
  vector,
  ints: (i) => Array.from({ length: 256 }, (_, k) => (i * 256 + k) % 100),
  sameint: (i) => Array.from({ length: 256 }, () => 7),
  floats8: (i) => Array.from({ length: 256 }, (_, k) => (((i * 256 + k) * 0.12345) % 1).toFixed(8)),
  fewfloats: (i) =>
    Array.from(
      { length: 256 },
      (_, k) => [0.1234567891234567, 0.23456789123456, 0.34567891234567][(i + k) % 3],
    ),
  manyfloats14: (i) =>
    Array.from({ length: 256 }, (_, k) =>
      Number((((i * 256 + k) * 0.123451234512345) % 1).toFixed(14)),
    ),
  trues: (i) => Array.from({ length: 256 }, () => true),
  strs: (i) => Array.from({ length: 256 }, (_, k) => 'abc' + (k % 5)),
  sstr: (i) => Array.from({ length: 256 }, (_, k) => 'abc'),
}
for (const [name, make] of Object.entries(cases).filter(([n]) =>
  process.argv.slice(2).includes(n),
)) {
  const unit = Buffer.from(
    Array.from({ length: 500 }, (_, i) => `${JSON.stringify(make(i + 10_000))}\n`)
      .join('')
      .replace(/"(0\.\d+)"/g, '$1'),
  )
  const bytes = Buffer.concat(Array(Math.ceil(3e7 / unit.length)).fill(unit))
  let bestT = Infinity
  let f
  for (let r = 0; r < 20; r++) {
    const t = process.cpuUsage()
    const s = new FieldStatistics(wasm, { readWords() {}, wayOf: () => 'plain' }, LIMITS)
    for (let at = 0; at < bytes.length; at += 4 << 20) s.push(bytes.subarray(at, at + (4 << 20)))
    bestT = Math.min(bestT, process.cpuUsage(t).user / 1e6)
    f = s.fields()
  }
  const values = f.reduce((n, x) => n + x.kinds.reduce((m, k) => m + k.values, 0), 0)
  console.log(
    name.padEnd(12),
    (bytes.length / bestT / 1e6).toFixed(0).padStart(6),
    'MB/s',
    ((bestT / values) * 1e9).toFixed(1),
    'ns a value',
  )
}
await server.close()

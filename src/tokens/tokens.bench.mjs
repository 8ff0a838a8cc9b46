// How fast tokens are counted on this machine, beside merely decoding the text in the same run. Not a test.
//   node src/tokens/tokens.bench.mjs
// Times are those of the processor, so that other work on the machine does not count.
import { createServer } from 'vite'

const SIZE = 8 * 1024 * 1024
const ROUNDS = 3

const words =
  'the quick brown fox jumps over a lazy dog and then writes another sentence about it, whatever'.split(
    ' ',
  )
const hanzi = '的一是在不了有和人這中大為上個國我以要他時來用們生到作地於出就分對成會可主發年，。'

let seed = 1
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32
const pick = (list) => list[Math.floor(random() * list.length)]

const kinds = {
  prose: () => `${pick(words)} `,
  Chinese: () => pick(hanzi),
  JSON: () => `{"id":${Math.floor(random() * 1e9)},"name":"${pick(words)}","ok":true},\n`,
  base64: () => btoa(String.fromCharCode(...Array.from({ length: 30 }, () => random() * 256))),
  'one run of letters': () => pick('acgt'),
}

function textOf(make) {
  const parts = []
  for (let length = 0; length < SIZE / 4; length += parts.at(-1).length) parts.push(make())
  return parts.join('')
}

function msOf(work) {
  const times = Array.from({ length: ROUNDS }, () => {
    const before = process.cpuUsage()
    work()
    const { user, system } = process.cpuUsage(before)
    return (user + system) / 1000
  })
  return Math.min(...times)
}

const server = await createServer({
  server: { middlewareMode: true, ws: false },
  logLevel: 'error',
  appType: 'custom',
})
try {
  const { loadCounter } = await server.ssrLoadModule('/src/tokens/encodings.ts')
  for (const name of ['o200k_base', 'cl100k_base']) {
    const counter = await loadCounter(name)
    for (const [kind, make] of Object.entries(kinds)) {
      const text = textOf(make)
      const bytes = new TextEncoder().encode(text)
      // Its characters are looked at, or it would be decoded when someone does.
      const read = msOf(() => new TextDecoder().decode(bytes).charCodeAt(bytes.length >> 3))
      let tokens = 0
      const count = msOf(() => {
        tokens = counter.count(text)
      })
      const speed = `${(bytes.length / 1e3 / count).toFixed(1)} MB/s`
      const rate = `${(tokens / 1e3 / count).toFixed(1)} M tokens/s`
      const ratio = `${(count / read).toFixed(0)} × decoding`
      console.log(`${name}  ${kind.padEnd(18)} ${speed.padEnd(11)} ${rate.padEnd(18)} ${ratio}`)
    }
  }
  const { countLines } = await server.ssrLoadModule('/src/tokens/lines/countLines.ts')
  const line = new TextEncoder().encode(
    JSON.stringify({
      custom_id: 'request-1',
      method: 'POST',
      url: '/v1/chat/completions',
      body: {
        model: 'gpt-4o',
        messages: [{ role: 'user', content: textOf(kinds.prose).slice(0, 2000) }],
      },
    }),
  )
  const count = Math.floor(SIZE / line.length)
  const bytes = new Uint8Array(count * line.length)
  for (let i = 0; i < count; i++) bytes.set(line, i * line.length)
  const ids = Float64Array.from({ length: count }, (_, i) => i)
  const ends = Uint32Array.from({ length: count }, (_, i) => (i + 1) * line.length)
  const before = process.cpuUsage()
  await countLines({ ids, bytes, ends, areExamples: false }, async () => {})
  const { user, system } = process.cpuUsage(before)
  const speed = bytes.length / (user + system)
  console.log(`lines of requests, counted exactly: ${speed.toFixed(1)} MB/s`)
} finally {
  await server.close()
}

// How fast the scanner is on this machine, beside JSON.parse in the same run. Not a test.
//   node src/scanner/scanner.bench.mjs        (compile first: any `vite` or `vitest` run does)

import { readFile } from 'node:fs/promises'
import { createServer } from 'vite'

const SIZE = 64 * 1024 * 1024
const CHUNK = 4 * 1024 * 1024
const ROUNDS = 5

const words =
  'the quick brown fox jumps over a lazy dog and then writes another sentence about it'.split(' ')
const hanzi =
  '的一是在不了有和人这中大为上个国我以要他时来用们生到作地于出就分对成会可主发年动同工也能下过子说产种面而方后多定行学法所民得经十三之进着等部度家电力里如水化高自二理起小物现实加量都两体制机当使点从业本去把性好应开它合还因由其些然前外天政四日那社义事平形相全表间样与关各重新线内数正心反你明看原又么利比或但质气第向道命此变条只没结解问意建月公无系军很情者最立代想已通并提直题党程展五果料象员革位入常文总次品式活设及管特件长求老头基资边流路级少图山统接知较将组见计别她手角期根论运农指几九区强放决西被干做必战先回则任取据处队南给色光门即保治北造百规热领七海口东导器压志世金增争济阶油思术极交受联什认六共权收证改清己美再采转更单风切打白教速花带安场身车例真务具万每目至达走积示议声报斗完类八离华名确才科张信马节话米整空元况今集温传土许步群广石记需段研界拉林律叫且究观越织装影算低持音众书布复容儿须际商非验连断深难近矿千周委素技备半办青省列习响约支般史感劳便团往酸历市克何除消构府称太准精值号率族维划选标写存候毛亲快效斯院查江型眼王按格养易置派层片始却专状育厂京识适属圆包火住调满县局照参红细引听该铁价严'

let seed = 1
const random = () => (seed = (Math.imul(seed, 1103515245) + 12345) >>> 0) / 2 ** 32
const pick = (list) => list[Math.floor(random() * list.length)]
const prose = (n) => Array.from({ length: n }, () => pick(words)).join(' ')
const chinese = (n) => Array.from({ length: n }, () => pick(hanzi)).join('')

const request = (i, content) =>
  `{"custom_id":"request-${i}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-4o-mini","messages":[{"role":"system","content":"You are a helpful assistant."},{"role":"user","content":${JSON.stringify(content)}}],"max_tokens":1000,"temperature":0.2}}\n`

const answer = (i) =>
  `{"id":"batch_req_${i}","custom_id":"request-${i}","response":{"status_code":200,"request_id":"req_${i}","body":{"id":"chatcmpl-${i}","object":"chat.completion","created":17119${i % 100000},"model":"gpt-4o-mini","choices":[{"index":0,"message":{"role":"assistant","content":${JSON.stringify(`${prose(60)}\n\n"${prose(20)}"`)}},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":${20 + (i % 300)},"completion_tokens":${i % 777},"total_tokens":${i % 999}},"system_fingerprint":"fp_1"}},"error":null}\n`

const vector = (n) => Array.from({ length: n }, () => ((random() - 0.5) / 8).toFixed(9)).join(',')

const escaped = (text) =>
  text.replace(/[\u0080-\uffff]/g, (c) => `\\u${c.charCodeAt(0).toString(16).padStart(4, '0')}`)

/** About what a batch format's schema asks for. */
function batchPlan() {
  const object = (keys, unknown = 'ignore') => ({
    kind: 'object',
    keys: new Map(Object.entries(keys)),
    unknown,
  })
  const array = (element) => ({ kind: 'array', element, bounds: [1] })
  const text = { kind: 'text', bounds: [1] }
  const bytes = { kind: 'bytes' }
  const count = { kind: 'number', integer: true, bounds: [0] }
  const part = object({ type: bytes, text })
  const message = object({
    role: bytes,
    content: { kind: 'types', string: text, array: array(part) },
    name: text,
  })
  const numbers = array({ kind: 'number', integer: false, bounds: [] })
  return object({
    custom_id: { kind: 'text', bounds: [1, 513], capture: 0 },
    id: text,
    method: bytes,
    url: { ...bytes, capture: 1 },
    body: object({
      model: { ...text, capture: 2 },
      messages: array(message),
      max_tokens: count,
      temperature: { kind: 'number', integer: false, bounds: [0, 2] },
    }),
    response: object({
      status_code: { kind: 'number', integer: true, bounds: [200, 201] },
      request_id: text,
      body: object({
        object: bytes,
        model: text,
        created: count,
        choices: array(
          object({ index: count, message, finish_reason: bytes, logprobs: { kind: 'kind' } }),
        ),
        data: array(object({ embedding: numbers })),
        usage: object({ prompt_tokens: count, completion_tokens: count, total_tokens: count }),
      }),
    }),
    error: { kind: 'kind' },
  })
}

const KINDS = {
  'batch input, ASCII': (i) => request(i, prose(90)),
  'batch input, ASCII, line breaks': (i) =>
    request(i, Array.from({ length: 12 }, () => prose(7)).join('\n')),
  'batch input, Chinese': (i) => request(i, `${chinese(150)}，${chinese(60)}。\n${chinese(80)}`),
  'batch input, Chinese as \\u': (i) => escaped(request(i, `${chinese(150)}，${chinese(60)}。`)),
  'batch output': answer,
  'embeddings, 1536 floats': (i) =>
    `{"id":"b${i}","custom_id":"r${i}","response":{"status_code":200,"body":{"data":[{"embedding":[${vector(1536)}]}]}},"error":null}\n`,
  '60-byte lines': (i) =>
    `{"id":${i},"name":"user ${i}","ok":true,"score":0.${i % 1000},"t":null}\n`,
  'all invalid: cut': (i) => `${request(i, prose(90)).slice(0, -3)}\n`,
  'all invalid: trailing comma': (i) => request(i, prose(90)).replace('}}\n', '},}\n'),
  'all invalid: prose, short': (i) => `line ${i} is not JSON at all but plain text of a log\n`,
  'all invalid: two values': (i) => request(i, prose(90)).repeat(2).replace('\n', ''),
}

function fill(make) {
  const sample = []
  for (let i = 0; i < 500; i++) sample.push(Buffer.from(make(i + 10_000)))
  const unit = Buffer.concat(sample)
  return Buffer.concat(Array(Math.ceil(SIZE / unit.length)).fill(unit)).subarray(0, SIZE)
}

function best(run) {
  let seconds = Infinity
  // A second at least: the engine compiles again what runs often, in the background.
  const until = performance.now() + 1000
  for (let i = 0; i < ROUNDS || performance.now() < until; i++) {
    const start = performance.now()
    run()
    seconds = Math.min(seconds, (performance.now() - start) / 1000)
  }
  return seconds
}

const rate = (bytes, seconds) => (bytes / seconds / 1e6).toFixed(0).padStart(7)

function parseAll(bytes) {
  for (let from = 0; from < bytes.length; ) {
    const lf = bytes.indexOf(10, from)
    const to = lf < 0 ? bytes.length : lf
    try {
      JSON.parse(bytes.toString('utf8', from, to))
    } catch {
      // Counted like any other line.
    }
    from = to + 1
  }
}

const server = await createServer({ server: { middlewareMode: true }, logLevel: 'error' })
const { Scanner } = await server.ssrLoadModule('/src/scanner/scanner.ts')
const { LiteralSearch } = await server.ssrLoadModule('/src/scanner/literalSearch.ts')
const wasm = await WebAssembly.compile(await readFile(new URL('scanner.wasm', import.meta.url)))
const { encodePlan } = await server.ssrLoadModule('/src/scanner/encodePlan.ts')
const scanner = Scanner.create(wasm)
const planned = Scanner.create(wasm)
planned.setPlan(encodePlan(batchPlan()))

const chunksOf = (data) =>
  Array.from({ length: Math.ceil(data.length / CHUNK) }, (_, i) =>
    data.subarray(i * CHUNK, (i + 1) * CHUNK),
  )

const out = process.stdout
out.write('MB/s                                scanner  +plan   JSON.parse\n')
for (const [name, make] of Object.entries(KINDS)) {
  if (process.argv[2] && !name.includes(process.argv[2])) continue
  const data = fill(make)
  const chunks = chunksOf(data)
  const scan = best(() => {
    scanner.reset()
    for (const chunk of chunks) for (const batch of scanner.push(chunk)) void batch.count
    for (const batch of scanner.finish()) void batch.count
  })
  const walk = best(() => {
    planned.reset()
    for (const chunk of chunks) {
      for (const batch of planned.push(chunk)) {
        for (let i = 0; i < batch.count; i++) if (batch.tag[i] === 0xffff) planned.learn(i, 1)
      }
    }
    for (const batch of planned.finish()) void batch.count
  })
  const small = data.subarray(0, SIZE / 16)
  out.write(
    `${name.padEnd(34)} ${rate(data.length, scan)} ${rate(data.length, walk)} ${rate(
      small.length,
      best(() => parseAll(small)),
    )}\n`,
  )
}
if (!process.argv[2]) {
  const chunks = chunksOf(fill(KINDS['batch input, ASCII']))
  for (const [name, needle, ignoreCase] of [
    ['search', 'no such words', false],
    ['search, any case', 'no such words', true],
    ['search, frequent hits', 'fox', true],
  ]) {
    const search = new LiteralSearch(wasm, Buffer.from(needle), { ignoreCase })
    const seconds = best(() => {
      search.reset()
      for (const chunk of chunks) for (const matches of search.push(chunk)) void matches.offsets
    })
    out.write(`${name.padEnd(34)} ${rate(SIZE, seconds)}\n`)
  }
}
await server.close()

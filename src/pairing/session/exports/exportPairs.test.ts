import { failureOf } from '../../../base/failures.ts'
import fc from 'fast-check'
import { parse } from 'csv-parse/sync'
import { beforeAll, describe, expect, test } from 'vitest'
import { msg, verbatim } from '../../../i18n/message.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { Cancelled } from '../../../base/jobs.ts'
import { openText } from '../../../session/testing/openText.ts'
import { pairExporters } from '../../../exporters/pairs/registry.ts'
import type { PairExportResult } from '../../../contracts/pairingApi.ts'
import { PairingFailure } from '../pairingFailure.ts'
import type { ExportContext } from './exportContext.ts'
import { exportToBlobs, exportToHandle } from './exportPairs.ts'
import { planExport } from './planExport.ts'
import type { WindowSizes } from './readWindows.ts'
import {
  exportRequest,
  memoryHandle,
  openPairs,
  retry,
  type TestedExport,
} from './testing/openPairs.ts'
import { runs } from '../../../tooling/runs.ts'

const REQUESTS = ['a-1', 'a-2', 'b-1', 'b-2', 'b-3', 'c-1'].map(
  (id) =>
    `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","temperature":1.0,"max_completion_tokens":20,"messages":[{"role":"user","content":"Prompt é of ${id}"}]}}`,
)
const REPEATED = (REQUESTS[0] as string).replace('Prompt', 'Repeated')
const BROKEN = '{"custom_id":"d-1","body":{'
const WITHOUT_ID = '{"custom_id":4,"method":"POST","url":"/v1/responses","body":{"model":"m"}}'

function answer(id: string, content: string, finish = 'stop'): string {
  return `{"id":"x","custom_id":"${id}","response":{"status_code":200,"body":{"model":"gpt-6-luna-1","choices":[{"index":0,"finish_reason":"${finish}","message":{"role":"assistant","content":${JSON.stringify(content)}}}],"usage":{"prompt_tokens":10,"completion_tokens":2,"total_tokens":12}}},"error":null}`
}

const FAILED =
  '{"id":"x","custom_id":"b-1","response":null,"error":{"code":"batch_expired","message":"Late."}}'
const CUT_OFF = answer('b-2', 'cut', 'length')
const SUPERSEDED = answer('a-1', 'older')

const OUTPUT = [answer('b-3', '=1+1'), SUPERSEDED, CUT_OFF, answer('zz', 'nobody asked')]
const LATER = [FAILED, answer('a-1', 'newer "one"')]

let context: ExportContext

beforeAll(async () => {
  context = await openPairs([
    { role: 'requests', text: `\uFEFF${[...REQUESTS, REPEATED, BROKEN, WITHOUT_ID].join('\r\n')}` },
    { role: 'answers', text: OUTPUT.join('\n') },
    { role: 'answers', text: LATER.join('\n') },
  ])
})

const go = { check: () => {}, onProgress: () => {} }

async function exported(
  what: TestedExport,
  of: ExportContext = context,
  sizes?: WindowSizes,
): Promise<PairExportResult & { readonly texts: readonly string[] }> {
  const result = await exportToBlobs(of, exportRequest(what), { ...go, sizes })
  const texts = await Promise.all(
    result.files.map(async ({ blob }) =>
      new TextDecoder('utf-8', { ignoreBOM: true }).decode(await blob.arrayBuffer()),
    ),
  )
  return { ...result, texts }
}

function lines(texts: readonly (string | undefined)[]): string {
  return texts.map((text) => `${String(text)}\n`).join('')
}

const FIELDS = ['custom_id', 'outcome', 'answer', 'total_tokens'] as const

const EXPORTS: readonly TestedExport[] = [
  retry(['failed', 'missing', 'cut-off'], { idSuffix: '-x' }),
  { exporterId: 'joinedJsonl', options: { fields: FIELDS } },
  { exporterId: 'joinedCsv', options: { fields: FIELDS } },
  {
    exporterId: 'joinedCsv',
    view: { filter: {}, order: 'requests', group: { kind: 'beforeLast', separator: '-' } },
    options: { fields: FIELDS, byteOrderMark: false },
  },
  { exporterId: 'trainingSet' },
  { exporterId: 'answers' },
  { exporterId: 'answersText', options: { withPrompts: true } },
  { exporterId: 'merged' },
  { exporterId: 'joinedCsv', options: { fields: FIELDS, unfold: true } },
]

test('exports of rows are all tested', () => {
  const ids = pairExporters.filter(({ output }) => output.kind === 'rows').map(({ id }) => id)
  expect(ids.toSorted()).toEqual(
    [...new Set(EXPORTS.map(({ exporterId }) => exporterId))].toSorted(),
  )
})

describe('a retry file', () => {
  test('has the bytes of failed requests', async () => {
    const { files, texts, written } = await exported(retry(['failed']))
    expect(files.map(({ name }) => name)).toEqual(['0-retry.jsonl'])
    expect(texts).toEqual([lines([REQUESTS[2]])])
    expect(written).toBe(1)
  })

  test('has missing ones, each id once, and says what cannot be sent', async () => {
    const { texts, leftOut } = await exported(retry(['missing']))
    expect(texts).toEqual([lines([REQUESTS[1], REQUESTS[5]])])
    expect(inEnglish(leftOut)).toEqual([
      { count: 1, reason: 'the line of the request is not valid JSON' },
      { count: 1, reason: 'the request has no id that is text' },
    ])
  })

  test('has what is not usable for the reasons that are wanted', async () => {
    expect((await exported(retry(['cut-off']))).texts).toEqual([lines([REQUESTS[3]])])
    expect((await exported(retry(['empty']))).texts).toEqual([''])
  })

  test('keeps to the view, in the order of the requests', async () => {
    const b = {
      filter: { group: 'b' },
      order: 'ids',
      group: { kind: 'beforeLast', separator: '-' },
    } as const
    expect((await exported({ ...retry(['failed', 'missing', 'cut-off']), view: b })).texts).toEqual(
      [lines([REQUESTS[2], REQUESTS[3]])],
    )
  })

  test('is validated valid as batch input, with all changes', async () => {
    const { texts } = await exported(
      retry(['failed', 'missing'], { model: 'gpt-6-sol', tokenLimit: 900, idSuffix: '-2' }),
    )
    const document = await openText(texts[0] as string, { formatId: 'batchInput' })
    expect(await document.verdicts()).toEqual(['valid', 'valid', 'valid'])
    const records = (texts[0] as string)
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line))
    expect(records.map(({ custom_id }) => custom_id)).toEqual(['a-2-2', 'b-1-2', 'c-1-2'])
    for (const { body } of records) {
      expect(body).toMatchObject({ model: 'gpt-6-sol', max_completion_tokens: 900 })
    }
  })

  test('is split by model and endpoint', async () => {
    const request = (id: number, url: string, model: string) =>
      `{"custom_id":"${id}","url":"${url}","body":{"model":"${model}","input":"x"}}`
    const requests = [
      request(1, '/v1/responses', 'm'),
      request(2, '/v1/embeddings', 'm'),
      request(3, '/v1/responses', 'n'),
      request(4, '/v1/responses', 'm'),
    ]
    const mixed = await openPairs([{ role: 'requests', text: lines(requests) }])
    const split = await exported(retry(['missing']), mixed)
    expect(split.files.map(({ name }) => name)).toEqual([
      '0-retry-1.jsonl',
      '0-retry-2.jsonl',
      '0-retry-3.jsonl',
    ])
    expect(split.texts).toEqual([
      lines([requests[0], requests[3]]),
      lines([requests[1]]),
      lines([requests[2]]),
    ])
    const ofOne = await exported(retry(['missing'], { model: 'z' }), mixed)
    expect(ofOne.files).toHaveLength(2)
    const plan = exportRequest(retry(['missing']))
    for (const triedBytes of [0, undefined]) {
      const { count, fileNames } = await planExport(mixed, plan, { ...go, triedBytes })
      expect({ count, fileNames }).toEqual({
        count: 4,
        fileNames: ['0-retry-1.jsonl', '0-retry-2.jsonl', '0-retry-3.jsonl'],
      })
    }
  })

  test('is of several models where batches may be', async () => {
    const requests = ['m', 'n'].map(
      (model) =>
        `{"custom_id":"${model}","params":{"model":"${model}","max_tokens":1,"messages":[]}}`,
    )
    const messages = await openPairs([
      { role: 'requests', text: lines(requests), providerId: 'anthropic' },
    ])
    expect((await exported(retry(['missing']), messages)).texts).toEqual([lines(requests)])
  })

  test('is split at 50,000 requests and at 50,000 inputs to embed', async () => {
    const many = Array.from(
      { length: 50_001 },
      (_, i) => `{"custom_id":"${i}","body":{"prompt":""}}`,
    )
    const long = await openPairs([{ role: 'requests', text: lines(many) }])
    const { texts } = await exported(retry(['missing']), long)
    expect(texts).toEqual([lines(many.slice(0, 50_000)), lines(many.slice(50_000))])

    const inputs = JSON.stringify(Array.from({ length: 20_000 }, () => 'x'))
    const embeddings = [1, 2, 3].map(
      (id) => `{"custom_id":"${id}","url":"/v1/embeddings","body":{"input":${inputs}}}`,
    )
    const wide = await openPairs([{ role: 'requests', text: lines(embeddings) }])
    const split = await exported(retry(['missing']), wide)
    expect(split.texts).toEqual([lines(embeddings.slice(0, 2)), lines(embeddings.slice(2))])
  }, 60_000)
})

test('answers are in the order of the requests, their bytes as they are', async () => {
  const { texts, leftOut } = await exported({
    exporterId: 'answers',
    view: { filter: {}, order: 'ids' },
  })
  expect(texts).toEqual([lines([LATER[1], FAILED, CUT_OFF, OUTPUT[0]])])
  expect(inEnglish(leftOut)).toEqual([{ count: 5, reason: 'there is no answer' }])
})

test('merged answers are in the order of the files, one for each id', async () => {
  const { texts, written } = await exported({ exporterId: 'merged' })
  expect(texts).toEqual([lines([OUTPUT[0], CUT_OFF, OUTPUT[3], FAILED, LATER[1]])])
  expect(written).toBe(5)
})

test('groups are rows of CSV of equal length', async () => {
  const { texts, written } = await exported(EXPORTS[3] as TestedExport)
  const rows: string[][] = parse(texts[0] as string)
  expect(written).toBe(rows.length - 1)
  expect(rows.map(([group]) => group)).toEqual(['group', 'a', 'b', 'c', 'd', '4', 'zz'])
  expect(rows[1]?.slice(1, 5)).toEqual(['a-1', 'succeeded', 'newer "one"', '12'])
  expect(rows[2]?.slice(-4)).toEqual(['', '', '', ''])
  expect(rows[2]?.[11]).toBe("'=1+1")
})

test('a report names files, counts and ids', async () => {
  const { texts } = await exported(
    { exporterId: 'report' },
    {
      ...context,
      facts: {
        ...context.facts,
        summary: {
          errors: [{ value: 'batch_expired', count: 1, message: verbatim('Late.') }],
          finishReasons: [],
          statuses: [],
          unusable: [],
          models: [],
          usage: {
            answers: 0,
            prompt: 0,
            cached: 0,
            cacheWritten: 0,
            cacheWrittenHour: 0,
            completion: 0,
            reasoning: 0,
            total: 0,
          },
          spreads: [],
          cost: { cost: { standard: 0, batch: 0 }, saved: 0, unpricedAnswers: 0, models: [] },
          pricesOf: '2026-01-01',
          nearMisses: [],
        },
      },
    },
  )
  expect(texts[0]).toContain('| Failed | 1 |')
  expect(texts[0]).toContain('| batch\\_expired | 1 | Late. |')
  expect(texts[0]).toContain('## Failed\n\n- b-1\n')
})

describe.each(EXPORTS.map((what, i) => [`${what.exporterId} ${i}`, what] as const))(
  '%s',
  (_, what) => {
    test('is the same for windows of any size', async () => {
      const whole = await exported(what)
      await fc.assert(
        fc.asyncProperty(
          fc.integer({ min: 1, max: 3000 }),
          fc.integer({ min: 1, max: 9 }),
          fc.integer({ min: 1, max: 1500 }),
          async (bytes, rows, asked) => {
            const sizes = { bytes, rows, asked }
            const { texts, written, leftOut } = await exported(what, context, sizes)
            expect({ texts, written, leftOut }).toEqual({
              texts: whole.texts,
              written: whole.written,
              leftOut: whole.leftOut,
            })
          },
        ),
        runs(20),
      )
    })

    test('is written to a file as for a download, and planned as it is', async () => {
      const request = exportRequest(what)
      const { handle, text } = memoryHandle()
      const result = await exportToHandle(context, request, handle, go)
      const whole = await exported(what)
      // A Blob's text leaves a byte order mark away.
      expect([text()]).toEqual(whole.texts.map((each) => each.replace(/^\uFEFF/, '')))
      expect(result).toEqual({ files: [], written: whole.written, leftOut: whole.leftOut })
      const plan = await planExport(context, request, go)
      expect(plan.count).toBe(whole.written)
      expect(plan.fileNames).toEqual(whole.files.map(({ name }) => name))
      for (const { count } of whole.leftOut) {
        expect(inEnglish(plan.notes).some((note) => note.startsWith(`${count} row`))).toBe(true)
      }
    })

    test('leaves nothing when it is stopped, wherever it is', async () => {
      const request = exportRequest(what)
      // How often it looks depends on the time that it takes: until one is not stopped any more.
      let stops = 0
      for (let isStopped = true; isStopped; ) {
        const { handle, text, isAborted } = memoryHandle()
        let left = stops
        const check = () => {
          if (left-- === 0) throw new Cancelled()
        }
        const control = { ...go, check, sizes: { rows: 2 } }
        isStopped = await exportToHandle(context, request, handle, control).then(
          () => false,
          (error: unknown) => error instanceof Cancelled,
        )
        if (!isStopped) break
        stops++
        expect(text()).toBe('before')
        expect(isAborted()).toBe(true)
      }
      expect(stops).toBeGreaterThan(2)
    })
  },
)

test('what takes several files is not written into one', async () => {
  const requests = ['m', 'n'].map((model) => `{"custom_id":"${model}","body":{"model":"${model}"}}`)
  const mixed = await openPairs([{ role: 'requests', text: lines(requests) }])
  const { handle, text, isAborted } = memoryHandle()
  const request = exportRequest(retry(['missing']))
  await expect(exportToHandle(mixed, request, handle, go)).rejects.toThrow(PairingFailure)
  expect([text(), isAborted()]).toEqual(['before', true])
})

test('a document that cannot be read ends the export', async () => {
  const closed = await openPairs([{ role: 'requests', text: lines(REQUESTS) }])
  const failing: ExportContext = {
    ...closed,
    pairing: {
      ...closed.pairing,
      requestSources: closed.pairing.requestSources.map((source) => ({
        ...source,
        port: {
          ...source.port,
          readContents: () =>
            Promise.resolve({
              ok: false,
              failure: failureOf('file-gone', msg('Gone.')),
            } as const),
        },
      })),
    },
  }
  await expect(exported(retry(['missing']), failing)).rejects.toMatchObject({
    failure: failureOf('file-gone', msg('Gone.')),
  })
})

test('the plan of a retry says what the user should know', async () => {
  const long = 'i'.repeat(511)
  const requests = [
    '{"custom_id":"a","url":"/v1/chat/completions","body":{"messages":[]}}',
    '{"custom_id":"b","url":"/v1/chat/completions","body":{"messages":[],"max_tokens":900}}',
    '{"custom_id":"c","url":"/v1/embeddings","body":{"input":"x"}}',
    '{"custom_id":"a-2","url":"/v1/chat/completions","body":{"messages":[],"max_tokens":9}}',
    `{"custom_id":"${long}","url":"/v1/chat/completions","body":{"messages":[],"max_tokens":9}}`,
  ]
  const pairs = await openPairs([{ role: 'requests', text: lines(requests) }])
  const what = retry(['missing', 'cut-off'], { tokenLimit: 900, idSuffix: '-2' })
  const { notes, count } = await planExport(pairs, exportRequest(what), go)
  expect(count).toBe(5)
  expect(inEnglish(notes)).toEqual([
    '1 request sets no limit of tokens; it gets the new one.',
    '1 request has a limit that is not lower and keeps it.',
    '1 request is of a kind without a limit of tokens.',
    '1 id becomes longer than the 512 characters that are allowed.',
    '1 id becomes that of another request; choose another suffix.',
    'It takes several files: a batch is of one model and one endpoint, and has at most 50,000 requests and 200 MB.',
  ])
  const plain = exportRequest(retry(['missing', 'cut-off']))
  expect(inEnglish((await planExport(pairs, plain, go)).notes)).toContain(
    'Answers that were cut off will be again, unless more tokens are allowed.',
  )
})

// Whole runs of 'Convert to another provider': the file, its findings, and what was left out.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { neverCancelled } from '../../base/jobs.ts'
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import { runs } from '../../tooling/runs.ts'
import { translateLine } from '../../translation/translate.ts'
import { ConversionSession } from './conversionSession.ts'
import { translateChunks } from './translateChunks.ts'

const OPTIONS = { target: 'anthropicMessages', model: 'claude-sonnet-5', maxTokens: 300 }

function request(id: string, more: object = {}): string {
  const messages = [{ role: 'user', content: '你好' }]
  const body = { model: 'gpt-6-luna', messages, ...more }
  return JSON.stringify({ custom_id: id, method: 'POST', url: '/v1/chat/completions', body })
}

const makeSession = () =>
  new ConversionSession({
    store: undefined,
    loadScanner: loadScannerModule,
    room: async () => 2 ** 40,
  })

async function translated(bytes: Uint8Array, cut = bytes.length) {
  const parts: Uint8Array<ArrayBuffer>[] = []
  async function* chunks() {
    for (let at = 0; at < bytes.length; at += cut) yield bytes.subarray(at, at + cut)
  }
  const result = await translateChunks(chunks(), OPTIONS, {
    job: neverCancelled,
    write: async (part) => void parts.push(part),
  })
  return { ...result, text: await new Blob(parts).text() }
}

const encoder = new TextEncoder()

describe('lines', () => {
  test('become the lines that each becomes by itself, with its notes, however they are cut', async () => {
    const line = fc.constantFrom(
      request('a'),
      request('b', { max_tokens: 5 }),
      request('c', { seed: 7 }),
      '',
      ' \t',
      '\u00a0',
      '{"a":',
      '{"a":1}',
    )
    await fc.assert(
      fc.asyncProperty(
        fc.array(line),
        fc.constantFrom('\n', '\r\n'),
        fc.boolean(),
        fc.integer({ min: 1, max: 400 }),
        async (lines, lineEnd, hasMark, cut) => {
          const all = [request('first'), ...lines]
          const text = `${hasMark ? '\ufeff' : ''}${all.join(lineEnd)}`
          const result = await translated(encoder.encode(text), cut)
          const made = all.map((each) =>
            /^[ \t]*$/.test(each) ? undefined : translateLine(each, OPTIONS),
          )
          const done = made.flatMap((each) => (each?.ok ? [each] : []))
          expect(result.text).toBe(done.map((each) => `${each.line}\n`).join(''))
          expect([result.lines, result.bytes]).toEqual([
            done.length,
            encoder.encode(result.text).length,
          ])
          const { byLine, findings, sets } = result.attached
          expect(
            Array.from(byLine, (set) => (sets[set] ?? []).map((place) => findings[place]?.message)),
          ).toEqual(done.map(({ notes }) => expect.arrayContaining(notes.map((n) => n.message))))
          const rows = made.flatMap((each, at) => (each && !each.ok ? [at + 1] : []))
          expect(result.details.map(({ row }) => row)).toEqual(rows)
          expect([result.lost, result.changed]).toEqual([rows.length, 0])
        },
      ),
      runs(120),
    )
  })

  test('that are not UTF-8 are left out, with their beginning', async () => {
    const broken = Uint8Array.of(0x7b, 0xff, 0x7d, 0x0a)
    const whole = encoder.encode(`${request('a')}\n`)
    const { details, lines } = await translated(
      new Uint8Array(await new Blob([broken, whole]).arrayBuffer()),
    )
    expect(lines).toBe(1)
    expect(details).toMatchObject([{ row: 1, text: '{\ufffd}', isLost: true }])
  })
})

describe('a translation', () => {
  test('gives a file, and says how many lines need attention', async () => {
    const schema = { response_format: { type: 'json_object' }, max_tokens: 9 }
    const file = new Blob([`${request('a')}\n${request('b', schema)}\n[]\n`])
    const made = await makeSession().translate(
      { jobId: 'a', file, choice: OPTIONS, name: 'a.anthropic.jsonl' },
      () => {},
    )
    if (!made.ok) throw new Error(made.failure.code)
    expect(made.value).toMatchObject({ lines: 2, lost: 1, needAttention: 1 })
    expect(made.value.file.name).toBe('a.anthropic.jsonl')
    const [first] = (await made.value.file.text()).split('\n')
    // What was typed needs no attention, and is told all the same.
    expect(made.value.attached.findings.map(({ code, severity }) => [code, severity])).toEqual([
      ['translation-token-limit-added', 'hint'],
      ['translation-json-mode-dropped', 'warning'],
    ])
    expect(JSON.parse(first ?? '')).toMatchObject({
      custom_id: 'a',
      params: { model: 'claude-sonnet-5', max_tokens: 300 },
    })
  })

  test('that gives no line, or is cancelled, leaves nothing', async () => {
    const session = makeSession()
    const ask = (text: string, jobId: string) => {
      const file = new Blob([text])
      return session.translate({ jobId, file, choice: OPTIONS, name: 'a.jsonl' }, () => {})
    }
    expect(await ask('{}\n', 'a')).toMatchObject({ failure: { code: 'nothing-translated' } })
    expect(await ask('\n', 'b')).toMatchObject({ failure: { code: 'nothing-translated' } })
    const running = ask(`${request('a')}\n`, 'c')
    await session.cancel('c')
    expect(await running).toMatchObject({ failure: { code: 'cancelled' } })
  })
})

describe('a preview', () => {
  const preview = async (text: string, choice?: { target: string; maxTokens?: number }) => {
    const shown = await makeSession().previewTranslation({ file: new Blob([text]), choice })
    if (!shown.ok) throw new Error(shown.failure.code)
    return shown.value
  }

  test('says what lines are, proposes another provider, and shows the first of them', async () => {
    const requests = ['a', 'b', 'c', 'd', 'e'].map((id) => request(id))
    const shown = await preview(['', '[', ...requests].join('\n'))
    expect(shown).toMatchObject({
      shape: { id: 'openaiChat' },
      target: 'anthropicMessages',
      needsTokenLimit: true,
      isCut: true,
    })
    // Nobody embeds a conversation.
    expect(shown.targets.map(({ id }) => id)).not.toContain('openaiEmbeddings')
    expect(shown.targets.map(({ id }) => id)).not.toContain('openaiChat')
    const [broken, first] = shown.lines
    expect(broken).toMatchObject({ line: 2, before: '[', notes: [] })
    expect(broken?.reason).toBeDefined()
    expect(first).toMatchObject({ line: 3, before: request('a') })
    expect(first?.notes.map(({ code }) => code)).toContain('token-limit-added')
    expect(shown.lines).toHaveLength(5)
  })

  test('is of the target that was chosen', async () => {
    const shown = await preview(request('a'), { target: 'gemini' })
    expect(shown).toMatchObject({ target: 'gemini', needsTokenLimit: false, isCut: false })
    expect(shown.lines[0]?.after).toContain('"contents"')
  })

  test('of other lines says that they are no requests', async () => {
    expect(await preview('{"a":1}\n')).toMatchObject({ targets: [], lines: [] })
    expect((await preview('{"a":1}\n')).shape).toBeUndefined()
    expect((await preview('')).shape).toBeUndefined()
  })
})

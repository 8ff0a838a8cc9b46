// What is said of a document after any edits is what is said of its lines when they are opened as a file: verdicts,
// causes with their counts, what is said of the file, and how much of each limit is used.
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { valueOf } from '../base/testing/valueOf.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import type { DocumentFacts } from '../contracts/documentApi.ts'
import type { DocumentSession } from './documentSession.ts'
import { runs } from '../tooling/runs.ts'
import { openText, type OpenedText } from './testing/openText.ts'

const chat = (id: unknown, body: object = {}, url = '/v1/chat/completions'): string =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url,
    body: { model: 'gpt-6-luna', messages: [{ role: 'user', content: 'Hi' }], ...body },
  })

const embedding = (id: string, input: unknown): string =>
  JSON.stringify({
    custom_id: id,
    method: 'POST',
    url: '/v1/embeddings',
    body: { model: 'text-embedding-3-small', input },
  })

const result = (id: string, error: unknown = null): string =>
  JSON.stringify({
    id: 'r',
    custom_id: id,
    response: error === null ? { status_code: 200, request_id: 'q', body: {} } : null,
    error,
  })

const example = (question: string, answer: object = { content: 'Yes' }): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', ...answer },
    ],
  })

const BROKEN = ['', '{"custom_id":"a",', '{', '"a": 1', '}', '[1]', '{"a":1}{"a":2}', 'words']

/** By format: lines that an edit may write. */
const LINES: Readonly<Record<string, readonly string[]>> = {
  batchInput: [
    chat('a'),
    chat('b'),
    chat('c'),
    chat('a').replace('"a"', '"\\u0061"'),
    chat('d', { model: 'gpt-4.1' }),
    chat('e', { model: 'gpt-4.1' }),
    chat('f', { user: 'x', max_tokens: 5, model: 'gpt-4.1' }),
    chat('g', {}, '/v1/responses'),
    chat('h', { stream: true }),
    chat(5),
    chat(''),
    chat('i', { odd: 1 }),
    chat('j').replace('"method"', '"url":"/v1/embeddings","method"'),
    embedding('k', ['x', 'y', 'z']),
    embedding('l', 'x'),
    embedding('a', [[1, 2], [3]]),
    example('mixed'),
    result('m'),
  ],
  chatFineTuning: [
    ...['a', 'b', 'c', 'd', 'e', 'f', 'g', 'h', 'i', 'j', 'k'].map((each) => example(each)),
    example('a', { content: 'No' }),
    example('l', { content: 'x', weight: 0 }),
    example('m', { content: '' }),
    chat('n'),
  ],
  batchOutput: [
    result('a'),
    result('b'),
    result('c', { code: 'batch_expired', message: 'x' }),
    result('d').replace('200', '400'),
    result('e').replace('{}', '{"choices":[]}'),
  ],
  plainJsonl: ['{"a":1}', '{"a":2}', '{"a":1,"b":2}', '{ "a":1}', '3'],
}

type Step =
  | { readonly kind: 'replace' | 'insert'; readonly at: number; readonly lines: readonly number[] }
  | { readonly kind: 'delete'; readonly at: readonly number[] }
  | { readonly kind: 'move'; readonly at: number; readonly by: -1 | 1 }
  | { readonly kind: 'duplicate'; readonly at: number }
  | { readonly kind: 'fixAll'; readonly cause: number }
  | { readonly kind: 'undo' | 'redo' }

const place = fc.nat(40)
const step: fc.Arbitrary<Step> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('replace' as const, 'insert' as const),
    at: place,
    lines: fc.array(fc.nat(60), { minLength: 1, maxLength: 3 }),
  }),
  fc.record({ kind: fc.constant('delete' as const), at: fc.uniqueArray(place, { maxLength: 6 }) }),
  fc.record({
    kind: fc.constant('move' as const),
    at: place,
    by: fc.constantFrom(-1 as const, 1 as const),
  }),
  fc.record({ kind: fc.constant('duplicate' as const), at: place }),
  fc.record({ kind: fc.constant('fixAll' as const), cause: fc.nat(9) }),
  fc.record({ kind: fc.constantFrom('undo' as const, 'redo' as const) }),
)

async function take(opened: OpenedText, done: Step, pool: readonly string[]): Promise<void> {
  const { session, facts } = opened
  const { lines, causes } = facts()
  const textsOf = (picks: readonly number[]) => picks.map((pick) => pool[pick % pool.length] ?? '')
  const idOf = async (at: number) => (await idIn(session, at % Math.max(1, lines))) ?? undefined
  switch (done.kind) {
    case 'undo':
      await session.undo()
      return
    case 'redo':
      await session.redo()
      return
    case 'insert':
      await session.edit({
        kind: 'insert',
        at: done.at % (lines + 1),
        texts: textsOf(done.lines),
      })
      return
    case 'delete': {
      const ids = await Promise.all(done.at.map(idOf))
      const known = new Set(ids.filter((id) => id !== undefined))
      await session.edit({ kind: 'delete', ids: [...known] })
      return
    }
    case 'fixAll': {
      await session.fixCounting.done()
      const cause = causes[done.cause % Math.max(1, causes.length)]
      if (cause) await session.fixAll(cause.code, undefined, 'fix', () => {})
      return
    }
    case 'replace':
    case 'move':
    case 'duplicate': {
      const id = await idOf(done.at)
      if (id === undefined) return
      if (done.kind === 'replace')
        await session.edit({ kind: 'replace', id, texts: textsOf(done.lines) })
      else if (done.kind === 'move') await session.edit({ kind: 'move', id, by: done.by })
      else await session.edit({ kind: 'duplicate', id })
    }
  }
}

async function idIn(session: DocumentSession, at: number) {
  return valueOf(await session.lineIdAt(at)).line?.id
}

/** All that is said, but for what is about the steps that led there. */
function said(facts: DocumentFacts): object {
  const { lines, invalid, warnings, attention, blank, bytes, meters, fileFindings } =
    inEnglish(facts)
  const causes = facts.causes.map(({ code, severity, count, isNotice }) => ({
    code,
    severity,
    count,
    isNotice,
  }))
  return {
    counts: { lines, invalid, warnings, attention, blank, bytes },
    meters,
    causes: causes.toSorted((one, other) => (one.code < other.code ? -1 : 1)),
    files: fileFindings
      .filter(({ code }) => code !== 'missing-final-newline')
      .map(({ code, severity, message, lines: named, isNotice }) => ({
        code,
        severity,
        isNotice,
        // Values that as many lines have stand in the order in which they came.
        ...(code.startsWith('mixed-') ? {} : { message, named }),
      })),
  }
}

test.each(Object.keys(LINES))(
  '%s: what is said after edits is what is said of the lines opened as a file',
  async (formatId) => {
    const pool = [...(LINES[formatId] ?? []), ...BROKEN]
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.nat(60), { minLength: 1, maxLength: 30 }),
        fc.array(step, { minLength: 1, maxLength: 12 }),
        async (first, steps) => {
          const name = 'lines.jsonl'
          const content = first.map((pick) => `${pool[pick % pool.length]}\n`).join('')
          const opened = await openText(content, { formatId, name })
          for (const done of steps) await take(opened, done, pool)
          const texts = await opened.texts()
          const again = await openText(texts.map((text) => `${text}\n`).join(''), {
            formatId,
            name,
          })
          expect(await opened.verdicts()).toEqual(await again.verdicts())
          expect(said(opened.facts())).toEqual(said(again.facts()))
        },
      ),
      runs(15),
    )
  },
)

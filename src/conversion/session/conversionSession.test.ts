import { gzipSync } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { codeOf, makeSession, noProgress, valueOf } from './testing/makeSession.ts'

const LINES = Array.from({ length: 300_000 }, (_, id) => `{"id":${id}}\n`).join('')

describe('converting', () => {
  test('begins with what the file looks like, and gives a file of lines', async () => {
    const { session, store } = makeSession()
    const file = new Blob([`[${LINES.trimEnd().replaceAll('\n', ',\n')}]`])
    const { encoding, sources } = valueOf(await session.inspect({ file, name: 'a.json' }))
    const [first] = sources
    expect([encoding, first?.id, first?.isRecognised]).toEqual(['utf-8', 'jsonArray', true])
    const choice = { file, encoding, sourceId: 'jsonArray', options: first?.values ?? {} }
    expect(valueOf(await session.preview(choice)).lines).toHaveLength(20)
    const made = valueOf(
      await session.convert({ ...choice, jobId: 'a', name: 'a.jsonl' }, noProgress),
    )
    expect([made.lines, made.lost, made.file.name]).toEqual([300_000, 0, 'a.jsonl'])
    expect((await made.file.text()) === LINES).toBe(true)
    expect(store.files.size).toBe(1)
    await session.discard(made.id)
    expect(store.files.size).toBe(0)
  })

  test('does not take away files of a worker that came after it', async () => {
    const choice = { encoding: 'utf-8', sourceId: 'jsonLines', options: {} } as const
    const request = { ...choice, file: new Blob([LINES]), jobId: 'a', name: 'a.jsonl' }
    const earlier = valueOf(await makeSession().session.convert(request, noProgress))
    const { session, store } = makeSession()
    const made = valueOf(await session.convert(request, noProgress))
    await session.discard(earlier.id)
    expect(store.files.size).toBe(1)
    await session.discard(made.id)
    expect(store.files.size).toBe(0)
  })

  test('leaves nothing when it is cancelled, and knows its sources', async () => {
    const { session, store } = makeSession()
    const request = {
      file: new Blob([LINES]),
      encoding: 'utf-8',
      sourceId: 'jsonLines',
      options: {},
      jobId: 'a',
      name: 'a.jsonl',
    } as const
    const converting = session.convert(request, noProgress)
    await session.cancel('a')
    expect(codeOf(await converting)).toBe('cancelled')
    expect(store.files.size).toBe(0)
    expect(codeOf(await session.convert({ ...request, sourceId: 'none' }, noProgress))).toBe(
      'unknown-source',
    )
  })
})

describe('unpacking', () => {
  const request = { jobId: 'u', name: 'x.jsonl.gz', index: 0, allowsAnyRatio: false }

  test('gives what is packed, without its folders', async () => {
    const { session } = makeSession()
    const file = new Blob([gzipSync(LINES)])
    const name = 'x.jsonl.gz'
    expect(valueOf(await session.contents(file, name))).toEqual([
      { name: 'x.jsonl', size: LINES.length },
    ])
    const made = valueOf(await session.unpack({ ...request, file }, noProgress))
    expect([made.file.name, made.problem]).toEqual(['x.jsonl', undefined])
    expect((await made.file.text()) === LINES).toBe(true)
  })

  test('what is damaged is called incomplete', async () => {
    const { session } = makeSession()
    const file = new Blob([gzipSync(LINES).subarray(0, -5)])
    const made = valueOf(await session.unpack({ ...request, file }, noProgress))
    expect(made.file.name).toBe('x-incomplete.jsonl')
    expect(inEnglish(made.problem ?? { source: '' })).toMatch(/damaged/)
  })

  test('nothing is left of what is too large, and other files are refused', async () => {
    const { session, store } = makeSession(1_000_000)
    const file = new Blob([gzipSync(LINES)])
    expect(codeOf(await session.unpack({ ...request, file }, noProgress))).toBe('unpack-too-large')
    expect(store.files.size).toBe(0)
    expect(codeOf(await session.contents(new Blob(['{}']), 'a.jsonl'))).toBe('unpack-refused')
  })
})

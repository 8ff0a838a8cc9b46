import { describe, expect, test } from 'vitest'
import type { LineId } from '../base/units.ts'
import { inEnglish } from '../i18n/testing/inEnglish.ts'
import { openText } from './testing/openText.ts'

function request(id: string, model = 'gpt-6-luna', url = '/v1/chat/completions'): string {
  return JSON.stringify({
    custom_id: id,
    method: 'POST',
    url,
    body: { model, messages: [{ role: 'user', content: 'Hello' }] },
  })
}

function causes(facts: { causes: readonly { code: string; count: number }[] }): object {
  return Object.fromEntries(facts.causes.map(({ code, count }) => [code, count]))
}

describe('validating', () => {
  test('counts verdicts and causes, blank lines apart', async () => {
    const { facts, verdicts } = await openText(
      `${request('a')}\n\n${request('b').replace(/}$/, ',}')}\n${request('c')}\n`,
    )
    expect(await verdicts()).toEqual(['valid', 'blank', 'invalid', 'valid'])
    expect(facts()).toMatchObject({ state: 'ready', lines: 4, invalid: 1, warnings: 0, blank: 1 })
    expect(facts().formatId).toBe('batchInput')
    expect(causes(facts())).toEqual({ 'trailing-comma': 1, 'blank-line': 1 })
  })

  test('the second and every later line with a key is the wrong one', async () => {
    const { session, facts, verdicts } = await openText(
      [request('a'), request('b'), request('a'), request('a')].join('\n'),
    )
    expect(await verdicts()).toEqual(['valid', 'valid', 'invalid', 'invalid'])
    expect(causes(facts())).toEqual({ 'duplicate-custom-id': 2, 'custom-id-repeated': 1 })
    const detail = await session.readLine(0 as LineId)
    expect(detail.ok && detail.value.diagnostics[0]?.relatedLines).toEqual([3, 4])
  })

  test('a single odd model is the fault of its line, several are one of the file', async () => {
    const odd = await openText([request('a'), request('b'), request('c', 'other')].join('\n'))
    expect(await odd.verdicts()).toEqual(['valid', 'valid', 'invalid'])
    expect(odd.facts().fileFindings.map((each) => each.code)).not.toContain('mismatched-model')
    const many = await openText(
      [request('a'), request('b'), request('c', 'x'), request('d', 'x')].join('\n'),
    )
    expect(many.facts().invalid).toBe(0)
    expect(many.facts().fileFindings.some((each) => each.severity === 'error')).toBe(true)
  })

  test('what stops nothing and most lines have is a notice, until an edit makes it rare', async () => {
    const old = (id: string): string =>
      request(id).replace('"messages"', '"max_tokens":9,"messages"').replace('gpt-6-luna', 'gpt-4o')
    const code = 'deprecated:body.max_tokens'
    const opened = await openText(
      [old('a'), old('b'), request('c').replace('gpt-6-luna', 'gpt-4o')].join('\n'),
    )
    const notice = (): object | undefined =>
      opened.facts().causes.find((cause) => cause.code === code)
    expect(notice()).toMatchObject({ severity: 'hint', isNotice: true, count: 2 })
    expect(opened.facts()).toMatchObject({ invalid: 0, warnings: 0 })
    expect(await opened.verdicts()).toEqual(['valid', 'valid', 'valid'])
    const detail = await opened.session.readLine(0 as LineId)
    expect(detail.ok && detail.value).toMatchObject({
      verdict: 'valid',
      diagnostics: [{ code, severity: 'hint' }],
    })
    const { revision } = opened.facts()
    await opened.session.edit({ kind: 'delete', ids: [0 as LineId] })
    expect(notice()).toMatchObject({ severity: 'warning', isNotice: false, count: 1 })
    expect(opened.facts()).toMatchObject({ warnings: 1 })
    expect(opened.facts().revision).toBeGreaterThan(revision)
    await opened.session.undo()
    expect(opened.facts()).toMatchObject({ warnings: 0 })
  })

  test('results that failed or were cut off are valid lines that need attention', async () => {
    const result = (id: string, response: unknown, error: unknown = null): string =>
      JSON.stringify({ id: `b-${id}`, custom_id: id, response, error })
    const answer = (reason: string): unknown => ({
      status_code: 200,
      request_id: 'r',
      body: { choices: [{ message: { content: 'Yes' }, finish_reason: reason }] },
    })
    const { session, facts, verdicts } = await openText(
      [
        result('a', answer('stop')),
        result('b', answer('length')),
        result('c', null, { code: 'batch_expired', message: 'Too late.' }),
      ].join('\n'),
    )
    expect(await verdicts()).toEqual(['valid', 'valid', 'valid'])
    expect(facts()).toMatchObject({ invalid: 0, warnings: 0, attention: 2 })
    const rows = await session.readRows({ kind: 'attention' }, 0, 9)
    expect(rows.ok && inEnglish(rows.value.rows.map((row) => [row.line, row.finding]))).toEqual([
      [2, 'Answer was cut off'],
      [3, 'Request expired'],
    ])
  })

  test('an empty file and a file of one byte are ready', async () => {
    expect((await openText('')).facts()).toMatchObject({ state: 'ready', lines: 0 })
    expect((await openText('{')).facts()).toMatchObject({ state: 'ready', lines: 1, invalid: 1 })
    expect((await openText('\n')).facts()).toMatchObject({ state: 'ready', lines: 1, invalid: 0 })
  })

  test('a document over several lines is one cause, and objects in it are lines', async () => {
    const { facts, verdicts } = await openText('[\n{"a":[\n1,\n2\n]},\n{"b":1}\n]\n')
    expect(causes(facts())).toEqual({ 'json-array': 6 })
    expect(await verdicts()).toEqual([...Array(5).fill('invalid'), 'valid', 'invalid'])
  })

  test('compressed files are refused by name', async () => {
    const { facts } = await openText(new Uint8Array([0x1f, 0x8b, 8, 0, 0, 0]), { name: 'x.jsonl' })
    expect(facts().state).toBe('failed')
    expect(inEnglish(facts().failure?.message)).toContain('gzip')
  })
})

describe('editing', () => {
  test('a change to one of two equal keys frees the other, and undo takes it back', async () => {
    const { session, verdicts, facts } = await openText(
      [request('a'), request('a'), request('c')].join('\n'),
    )
    expect(await verdicts()).toEqual(['valid', 'invalid', 'valid'])
    await session.edit({ kind: 'replace', id: 0 as LineId, texts: [request('z')] })
    expect(await verdicts()).toEqual(['valid', 'valid', 'valid'])
    expect(facts()).toMatchObject({ edited: 1, isDirty: true, invalid: 0 })
    await session.undo()
    expect(await verdicts()).toEqual(['valid', 'invalid', 'valid'])
    expect(facts()).toMatchObject({ edited: 0, isDirty: false, invalid: 1 })
    await session.redo()
    expect(await verdicts()).toEqual(['valid', 'valid', 'valid'])
  })

  test('an export of every line, as it is, counts until the next change', async () => {
    const { session, facts } = await openText('{"a":1}\n{"a":2,}\n')
    const exported = async (kind: 'all' | 'valid', exporterId: string): Promise<boolean> => {
      const request = { jobId: 'export', selection: { kind }, exporterId }
      expect((await session.exportBlob(request, () => {})).ok).toBe(true)
      return facts().isExported
    }
    const replace = (id: number, text: string) =>
      session.edit({ kind: 'replace', id: id as LineId, texts: [text] })
    await replace(0, '{"a":0}')
    expect(await exported('valid', 'jsonl')).toBe(false)
    // It leaves out what is no JSON.
    expect(await exported('all', 'jsonArray')).toBe(false)
    expect(await exported('all', 'jsonl')).toBe(true)
    await replace(1, '{"a":2}')
    expect(facts()).toMatchObject({ isDirty: true, isExported: false })
    // Now these are all of them.
    expect(await exported('valid', 'jsonlNormalised')).toBe(true)
  })

  test('a line that is named twice is deleted once', async () => {
    const { session, facts, verdicts } = await openText([request('a'), request('b')].join('\n'))
    const deleted = await session.edit({ kind: 'delete', ids: [1, 1, 7, 1] as LineId[] })
    expect(deleted).toMatchObject({ ok: true })
    expect(facts()).toMatchObject({ lines: 1 })
    await session.undo()
    expect(await verdicts()).toEqual(['valid', 'valid'])
  })

  test('deleting the first of three equal keys makes the second the first', async () => {
    const { session, verdicts } = await openText(
      [request('a'), request('a'), request('a')].join('\n'),
    )
    await session.edit({ kind: 'delete', ids: [0 as LineId] })
    expect(await verdicts()).toEqual(['valid', 'invalid'])
    await session.undo()
    expect(await verdicts()).toEqual(['valid', 'invalid', 'invalid'])
  })

  test('moving a repeat before the first makes the first the repeat', async () => {
    const { session, texts, verdicts } = await openText(
      [request('a').replace('Hello', 'one'), request('a').replace('Hello', 'two')].join('\n'),
    )
    await session.edit({ kind: 'move', id: 1 as LineId, by: -1 })
    expect((await texts()).map((text) => /one|two/.exec(text)?.[0])).toEqual(['two', 'one'])
    expect(await verdicts()).toEqual(['valid', 'invalid'])
  })

  test('fix all is one step of undo', async () => {
    const broken = ['a', 'b', 'c'].map((id) => request(id).replace(/}$/, ',}'))
    const { session, facts, texts, fixFor } = await openText(broken.join('\n'))
    expect(causes(facts())).toEqual({ 'trailing-comma': 3 })
    expect(await fixFor('trailing-comma')).toMatchObject({ id: 'removeTrailingComma', lines: 3 })
    const result = await session.fixAll('trailing-comma', undefined, 'job', () => {})
    expect(result.ok && result.value.fixed).toBe(3)
    expect(result.ok).toBe(true)
    expect(await texts()).toEqual(['a', 'b', 'c'].map((id) => request(id)))
    expect(facts()).toMatchObject({ invalid: 0, edited: 3 })
    await session.undo()
    expect(await texts()).toEqual(broken)
    expect(causes(facts())).toEqual({ 'trailing-comma': 3 })
  })

  test('fix all fixes every place of a line', async () => {
    const line = request('a').replace('"content":"Hello"', '"content":"Hello","x":null,"y":""')
    const { session, facts, texts } = await openText(line)
    for (const { code } of facts().causes) await session.fixAll(code, undefined, 'job', () => {})
    expect(facts()).toMatchObject({ invalid: 0, warnings: 0 })
    expect(await texts()).toEqual([request('a')])
  })

  test('a key that no format knows and someone filled is not removed by fix all', async () => {
    const line = request('a').replace('"content":"Hello"', '"content":"Hello","thinking":false')
    const { session, fixFor, texts } = await openText(line)
    expect(await fixFor('unknown-key')).toBeUndefined()
    const detail = await session.readLine(0 as LineId)
    const offers = detail.ok ? detail.value.fixes : []
    expect(offers.map(({ id, safeForAll }) => [id, safeForAll])).toEqual([['removeKey', false]])
    const done = await session.fixAll('unknown-key', undefined, 'job', () => {})
    expect(done.ok && done.value.fixed).toBe(0)
    expect(await texts()).toEqual([line])
  })

  test('duplicate ids are made unique, all at once', async () => {
    const { session, facts, texts } = await openText(
      ['a', 'a', 'a', 'a-2'].map((id) => request(id)).join('\n'),
    )
    await session.fixAll('duplicate-custom-id', undefined, 'job', () => {})
    const ids = (await texts()).map((text) => JSON.parse(text).custom_id)
    expect(new Set(ids).size).toBe(4)
    expect(facts().invalid).toBe(0)
  })

  test('validating as another format keeps edits, and undo still works afterwards', async () => {
    const { session, facts, texts, verdicts } = await openText(
      [request('a'), '{"a":1}'].join('\n'),
      {
        formatId: 'batchInput',
      },
    )
    await session.edit({ kind: 'replace', id: 1 as LineId, texts: [request('b')] })
    expect(await verdicts()).toEqual(['valid', 'valid'])
    await session.setFormat('plainJsonl', 'job')
    expect(facts()).toMatchObject({ formatId: 'plainJsonl', invalid: 0, edited: 1 })
    await session.setFormat('batchInput', 'job')
    await session.undo()
    expect(await texts()).toEqual([request('a'), '{"a":1}'])
    expect(await verdicts()).toEqual(['valid', 'invalid'])
  })
})

describe('the file as a whole', () => {
  test('line ends and the final newline are fixed as steps of undo', async () => {
    const { session, facts } = await openText('{"a":1}\r\n{"a":2}\n{"a":3}')
    const codes = () => facts().fileFindings.map((finding) => finding.code)
    const exported = async () => {
      const request = { jobId: 'job', selection: { kind: 'all' }, exporterId: 'jsonl' } as const
      const blob = await session.exportBlob(request, () => {})
      return blob.ok ? blob.value.blob.text() : blob.failure.code
    }
    expect(codes()).toEqual(['mixed-line-ends', 'missing-final-newline'])
    await session.edit({ kind: 'fixFile', code: 'missing-final-newline' })
    expect(await exported()).toBe('{"a":1}\r\n{"a":2}\n{"a":3}\n')
    await session.edit({ kind: 'fixFile', code: 'mixed-line-ends' })
    expect(codes()).toEqual([])
    expect(await exported()).toBe('{"a":1}\n{"a":2}\n{"a":3}\n')
    expect(facts()).toMatchObject({ bytes: 24, isDirty: true, edited: 0 })
    await session.undo()
    await session.undo()
    expect(codes()).toEqual(['mixed-line-ends', 'missing-final-newline'])
    expect(await exported()).toBe('{"a":1}\r\n{"a":2}\n{"a":3}')
  })
})

describe('searching', () => {
  test('counts lines, follows edits and finds nothing for an empty query', async () => {
    const { session, facts, texts } = await openText('{"a":"x"}\n{"a":"Y"}\n{"a":"xy"}\n')
    const query = { text: 'y', isRegExp: false, matchCase: false }
    const found = await session.search(query, 'job', () => {})
    expect(found.ok && found.value.matchingLines).toBe(2)
    await session.edit({ kind: 'replace', id: 0 as LineId, texts: ['{"a":"yes"}'] })
    expect(facts().matches).toBe(3)
    expect(await texts({ kind: 'matches' })).toEqual(['{"a":"yes"}', '{"a":"Y"}', '{"a":"xy"}'])
    await session.search({ ...query, text: '' }, 'job', () => {})
    expect(facts().matches).toBe(0)
  })

  test('regular expressions see one line at a time', async () => {
    const { session } = await openText('{"n":12}\n{"n":3}\n{"n":456}')
    const query = { text: '^\\{"n":\\d{2,}\\}$', isRegExp: true, matchCase: true }
    const found = await session.search(query, 'job', () => {})
    expect(found.ok && found.value.matchingLines).toBe(2)
    const bad = await session.search({ ...query, text: '(' }, 'job', () => {})
    expect(bad.ok).toBe(false)
  })
})

import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RenumberCommand } from '../../contracts/chosenLines.ts'
import { runs } from '../../tooling/runs.ts'
import { type OpenedText, openText } from '../testing/openText.ts'
import { idOf, readIdPattern } from './idPattern.ts'

const request = (id: string): string =>
  `{"custom_id" : ${id}, "method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","n":1.0,"seed":9007199254740993,"messages":[{"role":"user","content":"\\u4e2d"}]}}`

const open = (lines: readonly string[]) => openText(lines.join('\n'), { formatId: 'batchInput' })

async function renumber(
  { session }: Pick<OpenedText, 'session'>,
  command: Partial<RenumberCommand> = {},
) {
  const whole: RenumberCommand = {
    kind: 'renumber',
    pattern: 'request-{{#}}',
    start: 1,
    which: 'all',
    ...command,
  }
  const preview = await session.renumberPreview(whole)
  const edited = await session.editMany(whole, 'renumber', () => {})
  if (!edited.ok) {
    expect(preview).toMatchObject({ ok: false, failure: { code: edited.failure.code } })
    return edited.failure.code
  }
  return { fixed: edited.value.fixed, samples: preview.ok ? preview.value.samples : [] }
}

describe('a pattern', () => {
  test('has its number once, padded to as many digits as there are signs', () => {
    const made = (pattern: string, number: number) => {
      const read = readIdPattern(pattern)
      return read.ok ? idOf(read.value, number) : read.failure.code
    }
    expect(made('a-{{#}}', 7)).toBe('a-7')
    expect(made('{{ #### }}.z', 7)).toBe('0007.z')
    expect(made('{{##}}', 1234)).toBe('1234')
    expect(made('{n} {{#}}', 1)).toBe('{n} 1')
    for (const wrong of [
      '',
      'a',
      '{{#}}{{#}}',
      '{{#}}-{{id}}',
      '{{}}',
      `${'x'.repeat(500)}{{#}}`,
    ]) {
      expect(made(wrong, 1)).toBe('bad-option')
    }
  })
})

describe('renumbering', () => {
  test('gives all lines ids in order, and leaves all other bytes', async () => {
    const ids = ['"a"', '"\\u0061"', '7', 'null', '""']
    const opened = await open([
      ...ids.map(request),
      '{"custom_id":',
      '',
      '[1]',
      '{"method":"POST"}',
    ])
    const { fixed, samples } = (await renumber(opened, { pattern: '問-{{##}}', start: 8 })) as {
      fixed: number
      samples: unknown[]
    }
    expect(fixed).toBe(6)
    expect(samples[0]).toEqual({ line: 1, before: 'a', after: '問-08' })
    expect(samples[2]).toEqual({ line: 3, after: '問-10' })
    expect(await opened.texts()).toEqual([
      ...['08', '09', '10', '11', '12'].map((number) => request(`"問-${number}"`)),
      '{"custom_id":',
      '',
      '[1]',
      '{"custom_id":"問-13","method":"POST"}',
    ])
    await opened.session.undo()
    expect((await opened.texts())[0]).toBe(request('"a"'))
  })

  test('of repeats passes over ids that lines have', async () => {
    const opened = await open(['"a"', '"a"', '"request-1"', '"request-3"', '"a"'].map(request))
    expect(await renumber(opened, { which: 'repeated' })).toMatchObject({ fixed: 2 })
    expect(await opened.texts()).toEqual(
      ['"a"', '"request-2"', '"request-1"', '"request-3"', '"request-4"'].map(request),
    )
    expect(opened.facts().invalid).toBe(0)
  })

  test('leaves no two lines with one id, and can be done again from the log', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.constantFrom('"a"', '"request-1"', '"request-2"', '"b"', '"\\u0061"'), {
          minLength: 1,
          maxLength: 12,
        }),
        fc.constantFrom('all' as const, 'repeated' as const),
        fc.nat(3),
        async (ids, which, start) => {
          const opened = await open(ids.map(request))
          const command = { kind: 'renumber', pattern: 'request-{{#}}', start, which } as const
          await renumber(opened, command)
          const texts = await opened.texts()
          expect(new Set(texts.map((text) => JSON.parse(text).custom_id)).size).toBe(ids.length)
          const again = await open(ids.map(request))
          await again.session.restore([{ kind: 'editMany', command }], 'restore')
          expect(await again.texts()).toEqual(texts)
        },
      ),
      runs(40),
    )
  })

  test('is refused where nothing is numbered', async () => {
    expect(await renumber(await open([request('"a"')]), { pattern: 'x' })).toBe('bad-option')
    expect(await renumber(await open([request('"a"')]), { start: -1 })).toBe('bad-option')
    expect(await renumber(await openText('{"a":1}', { formatId: 'plainJsonl' }))).toBe('no-ids')
    const result = await openText('{"custom_id":"a"}', { formatId: 'batchOutput' })
    expect(await renumber(result)).toBe('no-ids')
  })
})

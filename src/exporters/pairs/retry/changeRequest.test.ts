// Law: a request that is sent again differs only in its model, its limit and its id; every byte around
// these is the same.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { present } from '../../../base/assert.ts'
import { createLocator } from '../../../json/locate.ts'
import { valueAt } from '../../../json/jsonPath.ts'
import type { JsonPath } from '../../../json/jsonPath.ts'
import { examples as anthropic } from '../../../providers/anthropic/pairing.examples.ts'
import { examples as bedrock } from '../../../providers/bedrock/pairing.examples.ts'
import { examples as gemini } from '../../../providers/gemini/pairing.examples.ts'
import { examples as openai } from '../../../providers/openai/pairing.examples.ts'
import type { ProviderDefinition } from '../../../pairing/defineProvider.ts'
import { findProvider } from '../../../pairing/providerRegistry.ts'
import { changeRequest, raisesLimit } from './changeRequest.ts'
import type { RequestChanges } from './changeRequest.ts'
import { runs } from '../../../tooling/runs.ts'

const lines = Object.entries({ openai, anthropic, gemini, bedrock }).flatMap(([id, { requests }]) =>
  requests.map(({ line }) => ({ provider: present(findProvider(id), id), line })),
)

/** Numbers, escapes and keys that a parser would not give back as they are. */
const odd = fc.constantFrom('12345678901234567890', '1.0', '-0', '1E2', '"\\u00e9\\/"', '"\\ud800"')
const space = fc.constantFrom('', ' ', '  ', '\t')

/** The line with odd values, spaces and doubled keys strewn in wherever an object begins. */
const strewnLine = fc
  .record({
    from: fc.constantFrom(...lines),
    inserts: fc.array(fc.tuple(fc.nat(), odd, space, fc.constantFrom('x', 'model', 'custom_id')), {
      maxLength: 4,
    }),
  })
  .map(({ from, inserts }) => {
    let { line } = from
    for (const [place, value, gap, key] of inserts) {
      const starts = objectStarts(line)
      const at = starts[place % starts.length] as number
      const comma = /^\s*\}/.test(line.slice(at)) ? '' : ','
      line = `${line.slice(0, at)}${gap}"${key}"${gap}:${value}${comma}${line.slice(at)}`
    }
    return { provider: from.provider, line }
  })

/** Places right behind opening braces that are not inside strings. */
function objectStarts(text: string): number[] {
  return [...text.matchAll(/"(?:[^"\\]|\\.)*"|\{/g)].flatMap(({ 0: token, index }) =>
    token === '{' ? [index + 1] : [],
  )
}

const changes: fc.Arbitrary<RequestChanges> = fc.record(
  {
    model: fc.constantFrom('gpt-6-sol', 'new "model"', '\ud83d\ude00'),
    tokenLimit: fc.constantFrom(1, 64, 300, 100_000),
    idSuffix: fc.constantFrom('-2', '"', '\\', '\u00e9', '\ud83d\ude00\n'),
  },
  { requiredKeys: [] },
)

function change(provider: ProviderDefinition, text: string, to: RequestChanges) {
  const record: unknown = JSON.parse(text)
  const content = provider.readRequest(record)
  const keyPath = provider.requestKeyPath
  return { record, content, keyPath, after: changeRequest({ text, record, content, keyPath }, to) }
}

/** The text without the value at each path, and without a member that was added for it. */
function without(text: string, paths: readonly JsonPath[]): string {
  const locator = createLocator(text)
  const ranges = paths
    .flatMap((path) => locator.rangeOfPath(path)?.value ?? [])
    .toSorted((a, b) => b.from - a.from)
  let rest = text
  for (const { from, to } of ranges) rest = rest.slice(0, from) + rest.slice(to)
  return rest
}

/** A copy in which the paths say nothing. */
function blanked(value: unknown, paths: readonly JsonPath[]): unknown {
  const copy: unknown = structuredClone(value)
  for (const path of paths) {
    const holder = valueAt(copy, path.slice(0, -1))
    if (typeof holder === 'object' && holder !== null) {
      delete (holder as Record<string, unknown>)[String(path.at(-1))]
    }
  }
  return copy
}

describe('a request that is sent again', () => {
  test('says what is wanted, and nothing else differs', () => {
    fc.assert(
      fc.property(strewnLine, changes, ({ provider, line }, to) => {
        const { record, content, keyPath, after } = change(provider, line, to)
        const now: unknown = JSON.parse(after)
        const then = provider.readRequest(now)
        const { modelPath, tokenLimit } = content
        if (to.model !== undefined && modelPath) expect(then.model).toBe(to.model)
        if (to.tokenLimit !== undefined && raisesLimit(content, to.tokenLimit)) {
          expect(then.tokenLimit?.value).toBe(to.tokenLimit)
        } else expect(then.tokenLimit).toEqual(tokenLimit)
        const key = valueAt(record, keyPath)
        expect(valueAt(now, keyPath)).toEqual(
          typeof key === 'string' ? key + (to.idSuffix ?? '') : key,
        )

        const touched = [
          ...(to.model !== undefined && modelPath ? [modelPath] : []),
          ...(to.tokenLimit !== undefined && tokenLimit ? [tokenLimit.path] : []),
          keyPath,
        ]
        // An object that had to be made around the limit is a part of the change.
        const made = touched.map((path) => {
          const depth = path.findIndex(
            (_, i) => (valueAt(record, path.slice(0, i + 1)) ?? null) === null,
          )
          return depth < 0 ? path : path.slice(0, depth + 1)
        })
        expect(blanked(now, made)).toEqual(blanked(record, made))
      }),
      runs(2000),
    )
  })

  test('has the same bytes around what was replaced', () => {
    fc.assert(
      fc.property(strewnLine, changes, ({ provider, line }, to) => {
        const { record, content, keyPath, after } = change(provider, line, to)
        const { modelPath, tokenLimit } = content
        const paths = [modelPath, tokenLimit?.path, keyPath].filter((path) => path !== undefined)
        // Members that are added are told by the other law.
        fc.pre(
          (to.model === undefined || !modelPath || valueAt(record, modelPath) !== undefined) &&
            (to.tokenLimit === undefined ||
              !tokenLimit ||
              valueAt(record, tokenLimit.path) !== undefined),
        )
        expect(without(after, paths)).toBe(without(line, paths))
      }),
      runs(2000),
    )
  })

  test('is the same text when nothing is to change', () => {
    fc.assert(
      fc.property(strewnLine, ({ provider, line }) => {
        expect(change(provider, line, {}).after).toBe(line)
        const { model } = provider.readRequest(JSON.parse(line))
        if (model !== undefined) expect(change(provider, line, { model }).after).toBe(line)
      }),
    )
  })
})

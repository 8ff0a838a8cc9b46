// The fast path is held to the slow one: lines recognised by their shape must have the verdicts and
// codes that the format's validator gives them one by one.
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { formats, plainFormat } from '../formats/registry.ts'
import { z } from '../formats/zod.ts'
import { findingsOfText } from '../diagnostics/textFindings.ts'
import { createFormatValidator } from '../formats/formatValidator.ts'
import { type FormatDefinition, typicalLines } from '../formats/defineFormat.ts'
import { FindingSets } from '../diagnostics/findingSets.ts'
import { type ContentHash, TAG_UNKNOWN, Scanner } from '../scanner/scanner.ts'
import { loadScannerModule } from '../scanner/testing/loadScanner.ts'
import { LineValidator } from '../validation/lineValidator.ts'
import { joinHash } from '../validation/hashPage.ts'
import { mutatedLine } from './testing/mutateLine.ts'

/** One for all runs: setting a plan forgets what was learned. */
const scanner = Scanner.create(await loadScannerModule(), { seed: 7n })

/** Codes of each line by way of the scanner, in batches as they come; invalid JSON gives `null`. */
function recognised(format: FormatDefinition, lines: readonly string[]): (string[] | null)[] {
  const findingSets = new FindingSets()
  const utf8 = new TextEncoder()
  const joined = ({ low, high }: ContentHash): number => joinHash(low, high)
  const hashes = {
    hash: (text: string): number => joined(scanner.hashOf(utf8.encode(`"${text}"`))),
    hashLine: (bytes: Uint8Array): number => joined(scanner.hashOfLine(bytes)),
  }
  const validator = new LineValidator(
    { ...format, uniform: format.uniform ?? [] },
    findingSets,
    hashes,
  )
  scanner.setPlan(validator.plan)
  const codes: (string[] | null)[] = []
  const into = new Uint16Array(16_384)
  // Twice: what is unknown the first time is known the second.
  for (const text of [lines, lines]) {
    codes.length = 0
    scanner.reset(1)
    for (const line of text) {
      for (const batch of scanner.push(utf8.encode(`${line}\n`))) {
        validator.validateBatch(scanner, batch, codes.length, into, () => true)
        for (let i = 0; i < batch.count; i++) {
          const findingSet = into[i] as number
          codes.push(
            batch.status[i] === 0
              ? findingSets
                  .findingsOf(findingSet)
                  .map((finding) => finding.code)
                  .sort()
              : null,
          )
        }
      }
    }
  }
  return codes
}

function validated(format: FormatDefinition, lines: readonly string[]): (string[] | null)[] {
  const validator = createFormatValidator(format)
  return lines.map((line) => {
    let value: unknown
    try {
      value = JSON.parse(line)
    } catch {
      return null
    }
    const told = findingsOfText(line, format.role === 'request')
    return [...validator.validate(value).findings, ...told].map((finding) => finding.code).sort()
  })
}

test('lines with more codes than are kept have those that the validator keeps', () => {
  const names = Array.from({ length: 25 }, (_, i) => `key${i}`)
  const text = z.string().optional()
  const format: FormatDefinition = {
    ...plainFormat,
    schema: z.looseObject({
      list: z.array(z.looseObject(Object.fromEntries(names.map((name) => [name, text])))),
    }),
  }
  const elements = names.map((name) => `{"${name}":1}`)
  const lines = [elements, elements.toReversed(), elements.slice(0, 9), elements].map(
    (list) => `{"list":[${list.join()}]}`,
  )
  const codes = validated(format, lines)
  expect(codes.map((each) => each?.length)).toEqual([20, 20, 9, 20])
  expect(codes[0]).not.toEqual(codes[1])
  expect(recognised(format, lines)).toEqual(codes)
})

describe.each(formats.map((format) => [format.id, format] as const))('%s', (_, format) => {
  const seeds = [
    ...typicalLines(format),
    ...format.examples.invalid.map((example) => example.line),
  ].filter((line) => !line.includes('\n'))

  test('its examples are validated alike by both ways', () => {
    expect(recognised(format, seeds)).toEqual(validated(format, seeds))
  })

  test('a second line of one shape is recognised', () => {
    const findingSets = new FindingSets()
    const validator = new LineValidator(format, findingSets, { hash: () => 1, hashLine: () => 1 })
    scanner.setPlan(validator.plan)
    scanner.reset(1)
    const line = new TextEncoder().encode(`${typicalLines(format)[0]}\n`)
    const known = [0, 1].flatMap(() =>
      [...scanner.push(line)].map((batch) => {
        validator.validateBatch(scanner, batch, 0, new Uint16Array(1), () => true)
        return batch.tag[0] !== TAG_UNKNOWN
      }),
    )
    expect(known).toEqual([false, true])
  })

  test('mutated lines are validated alike by both ways', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(fc.array(mutatedLine(seeds), { minLength: 2, maxLength: 40 }), (lines) => {
        expect(recognised(format, lines)).toEqual(validated(format, lines))
      }),
    )
  })
})

// Every export of pairs does what its examples say.
import { describe, expect, test } from 'vitest'
import { english } from '../../i18n/loadTranslator.ts'
import type { Message } from '../../i18n/message.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import { completeOptions } from './completeOptions.ts'
import type { PairExporter, RowsOutput } from './definePairExporter.ts'
import type { OptionSpec, OptionSpecs } from '../../pairing/exportOptions.ts'
import type { ExportExample, RowsExample } from './exportExample.ts'
import { definitionFiles, findPairExporter, pairExporters } from './registry.ts'
import { exampleRow } from './testing/exampleRows.ts'

interface Run {
  readonly file: string
  readonly leftOut: readonly Message[]
}

/** The plainest way to write rows, for the examples; what writes real files is tested against it. */
function run(output: RowsOutput, specs: OptionSpecs, example: RowsExample): Run {
  const rows = example.rows.map((row) => exampleRow(row, example.providerId))
  const { groups } = example
  const widest = Math.max(0, ...(groups ?? []).map(({ members }) => members.length))
  const options = completeOptions(specs, { ...example.options })
  const leftOut: Message[] = []
  const survey = output.survey?.(options)
  rows.forEach((row) => survey?.seeRow(row))
  if (groups) {
    const group = survey ? survey.openGroups(widest) : output.openGroups?.(options, widest)
    if (!group) throw new Error('groups mean nothing to this exporter')
    let file = group.head
    for (const { name, members } of groups) {
      file += group.begin(name)
      members.forEach((member, place) => {
        file += group.member(rows[member] as (typeof rows)[number], place)
      })
      file += group.end(members.length) + output.lineEnd
    }
    return { file, leftOut }
  }
  const writer = survey?.open() ?? output.open(options, english)
  const hasRequests = rows.some(({ request }) => request !== undefined)
  let file = writer.head
  for (const row of rows) {
    if (output.wants?.(row, { options, hasRequests }) === false) continue
    const skipped = output.skip?.(row)
    if (skipped !== undefined) {
      leftOut.push(skipped)
      continue
    }
    const written = writer.row(row)
    if (written.kind === 'leftOut') leftOut.push(written.reason)
    else {
      const { content } = written
      file += typeof content === 'string' ? content : new TextDecoder().decode(content)
      file += output.lineEnd
    }
  }
  return { file, leftOut }
}

function check({ output, options }: PairExporter, example: ExportExample): void {
  if (output.kind === 'facts') {
    if (example.kind !== 'facts') throw new Error('an example with facts is wanted')
    expect(output.write(example.facts, english)).toBe(example.file)
    return
  }
  if (example.kind !== 'rows') throw new Error('an example with rows is wanted')
  expect(run(output, options, example)).toEqual({
    file: example.file,
    leftOut: example.leftOut ?? [],
  })
}

test('definitions are complete, and named like their files', () => {
  expect(pairExporters.map(({ id }) => `./definitions/${id}.ts`).toSorted()).toEqual(
    [...definitionFiles].toSorted(),
  )
  for (const { id, title, summary, noun, nameEnding, ...rest } of pairExporters) {
    expect(findPairExporter(id)?.id).toBe(id)
    expect(inEnglish(title)).not.toBe('')
    expect(inEnglish(summary)).toMatch(/\.$/)
    expect(noun).toMatch(/^[a-z]+$/)
    expect(nameEnding).toMatch(/^[a-z]+$/)
    expect(rest.extension).toMatch(/^\.[a-z]+$/)
    expect(rest.mediaType).toMatch(/^[a-z]+\/[a-z]+$/)
    expect(rest.examples.length).toBeGreaterThan(1)
  }
  const places = pairExporters.map(({ place }) => place)
  expect(new Set(places).size).toBe(places.length)
})

test('an option is the same wherever its name stands, so that a choice holds for all of them', () => {
  const specs = new Map<string, OptionSpec>()
  for (const [name, spec] of pairExporters.flatMap(({ options }) => Object.entries(options))) {
    expect(specs.get(name) ?? spec).toEqual(spec)
    specs.set(name, spec)
    if (spec.kind !== 'list') continue
    const values = spec.items.map(({ value }) => value)
    expect(new Set(values).size).toBe(values.length)
    expect(values).toEqual(expect.arrayContaining([...spec.chosen]))
  }
})

describe.each(pairExporters.map((exporter) => [exporter.id, exporter] as const))(
  '%s',
  (_, exporter) => {
    test.each(exporter.examples)('shows $shows', (example) => check(exporter, example))
  },
)

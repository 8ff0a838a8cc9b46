// Every way out does what its examples say.
import { describe, expect, test } from 'vitest'
import { NO_OPTIONS } from './definePairExporter.ts'
import type { PairExporter, RowsWay } from './definePairExporter.ts'
import type { ExportExample, RowsExample } from './exportExample.ts'
import { definitionFiles, findPairExporter, pairExporters } from './registry.ts'
import { exampleRow } from './testing/exampleRows.ts'

interface Run {
  readonly file: string
  readonly leftOut: readonly string[]
}

/** The plainest way to write rows, for the examples; what writes real files is tested against it. */
function run(way: RowsWay, example: RowsExample): Run {
  const rows = example.rows.map((row) => exampleRow(row, example.providerId))
  const { groups } = example
  const widest = Math.max(0, ...(groups ?? []).map(({ members }) => members.length))
  const options = { ...NO_OPTIONS, ...example.options }
  const writer = way.open(options, widest)
  const leftOut: string[] = []
  let file = groups ? (writer.group?.head ?? '') : writer.head
  if (groups) {
    const { group } = writer
    if (!group) throw new Error('groups mean nothing to this exporter')
    for (const { name, members } of groups) {
      file += group.begin(name)
      members.forEach((member, place) => {
        file += group.member(rows[member] as (typeof rows)[number], place)
      })
      file += group.end(members.length) + way.lineEnd
    }
    return { file, leftOut }
  }
  for (const row of rows) {
    const skipped = way.skip?.(row)
    if (skipped !== undefined) {
      leftOut.push(skipped)
      continue
    }
    const written = writer.row(row)
    if (written.kind === 'leftOut') leftOut.push(written.reason)
    else {
      const { content } = written
      file += typeof content === 'string' ? content : new TextDecoder().decode(content)
      file += way.lineEnd
    }
  }
  return { file, leftOut }
}

function check({ way }: PairExporter, example: ExportExample): void {
  if (way.kind === 'facts') {
    if (example.kind !== 'facts') throw new Error('an example with facts is wanted')
    expect(way.write(example.facts)).toBe(example.file)
    return
  }
  if (example.kind !== 'rows') throw new Error('an example with rows is wanted')
  expect(run(way, example)).toEqual({ file: example.file, leftOut: example.leftOut ?? [] })
}

test('definitions are complete, and named like their files', () => {
  expect(pairExporters.map(({ id }) => `./definitions/${id}.ts`).toSorted()).toEqual(
    [...definitionFiles].toSorted(),
  )
  for (const { id, extension, mediaType, examples } of pairExporters) {
    expect(findPairExporter(id)?.id).toBe(id)
    expect(extension).toMatch(/^\.(jsonl|csv|md)$/)
    expect(mediaType).toMatch(/^[a-z]+\/[a-z]+$/)
    expect(examples.length).toBeGreaterThan(1)
  }
})

describe.each(pairExporters.map((exporter) => [exporter.id, exporter] as const))(
  '%s',
  (_, exporter) => {
    test.each(exporter.examples)('shows $shows', (example) => check(exporter, example))
  },
)

// All sources. The files in definitions/ are found by the bundler, so adding one needs no change here;
// the conformance test lists and checks what was found.
import type { OptionValues, SourceDefinition, SourceHead } from './defineSource.ts'

const modules = import.meta.glob<SourceDefinition>('./definitions/*.ts', {
  eager: true,
  import: 'source',
})

/** By id. */
export const sources: readonly SourceDefinition[] = Object.values(modules).toSorted((a, b) =>
  a.id < b.id ? -1 : 1,
)

export function findSource(id: string): SourceDefinition | undefined {
  return sources.find((source) => source.id === id)
}

export interface RecognisedSource {
  readonly source: SourceDefinition
  readonly certainty: number
  readonly options: OptionValues
}

/** The sources that the file may be one of, the likeliest first. */
export function recogniseSources(head: SourceHead): readonly RecognisedSource[] {
  return sources
    .flatMap((source) => {
      const found = source.recognise(head)
      return found ? [{ source, ...found }] : []
    })
    .toSorted((a, b) => b.certainty - a.certainty)
}

/** The files that the definitions came from: './definitions/csv.ts'. @internal For tests. */
export const definitionFiles: readonly string[] = Object.keys(modules)

// The files of a language's catalogue as one: translations by the English text, both ICU MessageFormat.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import compile from 'icu-minify/compile'
import { type Catalogue, keyOf } from '../catalogue.ts'

const FOLDER = join(import.meta.dirname, '../catalogues')

export interface CatalogueFile {
  readonly path: string
  readonly entries: Readonly<Record<string, string>>
}

/** `name`: a language, or a part of its translations that is loaded apart: 'zh-TW', 'zh-TW/codes'. */
export function catalogueFiles(name: string): readonly CatalogueFile[] {
  const folder = join(FOLDER, name)
  return readdirSync(folder)
    .filter((file) => file.endsWith('.json'))
    .sort()
    .map((file) => {
      const path = join(folder, file)
      return { path, entries: JSON.parse(readFileSync(path, 'utf8')) as Record<string, string> }
    })
}

export function compileCatalogue(files: readonly CatalogueFile[]): Catalogue {
  return Object.fromEntries(
    files.flatMap(({ entries }) =>
      Object.entries(entries).map(([source, translation]) => [
        keyOf(compile(source)),
        compile(translation),
      ]),
    ),
  )
}

// The source files of the product, without tests, for tests that look at all of them.
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'

export interface SourceFile {
  /** From `src`, with slashes. */
  readonly path: string
  readonly code: string
}

const SRC = join(import.meta.dirname, '../..')

/** What is run in the browser; not the build, tests, examples of tests and AssemblyScript. */
const NOT_PRODUCT = /^tooling\/|^golden\/|\/testing\/|\/build\/|\/assembly\/|\.test\.tsx?$|\.d\.ts$/

export function productSources(): readonly SourceFile[] {
  return readdirSync(SRC, { recursive: true, encoding: 'utf8' })
    .map((path) => relative(SRC, join(SRC, path)).replaceAll('\\', '/'))
    .filter((path) => /\.tsx?$/.test(path) && !NOT_PRODUCT.test(path))
    .sort()
    .map((path) => ({ path, code: readFileSync(join(SRC, path), 'utf8') }))
}

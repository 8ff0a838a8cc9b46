// The README in every language has the same parts, examples and figures as the English one.
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { LANGUAGES } from './languages.ts'

const ROOT = join(import.meta.dirname, '../..')
const english = outlineOf(readFileSync(join(ROOT, 'README.md'), 'utf8'))

test.each(LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== 'en'))(
  'README.%s.md is kept to the English one',
  (tag) => {
    expect(outlineOf(readFileSync(join(ROOT, `README.${tag}.md`), 'utf8'))).toEqual(english)
  },
)

/** What does not depend on the language: levels of headings, items, rows of tables and commands below each. */
function outlineOf(text: string) {
  return text
    .split(/^(?=#)/m)
    .slice(1)
    .map((part) => ({
      level: /^#+/.exec(part)?.[0].length,
      items: part.match(/^- \*\*/gm)?.length ?? 0,
      rows: part.match(/^\|/gm)?.length ?? 0,
      commands: part.match(/^ {4}npm \S+( \S+)?/gm) ?? [],
      images: part.match(/\]\(\.github\/[^)]*\)/g) ?? [],
      ratios: part.match(/\d\.\d+ ×/g) ?? [],
    }))
}

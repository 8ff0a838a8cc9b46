// A class name that only one side knows says nothing when it is wrong: CSS modules are untyped, and
// a rule that no component uses stays for ever.
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'

const folder = new URL('./', import.meta.url)

/** Texts by path below this folder. */
const sheets = readAll((path) => path.endsWith('.module.css'))
const sources = readAll((path) => /\.tsx?$/.test(path) && !path.endsWith('.test.ts'))

const IMPORT = /import (\w+) from '(\.[^']*\.module\.css)'/g

test.each([...sheets])('%s has the classes that are used, and no others', (path, css) => {
  const defined = classesOf(css)
  const used = new Set(composedFrom(path))
  for (const [source, text] of sources) {
    for (const [, local = '', sheet = ''] of text.matchAll(IMPORT)) {
      if (resolve(source, sheet) !== path) continue
      const uses = usesOf(text, local)
      expect(uses.others, `${source} looks up classes in a way that cannot be followed`).toEqual([])
      for (const name of uses.names) used.add(name)
    }
  }
  expect([...used].toSorted()).toEqual([...defined].toSorted())
})

test('classes are found in selectors alone, not in values and comments', () => {
  expect([
    ...classesOf(`
      /* .comment { } */
      .a:hover > .b.c { margin: .5em; background: url(x.png) }
      @media (width < 3.5em) { .d { composes: a; } }
    `),
  ]).toEqual(['a', 'b', 'c', 'd'])
})

test('uses are found as literals and as the alternatives of a lookup', () => {
  expect(usesOf("styles['a'] + styles[isOn ? 'b' : 'c']", 'styles')).toEqual({
    names: ['a', 'b', 'c'],
    others: [],
  })
  expect(usesOf('styles[`${look}Button`]', 'styles').others).toEqual(['`${look}Button`'])
})

/** Names of classes that stand before a block; those of `:global` are not the sheet's. */
function classesOf(css: string): Set<string> {
  const plain = css.replace(/\/\*[\s\S]*?\*\//g, '').replace(/:global\([^)]*\)/g, '')
  const names = new Set<string>()
  for (const [, selector = ''] of plain.matchAll(/([^{};]+)\{/g)) {
    if (selector.trim().startsWith('@')) continue
    for (const [, name = ''] of selector.matchAll(/\.(-?[_a-zA-Z][\w-]*)/g)) names.add(name)
  }
  return names
}

/** Classes of `path` that other sheets, or other rules of its own, build upon. */
function composedFrom(path: string): string[] {
  return [...sheets].flatMap(([sheet, css]) =>
    [...css.matchAll(/composes:\s*([^;]+?)(?:\s+from\s+['"]([^'"]+)['"])?\s*;/g)].flatMap(
      ([, names = '', from]) =>
        (from === undefined ? sheet : resolve(sheet, from)) === path ? names.split(/\s+/) : [],
    ),
  )
}

/**
 * The names that a text looks up in `styles['a']`, `styles[isOn ? 'a' : 'b']`, and in `styles[look]`
 * where `look` has a type that is written out. `others` are lookups of any other kind.
 */
function usesOf(text: string, local: string): { names: string[]; others: string[] } {
  const names: string[] = []
  const others: string[] = []
  for (const [, lookup = ''] of text.matchAll(new RegExp(`\\b${local}\\[([^\\]]+)\\]`, 'g'))) {
    const found = literalsOf(/^\w+$/.test(lookup) ? typeOf(text, lookup) : afterCondition(lookup))
    if (found.length > 0) names.push(...found)
    else others.push(lookup)
  }
  return { names, others }
}

function afterCondition(lookup: string): string {
  return lookup.slice(lookup.indexOf('?') + 1)
}

function typeOf(text: string, name: string): string {
  return new RegExp(`\\b${name}\\??:((?:[\\s|]*'[^']*')+)`).exec(text)?.[1] ?? ''
}

function literalsOf(text: string): string[] {
  return [...text.matchAll(/'([^']*)'/g)].map(([, name = '']) => name)
}

/** The path below this folder of what `from` imports as `to`. */
function resolve(from: string, to: string): string {
  return new URL(to, new URL(from, folder)).href.slice(folder.href.length)
}

function readAll(isWanted: (path: string) => boolean): ReadonlyMap<string, string> {
  const paths = readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .map((path) => path.replaceAll('\\', '/'))
    .filter(isWanted)
  return new Map(paths.map((path) => [path, readFileSync(new URL(path, folder), 'utf8')]))
}

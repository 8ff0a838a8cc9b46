// Every message has its translation in every language, with the placeholders of its source, and no
// translation stands there that nothing uses.
import { describe, expect, test } from 'vitest'
import { findMessages } from './build/findMessages.ts'
import { placeholdersOf } from './build/placeholders.ts'
import { catalogueFiles } from './build/readCatalogue.ts'
import { LANGUAGES } from './languages.ts'
import { productSources } from './testing/productSources.ts'

const sources = new Map(
  productSources().flatMap(({ path, code }) =>
    findMessages(path, code).map(({ text }) => [text, path] as const),
  ),
)

test('messages are ICU MessageFormat, without select', () => {
  const wrong = [...sources].flatMap(([text, path]) => {
    try {
      placeholdersOf(text)
    } catch (error) {
      return [`${path}: ${JSON.stringify(text)}: ${String(error)}`]
    }
    return /\{\w+, select/.test(text) ? [`${path}: ${JSON.stringify(text)} has a select`] : []
  })
  expect(wrong).toEqual([])
})

test('no mark has the name of a placeholder of the same message', () => {
  const wrong = [...sources.keys()].filter((text) => {
    const names = placeholdersOf(text)
    return names.some((name) => names.includes(`<${name}>`))
  })
  expect(wrong).toEqual([])
})

describe.each(LANGUAGES.map(({ tag }) => tag).filter((tag) => tag !== 'en'))('%s', (tag) => {
  const files = [tag, `${tag}/codes`].flatMap(catalogueFiles)
  const entries = files.flatMap(({ path, entries }) =>
    Object.entries(entries).map(([source, translation]) => ({ path, source, translation })),
  )

  test('no message lacks its translation', () => {
    const translated = new Set(entries.map(({ source }) => source))
    const missing = [...sources].filter(([text]) => !translated.has(text))
    expect(missing.map(([text, path]) => `${path}: ${JSON.stringify(text)}`)).toEqual([])
  })

  test('what only codes are explained with is loaded with them, and what others use is not', () => {
    const apart = new Set(
      catalogueFiles(`${tag}/codes`).flatMap((file) => Object.keys(file.entries)),
    )
    const elsewhere = productSources()
      .filter(({ path }) => !path.startsWith('codes/'))
      .flatMap(({ path, code }) => findMessages(path, code).map(({ text }) => `${path}: ${text}`))
      .filter((use) => apart.has(use.slice(use.indexOf(': ') + 2)))
    expect(elsewhere).toEqual([])
  })

  test('no translation is there that no message uses, or twice', () => {
    const seen = new Set<string>()
    const idle = entries.flatMap(({ path, source }) => {
      const isTwice = seen.has(source)
      seen.add(source)
      return isTwice || !sources.has(source) ? [`${path}: ${JSON.stringify(source)}`] : []
    })
    expect(idle).toEqual([])
  })

  test('translations have the placeholders of their sources', () => {
    const wrong = entries.flatMap(({ path, source, translation }) => {
      const [wanted, own] = [placeholdersOf(source), placeholdersOf(translation)]
      return wanted.join() === own.join()
        ? []
        : [`${path}: ${JSON.stringify(source)} has ${wanted.join()}, its translation ${own.join()}`]
    })
    expect(wrong).toEqual([])
  })
})

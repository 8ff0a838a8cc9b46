import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { expect, onTestFinished, test } from 'vitest'
import { noticeOf, packageFolderOf, writeNotices } from './licenceNotices.ts'

const folderOf = (name: string) =>
  fileURLToPath(new URL(`../../node_modules/${name}`, import.meta.url))

const { dependencies } = JSON.parse(
  readFileSync(new URL('../../package.json', import.meta.url), 'utf8'),
) as { readonly dependencies: Readonly<Record<string, string>> }

test.each([
  ['/app/node_modules/zod/v4/core/util.js', '/app/node_modules/zod'],
  ['/app/node_modules/@lezer/common/dist/index.js', '/app/node_modules/@lezer/common'],
  ['\0/app/node_modules/react/index.js?commonjs-es-import', '/app/node_modules/react'],
  ['/app/node_modules/a/node_modules/b/index.js', '/app/node_modules/a/node_modules/b'],
  ['C:\\app\\node_modules\\@lezer\\lr\\dist\\index.js', 'C:\\app\\node_modules\\@lezer\\lr'],
  ['/app/src/main.tsx', undefined],
  ['\0rolldown/runtime.js', undefined],
])('%j is of the package in %j', (moduleId, folder) => {
  expect(packageFolderOf(moduleId)).toBe(folder)
})

test.each(Object.entries(dependencies))('%s has a notice', (name, version) => {
  const notice = noticeOf(folderOf(name))
  expect(notice).toMatchObject({ name, version })
  expect(notice.text).toMatch(/copyright/i)
  expect(notice.text).toMatch(/permission|Apache License/i)
})

test('a package without a licence file gets the text with its own copyright alone', () => {
  const { text } = noticeOf(folderOf('@cfworker/json-schema'))
  expect(text).toMatch(/^MIT License\n\nCopyright \(c\) 2020 Jeremy Danyow\n\nPermission is hereby/)
  expect(text).not.toContain('Lineproof')
})

test('a package without any text of its licence stops the build', () => {
  const folder = mkdtempSync(join(tmpdir(), 'lineproof-package-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const about = { name: 'untold', version: '1.0.0', license: 'MIT' }
  writeFileSync(join(folder, 'package.json'), JSON.stringify(about))
  expect(() => noticeOf(folder)).toThrow('untold 1.0.0 is bundled')
  writeFileSync(join(folder, 'LICENCE.md'), 'Told here')
  writeFileSync(join(folder, 'NOTICE'), 'And here')
  expect(noticeOf(folder).text).toBe('Told here\n\nAnd here')
})

test('ours comes first, then the others by name', () => {
  const notice = (name: string) => ({ name, version: '1.0.0', licence: 'MIT', text: `by ${name}` })
  const text = writeNotices('Our terms', [notice('b'), notice('a')])
  const places = ['Our terms', 'a 1.0.0 (MIT)\n\nby a', 'b 1.0.0 (MIT)\n\nby b'].map((part) =>
    text.indexOf(part),
  )
  expect(places).not.toContain(-1)
  expect(places).toEqual(places.toSorted((a, b) => a - b))
})

// What has to be said about a bundled package: its name, version, licence and the licence's text.
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'

export interface LicenceNotice {
  readonly name: string
  readonly version: string
  /** SPDX identifier. */
  readonly licence: string
  /** The licence, and after it a NOTICE file where there is one. */
  readonly text: string
}

const LICENCE_FILE = /^(licen[cs]e|copying)(\.(md|txt))?$/i
const NOTICE_FILE = /^notice(\.(md|txt))?$/i

/** Copyright lines of packages that are published without a licence file, all under MIT. */
const COPYRIGHT_WITHOUT_FILE: Readonly<Record<string, string>> = {
  // https://github.com/cfworker/cfworker/blob/main/LICENSE.md
  '@cfworker/json-schema': 'Copyright (c) 2020 Jeremy Danyow',
}

const PACKAGE_OF_MODULE = /^(.*[\\/]node_modules[\\/](?:@[^\\/]+[\\/])?[^\\/]+)[\\/]/

/** The folder of the package that a module belongs to; undefined for our own and virtual modules. */
export function packageFolderOf(moduleId: string): string | undefined {
  return PACKAGE_OF_MODULE.exec(moduleId.replace(/^\0/, ''))?.[1]
}

/** Throws when the package has no licence text that we know: then no one may ship it. */
export function noticeOf(folder: string): LicenceNotice {
  const about = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    readonly name: string
    readonly version: string
    readonly license?: string
  }
  const { name, version, license: licence } = about
  const files = readdirSync(folder).sort()
  const texts = [LICENCE_FILE, NOTICE_FILE].flatMap((pattern) => {
    const file = files.find((entry) => pattern.test(entry))
    return file === undefined ? [] : [ownPart(readFileSync(join(folder, file), 'utf8'))]
  })
  if (texts.length === 0) {
    const copyright = COPYRIGHT_WITHOUT_FILE[name]
    if (licence === 'MIT' && copyright !== undefined) texts.push(mitLicence(copyright))
  }
  if (licence === undefined || texts.length === 0) {
    throw new Error(`${name} ${version} is bundled, and ${folder} has no text of its licence.`)
  }
  return { name, version, licence, text: texts.join('\n\n') }
}

/** `ours` is the text of our own licence. Notices come out by name, then version. */
export function writeNotices(ours: string, notices: readonly LicenceNotice[]): string {
  const sorted = notices.toSorted(
    (a, b) => compare(a.name, b.name) || compare(a.version, b.version),
  )
  const sections = sorted.map(
    ({ name, version, licence, text }) => `${RULE}\n${name} ${version} (${licence})\n\n${text}\n`,
  )
  return ['Lineproof', '', ours.trim(), '', CONTAINS, '', ...sections].join('\n')
}

const RULE = '-'.repeat(80)

const CONTAINS =
  'Lineproof contains, in whole or in part, the following packages under licences of their own.'

/** Vite's file goes on with the licences of what its tools bundle, none of which reaches a page. */
function ownPart(text: string): string {
  return (text.split(/^#+ Licenses of bundled dependencies$/m)[0] ?? text).trim()
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

function mitLicence(copyright: string): string {
  const [, , , ...terms] = readFileSync(new URL('../../LICENSE', import.meta.url), 'utf8')
    .trim()
    .split('\n')
  return ['MIT License', '', copyright, ...terms].join('\n')
}

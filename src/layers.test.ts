// The layer table: which room may import which, and which packages belong where. The same table stands
// in README.md, which is checked against it. To allow a new edge, change it here and there, and say
// why in the commit.
import { describe, expect, test } from 'vitest'
import map from './README.md?raw'
import { ENGINE_ROOMS } from './tooling/engineBuild.ts'
import { fromSource, importsOf, resolveImport } from './tooling/moduleImports.ts'
import { DEFINITIONS, WORDS } from './tooling/roomRules.ts'

type Edge = 'all' | 'types'

/**
 * By room, the rooms that it may import; `types` stands for `import type` alone, so that nothing of
 * the other room reaches its bundle. A room imports rooms above it in this table and no others, so
 * there are no cycles. A folder of a room (`pairing/source`) can be a room of its own. Tests may import
 * what they like, and registries collect definitions of higher rooms by glob (see DEFINITIONS).
 */
const LAYERS: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  i18n: {},
  base: { i18n: 'all' },
  scanner: { base: 'all' },
  document: { i18n: 'all', base: 'all' },
  json: { base: 'types' },
  expressions: { i18n: 'all', base: 'all' },
  diagnostics: { i18n: 'all', base: 'all', scanner: 'types', json: 'all' },
  formats: { i18n: 'all', base: 'all', scanner: 'all', json: 'all', diagnostics: 'types' },
  fixes: { i18n: 'all', base: 'all', json: 'all', diagnostics: 'types' },
  diff: { base: 'all' },
  pairing: { i18n: 'all', base: 'all', scanner: 'all', json: 'all', expressions: 'types' },
  providers: {
    i18n: 'all',
    base: 'all',
    scanner: 'types',
    json: 'all',
    diagnostics: 'types',
    formats: 'all',
    fixes: 'all',
    pairing: 'all',
  },
  'exporters/lines': { i18n: 'all', document: 'all' },
  'exporters/pairs': { i18n: 'all', base: 'all', json: 'all', pairing: 'all' },
  conversion: { i18n: 'all', base: 'all', scanner: 'all', document: 'all', json: 'all' },
  benchmark: { i18n: 'all', base: 'all', formats: 'all' },
  batch: { i18n: 'all', base: 'all' },
  contracts: {
    i18n: 'types',
    base: 'types',
    diagnostics: 'types',
    pairing: 'types',
    conversion: 'types',
    batch: 'types',
  },
  validation: {
    i18n: 'all',
    base: 'all',
    scanner: 'all',
    document: 'all',
    json: 'all',
    diagnostics: 'all',
    formats: 'all',
    contracts: 'types',
  },
  resultCache: {
    base: 'all',
    document: 'all',
    diagnostics: 'types',
    formats: 'all',
    validation: 'all',
  },
  tokens: {
    i18n: 'all',
    base: 'all',
    document: 'all',
    json: 'all',
    pairing: 'all',
    contracts: 'all',
  },
  templates: {
    i18n: 'all',
    base: 'all',
    document: 'all',
    json: 'all',
    formats: 'all',
    pairing: 'all',
    providers: 'all',
    contracts: 'all',
    tokens: 'all',
  },
  'pairing/source': {
    i18n: 'all',
    base: 'all',
    scanner: 'all',
    document: 'all',
    json: 'types',
    diagnostics: 'all',
    pairing: 'all',
    contracts: 'types',
    validation: 'all',
  },
  session: {
    i18n: 'all',
    base: 'all',
    scanner: 'all',
    document: 'all',
    json: 'all',
    expressions: 'all',
    diagnostics: 'all',
    formats: 'all',
    fixes: 'all',
    'exporters/lines': 'all',
    contracts: 'all',
    validation: 'all',
    resultCache: 'all',
    'pairing/source': 'all',
  },
  'pairing/session': {
    i18n: 'all',
    base: 'all',
    json: 'types',
    expressions: 'all',
    pairing: 'all',
    'exporters/pairs': 'all',
    contracts: 'all',
  },
  api: { i18n: 'all', base: 'all', batch: 'all', contracts: 'types' },
  'conversion/session': {
    i18n: 'all',
    base: 'all',
    scanner: 'all',
    document: 'all',
    conversion: 'all',
    contracts: 'types',
    api: 'all',
  },
  worker: {
    i18n: 'all',
    base: 'all',
    scanner: 'all',
    expressions: 'all',
    benchmark: 'all',
    batch: 'all',
    contracts: 'types',
    resultCache: 'all',
    session: 'all',
    'pairing/session': 'all',
    tokens: 'all',
    templates: 'all',
    api: 'all',
    'conversion/session': 'all',
  },
  state: {
    i18n: 'all',
    base: 'all',
    json: 'all',
    pairing: 'types',
    benchmark: 'all',
    batch: 'all',
    contracts: 'all',
    templates: 'all',
    worker: 'all',
  },
  'ui/controls': { i18n: 'all', expressions: 'all', state: 'all' },
  'ui/files': { i18n: 'all', state: 'all' },
  'ui/text': { i18n: 'all', base: 'all', diagnostics: 'types', state: 'all' },
  'ui/table': { i18n: 'all', base: 'all', expressions: 'all', contracts: 'types', state: 'all' },
  'ui/messages': { i18n: 'all', state: 'all', 'ui/controls': 'all' },
  'ui/export': {
    i18n: 'all',
    base: 'all',
    contracts: 'types',
    state: 'all',
    'ui/controls': 'all',
    'ui/files': 'all',
  },
  'ui/issues': {
    i18n: 'all',
    base: 'all',
    diagnostics: 'types',
    contracts: 'types',
    state: 'all',
    'ui/controls': 'all',
  },
  'ui/lineEditor': {
    i18n: 'all',
    base: 'all',
    diagnostics: 'types',
    diff: 'all',
    contracts: 'types',
    state: 'all',
    'ui/controls': 'all',
    'ui/text': 'all',
  },
  'ui/lines': {
    i18n: 'all',
    base: 'all',
    diagnostics: 'types',
    contracts: 'all',
    worker: 'types',
    state: 'all',
    'ui/controls': 'all',
    'ui/table': 'all',
  },
  'ui/statusBar': {
    i18n: 'all',
    contracts: 'types',
    state: 'all',
    'ui/controls': 'all',
    'ui/issues': 'all',
    'ui/lines': 'all',
  },
  'ui/pairing': {
    i18n: 'all',
    base: 'all',
    expressions: 'types',
    diff: 'all',
    pairing: 'all',
    contracts: 'types',
    state: 'all',
    'ui/controls': 'all',
    'ui/files': 'all',
    'ui/text': 'all',
    'ui/table': 'all',
    'ui/export': 'all',
  },
  'ui/convert': { i18n: 'all', contracts: 'types', state: 'all', 'ui/controls': 'all' },
  'ui/run': {
    i18n: 'all',
    base: 'all',
    batch: 'all',
    contracts: 'types',
    state: 'all',
    'ui/controls': 'all',
    'ui/files': 'all',
    'ui/export': 'all',
    'ui/issues': 'all',
  },
  'ui/newBatch': {
    i18n: 'all',
    contracts: 'types',
    templates: 'all',
    state: 'all',
    'ui/controls': 'all',
    'ui/convert': 'all',
  },
  'ui/speed': { i18n: 'all', state: 'all', 'ui/controls': 'all' },
  'ui/toolbar': {
    i18n: 'all',
    state: 'all',
    'ui/controls': 'all',
    'ui/files': 'all',
    'ui/export': 'all',
  },
  'ui/commands': {
    i18n: 'all',
    state: 'all',
    'ui/controls': 'all',
    'ui/files': 'all',
    'ui/table': 'all',
    'ui/export': 'all',
    'ui/lineEditor': 'all',
  },
  'ui/app': {
    i18n: 'all',
    expressions: 'all',
    state: 'all',
    'ui/controls': 'all',
    'ui/files': 'all',
    'ui/text': 'all',
    'ui/messages': 'all',
    'ui/export': 'all',
    'ui/issues': 'all',
    'ui/lineEditor': 'all',
    'ui/lines': 'all',
    'ui/statusBar': 'all',
    'ui/pairing': 'all',
    'ui/convert': 'all',
    'ui/run': 'all',
    'ui/newBatch': 'all',
    'ui/speed': 'all',
    'ui/toolbar': 'all',
    'ui/commands': 'all',
  },
  'main.tsx': { base: 'all', state: 'all', 'ui/app': 'all' },
}

/** Packages that belong to some rooms only; others may not be imported at all. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@base-ui/react': ['ui'],
  '@cfworker/json-schema': ['pairing'],
  '@codemirror/commands': ['ui'],
  '@codemirror/lang-json': ['ui'],
  '@codemirror/language': ['ui'],
  '@codemirror/lint': ['ui'],
  '@codemirror/merge': ['diff'],
  '@codemirror/state': ['ui'],
  '@codemirror/view': ['ui'],
  '@lezer/highlight': ['ui'],
  '@tanstack/react-virtual': ['ui'],
  comlink: ['worker'],
  fflate: ['conversion'],
  fzstd: ['conversion'],
  'gpt-tokenizer': ['tokens'],
  'icu-minify': ['i18n'],
  'virtual:catalogue': ['i18n'],
  'idb-keyval': ['state'],
  jsonrepair: ['fixes'],
  mustache: ['templates'],
  papaparse: ['conversion'],
  'lucide-react': ['ui'],
  re2js: ['expressions'],
  react: ['ui', 'main.tsx'],
  'react-dom': ['ui', 'main.tsx'],
  zod: ['formats'],
  zustand: ['state'],
}

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Build tools and what only tests use have no layer. */
const files = Object.entries(sources).filter(
  ([path]) =>
    !/\.test\.tsx?$|\/testing\/|^\.\/tooling\/|^\.\/(scanner|i18n)\/(assembly|build)\//.test(path),
)

/** The room of a path from src: the longest name of the table that begins it. */
function roomOf(path: string): string | undefined {
  return Object.keys(LAYERS)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

/** Whether a room is one of these or lies within one. */
function isWithin(room: string, rooms: readonly string[]): boolean {
  return rooms.some((each) => room === each || room.startsWith(`${each}/`))
}

const imports = files.flatMap(([path, source]) => importsOf(path, source))

describe('layers', () => {
  test('every file has a room', () => {
    expect(files.map(([path]) => path).filter((path) => !roomOf(fromSource(path)))).toEqual([])
  })

  test('rooms import only what the table allows', () => {
    const broken = imports
      .filter(({ to }) => to.startsWith('.'))
      .flatMap(({ path, to, isType }) => {
        const from = roomOf(fromSource(path)) as string
        const target = roomOf(resolveImport(path, to)) ?? resolveImport(path, to)
        if (from === target) return []
        const edge = LAYERS[from]?.[target]
        return edge === 'all' || (edge === 'types' && isType) ? [] : [`${path} imports ${to}`]
      })
    expect(broken).toEqual([])
  })

  test('each room imports only rooms above it in the table', () => {
    const order = Object.keys(LAYERS)
    const upwards = order.flatMap((room, at) =>
      Object.keys(LAYERS[room] ?? {})
        .filter((to) => order.indexOf(to) >= at || order.indexOf(to) < 0)
        .map((to) => `${room} imports ${to}`),
    )
    expect(upwards).toEqual([])
  })

  test('definitions are collected by the registries alone', () => {
    const broken = files.flatMap(([path, source]) => {
      const allowed = DEFINITIONS[roomOf(fromSource(path)) as string] ?? []
      const globs = [...source.matchAll(/import\.meta\.glob[^(]*\(([^{]*)/g)].flatMap(([, list]) =>
        [...(list as string).matchAll(/'([^']*)'/g)].map(([, glob]) => glob as string),
      )
      return globs.filter((glob) => !allowed.includes(glob)).map((glob) => `${path} has ${glob}`)
    })
    expect(broken).toEqual([])
  })

  test('the name of the engine covers every room that verdicts depend on', () => {
    const rooms = new Set([
      'formats',
      'providers',
      'validation',
      'resultCache',
      'session',
      'worker',
    ])
    for (const room of rooms) {
      for (const [to, edge] of Object.entries(LAYERS[room] ?? {})) if (edge === 'all') rooms.add(to)
    }
    expect([...rooms].filter((room) => !isWithin(room, ENGINE_ROOMS))).toEqual([])
  })

  test('packages stay in their rooms', () => {
    const broken = imports
      .filter(({ to }) => !/^[./]/.test(to) && !to.startsWith('node:'))
      .flatMap(({ path, to }) => {
        const name = to
          .split('/')
          .slice(0, to.startsWith('@') ? 2 : 1)
          .join('/')
        const room = roomOf(fromSource(path)) as string
        return isWithin(room, PACKAGES[name] ?? []) ? [] : [`${path} imports ${to}`]
      })
    expect(broken).toEqual([])
  })

  test('the network and storage are reached from few places', () => {
    const broken = files.flatMap(([path, source]) =>
      WORDS.filter(({ word, rooms }) => {
        const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        return word.test(code) && !isWithin(roomOf(fromSource(path)) as string, rooms)
      }).map(({ word }) => `${path} has ${word.source}`),
    )
    expect(broken).toEqual([])
  })

  test('README.md shows this table', () => {
    const shown = Object.entries(LAYERS).map(([room, edges]) => {
      const names = Object.entries(edges).map(([to, edge]) => (edge === 'all' ? to : `(${to})`))
      return `| ${room} | ${names.join(', ') || '–'} |`
    })
    expect(map.split('\n').filter((line) => shown.includes(line))).toEqual(shown)
  })
})

// The layer table: which room may import which, and which packages belong where. The same tables stand
// in README.md, which is checked against them. To allow a new edge, change it here and there, and say
// why in the commit.
import { describe, expect, test } from 'vitest'
import map from './README.md?raw'

type Edge = 'all' | 'types'

/**
 * By room, the rooms that it may import; `types` stands for `import type` alone, so that nothing of
 * the other room reaches its bundle. Tests may import what they like.
 */
const LAYERS: Readonly<Record<string, Readonly<Record<string, Edge>>>> = {
  base: {},
  scanner: { base: 'all' },
  document: { base: 'all' },
  json: { base: 'all' },
  expressions: { base: 'all' },
  diagnostics: { base: 'all', json: 'all', scanner: 'types' },
  formats: { base: 'all', json: 'all', diagnostics: 'types', scanner: 'all' },
  fixes: { base: 'all', json: 'all', diagnostics: 'types', scanner: 'types' },
  pairing: { base: 'all', json: 'all', expressions: 'types' },
  exporters: { base: 'all', document: 'all' },
  benchmark: { base: 'all', formats: 'all' },
  'worker/documentApi.ts': { base: 'types', diagnostics: 'types' },
  'worker/pairSourceApi.ts': { base: 'types', pairing: 'types' },
  'worker/pairingApi.ts': {
    base: 'types',
    pairing: 'types',
    'worker/pairSourceApi.ts': 'types',
  },
  session: {
    base: 'all',
    scanner: 'all',
    document: 'all',
    json: 'all',
    diagnostics: 'all',
    formats: 'all',
    fixes: 'all',
    exporters: 'all',
    expressions: 'all',
    pairing: 'all',
    'worker/documentApi.ts': 'all',
    'worker/pairSourceApi.ts': 'types',
  },
  pairingSession: {
    base: 'all',
    json: 'all',
    expressions: 'all',
    pairing: 'all',
    'worker/pairSourceApi.ts': 'types',
    'worker/pairingApi.ts': 'all',
  },
  worker: {
    base: 'all',
    scanner: 'all',
    expressions: 'all',
    benchmark: 'all',
    session: 'all',
    pairingSession: 'all',
    'worker/documentApi.ts': 'types',
    'worker/pairSourceApi.ts': 'types',
    'worker/pairingApi.ts': 'types',
  },
  state: {
    base: 'all',
    diagnostics: 'types',
    pairing: 'types',
    benchmark: 'all',
    worker: 'all',
    'worker/documentApi.ts': 'all',
    'worker/pairSourceApi.ts': 'types',
    'worker/pairingApi.ts': 'all',
  },
  ui: {
    base: 'all',
    diagnostics: 'types',
    expressions: 'all',
    pairing: 'all',
    fixes: 'all',
    state: 'all',
    worker: 'types',
    'worker/documentApi.ts': 'all',
    'worker/pairingApi.ts': 'all',
  },
  'main.tsx': { base: 'all', state: 'all', ui: 'all' },
}

/** Packages that belong to some rooms only; others may not be imported at all. */
const PACKAGES: Readonly<Record<string, readonly string[]>> = {
  '@base-ui/react': ['ui'],
  '@cfworker/json-schema': ['pairing'],
  '@codemirror/commands': ['ui'],
  '@codemirror/lang-json': ['ui'],
  '@codemirror/language': ['ui'],
  '@codemirror/lint': ['ui'],
  '@codemirror/state': ['ui'],
  '@codemirror/view': ['ui'],
  '@lezer/highlight': ['ui'],
  '@tanstack/react-virtual': ['ui'],
  comlink: ['worker'],
  'idb-keyval': ['state'],
  jsonrepair: ['fixes'],
  'lucide-react': ['ui'],
  re2js: ['expressions'],
  react: ['ui', 'main.tsx'],
  'react-dom': ['ui', 'main.tsx'],
  zod: ['formats'],
  zustand: ['state'],
}

/** Words that may stand in some rooms only: the network and what is kept on the user's device. */
const WORDS: readonly { word: RegExp; rooms: readonly string[] }[] = [
  { word: /\bfetch\(/, rooms: ['worker', 'state'] },
  { word: /\b(localStorage|indexedDB|sessionStorage)\b/, rooms: ['state'] },
  { word: /\bnavigator\.storage\b/, rooms: ['worker'] },
  { word: /\bnew (XMLHttpRequest|WebSocket|EventSource)\b|sendBeacon/, rooms: [] },
]

const sources = import.meta.glob<string>('./**/*.{ts,tsx}', {
  query: '?raw',
  import: 'default',
  eager: true,
})

/** Build tools and what only tests use have no layer. */
const files = Object.entries(sources).filter(
  ([path]) =>
    !/\.test\.tsx?$|\/testing\/|^\.\/tooling\/|^\.\/scanner\/(assembly|build)\//.test(path),
)

const IMPORT =
  /(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g

interface Import {
  readonly path: string
  readonly to: string
  readonly isType: boolean
}

function importsOf(path: string, source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, type, from, lazy]) => ({
    path,
    to: (from ?? lazy) as string,
    isType: type !== undefined,
  }))
}

/** The room of a path from src: the longest name of the table that begins it. */
function roomOf(path: string): string | undefined {
  return Object.keys(LAYERS)
    .filter((room) => path === room || path.startsWith(`${room}/`))
    .sort((a, b) => b.length - a.length)[0]
}

function fromSource(path: string): string {
  return path.replace(/^\.\//, '')
}

/** Resolves a relative import to a path from src. */
function resolve(path: string, to: string): string {
  const parts = fromSource(path).split('/').slice(0, -1)
  for (const step of to.replace(/\?.*$/, '').split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
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
        const target = roomOf(resolve(path, to)) ?? resolve(path, to)
        if (from === target) return []
        const edge = LAYERS[from]?.[target]
        return edge === 'all' || (edge === 'types' && isType) ? [] : [`${path} imports ${to}`]
      })
    expect(broken).toEqual([])
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
        return PACKAGES[name]?.includes(room) ? [] : [`${path} imports ${to}`]
      })
    expect(broken).toEqual([])
  })

  test('the network and storage are reached from few places', () => {
    const broken = files.flatMap(([path, source]) =>
      WORDS.filter(({ word, rooms }) => {
        const code = source.replace(/\/\*[\s\S]*?\*\/|\/\/.*$/gm, '')
        return word.test(code) && !rooms.includes(roomOf(fromSource(path)) as string)
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

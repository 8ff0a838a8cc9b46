// Holds the code and the map (README.md) to the layer table of tooling/layerTable.ts.
import { describe, expect, test } from 'vitest'
import map from './README.md?raw'
import { ENGINE_ROOMS } from './tooling/engineBuild.ts'
import { LAYERS } from './tooling/layerTable.ts'
import { PACKAGES } from './tooling/packageTable.ts'
import { fromSource, importsOf, resolveImport } from './tooling/moduleImports.ts'
import { DEFINITIONS, WORDS } from './tooling/roomRules.ts'

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

// Refreshes what a newer version of OpenAI's SDK for TypeScript tells of the table of values that move: the values
// of fields, and the days on which models are shut down. What the SDK does not tell (`kept`) stays as it is.
//
//   node src/tooling/refreshMovingValues.mjs [folder of the package "openai"]
//
// Plain JavaScript, since it runs as it is.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { pathToFileURL } from 'node:url'
import { root } from './run.mjs'

export const TABLE = join(root, 'src/providers/openai/movingValues/movingValues.json')

/** The version that the types of the examples are compared with. */
export const INSTALLED = join(root, 'node_modules/openai')

/** The table as the SDK in a folder has it. Throws where the SDK has no such value any more. */
export function refreshed(table, folder) {
  const read = (file) => readFileSync(join(folder, file), 'utf8')
  const rows = Object.entries(table.rows).map(([row, { file, name }]) => [
    row,
    { file, name, values: valuesOf(read(file), name) },
  ])
  return {
    ...table,
    source: `openai ${JSON.parse(read('package.json')).version}`,
    // When it was published; its changes are listed from the newest on.
    date: /\((\d{4}-\d\d-\d\d)\)/.exec(read('CHANGELOG.md'))?.[1],
    rows: Object.fromEntries(rows),
    modelEnds: modelEndsOf(declarationsIn(join(folder, 'resources'))),
  }
}

function declarationsIn(folder) {
  return readdirSync(folder, { recursive: true })
    .filter((name) => name.endsWith('.d.ts'))
    .map((name) => readFileSync(join(folder, name), 'utf8'))
    .join('\n')
}

/** The texts of a type or a property; `name` as `ReasoningEffort` or `Tool.Mcp.connector_id`. Throws without one. */
export function valuesOf(declarations, name) {
  const steps = name.split('.')
  const last = steps.pop()
  let scopes = [withoutComments(declarations)]
  for (const step of steps) scopes = scopes.flatMap((scope) => blocksOf(scope, step))
  const [type] = scopes.map((scope) => typeOf(scope, last)).filter((found) => found !== undefined)
  if (type === undefined) throw new Error(`The SDK declares no ${name}`)
  return [...type.matchAll(/'([^']*)'/g)].map(([, value]) => value)
}

function withoutComments(text) {
  return text.replaceAll(/\/\*.*?\*\//gs, '')
}

/** What stands in the braces of interfaces and namespaces of a name. */
function blocksOf(scope, name) {
  const openings = scope.matchAll(new RegExp(`(?:interface|namespace) ${name}\\b[^{]*\\{`, 'g'))
  return [...openings].map((opening) => {
    const from = opening.index + opening[0].length
    let depth = 1
    let at = from
    for (; depth > 0 && at < scope.length; at++) {
      if (scope[at] === '{') depth++
      if (scope[at] === '}') depth--
    }
    return scope.slice(from, at - 1)
  })
}

/** Of a type by its name, or of a property. */
function typeOf(scope, name) {
  return (
    new RegExp(`\\btype ${name} =([^;]*);`).exec(scope)?.[1] ??
    new RegExp(`^\\s*${name}\\??:([^;{]*);`, 'm').exec(scope)?.[1]
  )
}

/** The names and dates of one entry of a list under 'Deprecated values:'. */
const ENDED =
  /- ((?:"[^"]+",? ?)+): (?:Announced shutdown date: |[^.]*\b(?:shut down|retired) on )(\d{4}-\d\d-\d\d|[A-Z][a-z]+ \d{1,2}, \d{4})/g

/**
 * The models by the first day without them, as YYYY-MM-DD, oldest first, by the comments of the SDK. Throws where
 * two comments name different days for a model.
 */
export function modelEndsOf(declarations) {
  const dayOf = new Map()
  for (const [, comment] of declarations.matchAll(/Deprecated values:(.*?)\*\//gs)) {
    const text = comment.replaceAll(/\s*\n\s*\*\s*/g, ' ')
    for (const [, names, date] of text.matchAll(ENDED)) {
      const day = isoDay(date)
      for (const [, model] of names.matchAll(/"([^"]+)"/g)) {
        if (dayOf.has(model) && dayOf.get(model) !== day) {
          throw new Error(`The SDK names two days for ${model}: ${dayOf.get(model)} and ${day}`)
        }
        dayOf.set(model, day)
      }
    }
  }
  const days = [...new Set(dayOf.values())].sort(inOrder)
  return Object.fromEntries(
    days.map((day) => [
      day,
      [...dayOf.keys()].filter((model) => dayOf.get(model) === day).sort(inOrder),
    ]),
  )
}

function inOrder(a, b) {
  return a < b ? -1 : 1
}

function isoDay(date) {
  if (/^\d{4}/.test(date)) return date
  return new Date(`${date} UTC`).toISOString().slice(0, 10)
}

/** Columns of a line of code. */
const LINE_WIDTH = 100

/** As the formatter has it: lists on one line where they fit. */
export function formatted(table) {
  const text = JSON.stringify(table, undefined, 2)
  const lists = text.replaceAll(/^( *".*": )\[\n([^\]{]*)\](,?)/gm, (list, start, items, comma) => {
    const line = `${start}[${items.trim().replaceAll(/,\n\s*/g, ', ')}]${comma}`
    return line.length > LINE_WIDTH ? list : line
  })
  return `${lists}\n`
}

function refresh(folder) {
  const before = readFileSync(TABLE, 'utf8')
  const table = refreshed(JSON.parse(before), folder)
  const after = formatted(table)
  writeFileSync(TABLE, after)
  const what = after === before ? 'The table is up to date' : 'The table was refreshed'
  console.log(`${what} (${table.source} of ${table.date}).`)
}

if (import.meta.url === pathToFileURL(process.argv[1] ?? '').href) {
  refresh(resolve(process.argv[2] ?? INSTALLED))
}

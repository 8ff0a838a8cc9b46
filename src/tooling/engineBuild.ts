// A name for the code that finds and validates lines: verdicts that it cached on a device are not
// trusted by any other code.
import { createHash } from 'node:crypto'
import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'

/**
 * Rooms whose code decides what is said of a line and how that is stored, and whatever they import;
 * layers.test.ts holds the list to the table.
 */
export const ENGINE_ROOMS = [
  'i18n',
  'base',
  'scanner',
  'document',
  'json',
  'expressions',
  'diagnostics',
  'formats',
  'fixes',
  'fields',
  'pairing',
  'providers',
  'exporters',
  'conversion',
  'translation',
  'benchmark',
  'batch',
  'contracts',
  'journal',
  'validation',
  'resultCache',
  'tokens',
  'templates',
  'transcripts',
  'session',
  'api',
  'worker',
]

/** Hash of the sources and of the versions of all packages, in hex. `root`: the product's folder. */
export function engineBuild(root: string): string {
  const files = ENGINE_ROOMS.flatMap((room) => sourcesIn(join(root, 'src', room)))
  const hash = createHash('sha256')
  for (const path of [...files, join(root, 'package-lock.json')].sort()) {
    hash.update(relative(root, path).split(sep).join('/')).update('\0')
    hash.update(readFileSync(path)).update('\0')
  }
  return hash.digest('hex').slice(0, 16)
}

function sourcesIn(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name)
    if (entry.isDirectory()) return entry.name === 'testing' ? [] : sourcesIn(path)
    return /\.(ts|json)$/.test(entry.name) && !entry.name.endsWith('.test.ts') ? [path] : []
  })
}

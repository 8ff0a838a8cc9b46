// What a source file imports, read off its text.

const IMPORT =
  /(?:import|export)\s+(type\s+)?(?:[^'";]*?from\s+)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]/g

export interface Import {
  readonly path: string
  readonly to: string
  readonly isType: boolean
}

export function importsOf(path: string, source: string): Import[] {
  return [...source.matchAll(IMPORT)].map(([, type, from, lazy]) => ({
    path,
    to: (from ?? lazy) as string,
    isType: type !== undefined,
  }))
}

export function fromSource(path: string): string {
  return path.replace(/^\.\//, '')
}

/** Resolves a relative import to a path from src. */
export function resolveImport(path: string, to: string): string {
  const parts = fromSource(path).split('/').slice(0, -1)
  for (const step of to.replace(/\?.*$/, '').split('/')) {
    if (step === '..') parts.pop()
    else if (step !== '.') parts.push(step)
  }
  return parts.join('/')
}

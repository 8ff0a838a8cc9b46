// A line and its diagnostic as fixes get them, for tests.
import type { Diagnostic } from '../../diagnostics/diagnostic.ts'
import type { FixableLine } from '../proposeFixes.ts'

/** Values that most lines of the imagined file have. */
const USUAL: Readonly<Record<string, string>> = {
  method: 'POST',
  url: '/v1/chat/completions',
  'body.model': 'gpt-4o-mini',
}

/** `taken`: the ids of the other lines. */
export function lineOf(text: string, taken: readonly string[] = ['a', 'a-2', 'a-3']): FixableLine {
  return {
    text,
    bytes: new TextEncoder().encode(text),
    formatId: 'batchInput',
    isKeyTaken: (key) => taken.includes(key),
    usualValue: (path) => USUAL[path],
  }
}

export function diagnosticOf(code: string): Diagnostic {
  return { code, severity: 'error', title: code, message: code }
}

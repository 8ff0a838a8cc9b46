// A line and its diagnostic as fixes get them, for tests.
import type { Diagnostic, JsonPath } from '../../diagnostics/diagnostic.ts'
import { verbatim } from '../../i18n/message.ts'
import type { FixExample } from '../defineFix.ts'
import type { FixableLine } from '../proposeFixes.ts'

/** Values that most lines of the imagined file have. */
const USUAL: Readonly<Record<string, string>> = {
  method: 'POST',
  url: '/v1/chat/completions',
  'body.model': 'gpt-4o-mini',
}

/** Of the other lines. */
const TAKEN: ReadonlySet<string> = new Set(['a', 'a-2', 'a-3'])

export function lineOf(text: string, isKeyTaken = (key: string) => TAKEN.has(key)): FixableLine {
  return { ...lineOfBytes(new TextEncoder().encode(text), isKeyTaken), text }
}

export function lineOfBytes(
  bytes: Uint8Array,
  isKeyTaken = (key: string) => TAKEN.has(key),
): FixableLine {
  return {
    text: new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes),
    bytes,
    formatId: 'batchInput',
    isKeyTaken,
    usualValue: (path) => USUAL[path],
  }
}

export function lineOfExample({ before, isBytes, record }: FixExample): FixableLine {
  if (record !== undefined) return { ...lineOf(before), record }
  if (!isBytes) return lineOf(before)
  return lineOfBytes(Uint8Array.from(before, (c) => c.charCodeAt(0)))
}

export function diagnosticOf(
  code: string,
  path?: JsonPath,
  { meantKey, meantValue }: Pick<FixExample, 'meantKey' | 'meantValue'> = {},
): Diagnostic {
  return {
    code,
    severity: 'error',
    title: verbatim(code),
    message: verbatim(code),
    ...(path && { path }),
    ...(meantKey !== undefined && { meantKey }),
    ...(meantValue !== undefined && { meantValue }),
  }
}

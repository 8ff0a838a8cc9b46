// What an exported file is called.
import type { ExportSelection } from '../../contracts/documentApi.ts'

/**
 * 'input.jsonl' becomes 'input-valid.jsonl', and with the extension 'json' 'input-valid.json'. An
 * export of all lines keeps the name; browsers number downloads of the same name.
 */
export function exportFileName(
  name: string,
  kind: ExportSelection['kind'],
  extension: string,
): string {
  const dot = name.lastIndexOf('.')
  const base = dot > 0 ? name.slice(0, dot) : name
  const ending = extension.replace(/^\./, '')
  return `${base}${kind === 'all' ? '' : `-${kind}`}.${ending}`
}

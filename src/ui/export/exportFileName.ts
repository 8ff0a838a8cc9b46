// What an exported file is called.
import { withEnding } from '../../base/fileName.ts'
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
  const ending = extension.replace(/^\./, '')
  return withEnding(name, `${kind === 'all' ? '' : `-${kind}`}.${ending}`)
}

/**
 * A name that someone typed, as a file can have it: with an ending, and with `_` for what no file system
 * takes. Empty when nothing is left.
 */
export function typedFileName(typed: string, extension: string): string {
  // oxlint-disable-next-line no-control-regex -- these are what it is about
  const name = typed.trim().replaceAll(/[\u0000-\u001F"*/:<>?\\|]/g, '_')
  if (name === '') return name
  // By its ending other programs know that it has to be unpacked first.
  if (extension.endsWith('.gz')) {
    if (/\.gz$/i.test(name)) return name
    return /\.[^.]+$/.test(name) ? `${name}.gz` : `${name}${extension}`
  }
  if (/\.[^.]+$/.test(name)) return name
  return `${name}.${extension.replace(/^\./, '')}`
}

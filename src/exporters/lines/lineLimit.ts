// Exporters that are for few lines.
import { type Message, msg } from '../../i18n/message.ts'
import type { ExporterDefinition } from './defineExporter.ts'

/** Why an exporter does not write so many lines; undefined where it does. */
export function refusalOf(
  { title, output }: ExporterDefinition,
  lines: number,
): Message | undefined {
  const most = output.kind === 'perLine' ? output.mostLines : undefined
  if (most === undefined || lines <= most) return undefined
  return msg(
    '“{title}” is for {most, number} lines at most, and these are {lines, number}. Choose fewer lines, or another kind of file.',
    { title, most, lines },
  )
}

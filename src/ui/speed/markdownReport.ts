// The measured speeds as text for an issue, a mail or a README: in English, whatever the page is in.
import { english } from '../../i18n/loadTranslator.ts'
import type { Message } from '../../i18n/message.ts'
import type { MeasuredCase } from '../../state/speedStore.ts'
import { speedColumns } from './speedColumns.ts'

/** A Markdown table of the cases that are known to the end. `machine` says where it was measured. */
export function markdownReport(
  cases: readonly MeasuredCase[],
  machine: Message,
  rounds: number,
): string {
  const { t } = english
  const titles = ['File', ...speedColumns.map(({ title }) => t(title))]
  const rows = cases.flatMap(({ title, progress }) =>
    progress?.plainMs === undefined
      ? []
      : [[t(title), ...speedColumns.map(({ text }) => text(progress, english) ?? '')]],
  )
  return [
    `Lineproof on ${t(machine)}; files in memory, best of ${rounds} rounds`,
    '',
    line(titles),
    line(titles.map((_, index) => (index === 0 ? '---' : '---:'))),
    ...rows.map(line),
    '',
  ].join('\n')
}

function line(cells: readonly string[]): string {
  return `| ${cells.join(' | ')} |`
}

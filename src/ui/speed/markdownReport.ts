// The measured speeds as text for an issue, a mail or a README.
import type { MeasuredCase } from '../../state/speedStore.ts'
import { speedColumns } from './speedColumns.ts'

/** A Markdown table of the cases that are known to the end. `machine` says where it was measured. */
export function markdownReport(
  cases: readonly MeasuredCase[],
  machine: string,
  rounds: number,
): string {
  const titles = ['File', ...speedColumns.map(({ title }) => title)]
  const rows = cases.flatMap(({ title, progress }) =>
    progress?.plainMs === undefined
      ? []
      : [[title, ...speedColumns.map(({ text }) => text(progress) ?? '')]],
  )
  return [
    `Lineproof on ${machine}; files in memory, best of ${rounds} rounds`,
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

// A file as the app sees it, in text that people read: what was recognised, counted and said.
import { present } from '../../base/assert.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { plainFormat } from '../../formats/registry.ts'
import { type InEnglish, inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { OpenedText } from '../../session/testing/openText.ts'
import { valueOf } from '../../base/testing/valueOf.ts'

/** Line numbers that are named of a cause. */
const NAMED_LINES = 8

type Opened = Pick<OpenedText, 'session' | 'facts'>

export async function describeFile({ session, facts }: Opened): Promise<string> {
  await session.fixCounting.done()
  const told = inEnglish(facts())
  const causes: string[] = []
  for (const cause of told.causes) causes.push(...(await describeCause({ session, facts }, cause)))
  return [
    `${told.formatTitle} (${told.formatId}, ${told.formatDetected ? 'detected' : 'chosen'})`,
    countsOf(told),
    ...(told.formatId === plainFormat.id ? [columnsOf(told)] : []),
    ...told.entries.map(({ title, value }) => `${title}: ${value}`),
    ...told.meters.map(meterOf),
    ...told.fileFindings.flatMap(describeFinding),
    ...causes,
  ].join('\n')
}

type Told = InEnglish<DocumentFacts>

function meterOf({ title, of, used, limit }: Told['meters'][number]): string {
  return `${used} of ${limit} ${of === 'bytes' ? 'bytes' : title.toLowerCase()}`
}

function countsOf(facts: Told): string {
  const { lines, invalid, warnings, blank, attention, edited } = facts
  const valid = lines - invalid - warnings - blank
  const counts = { lines, valid, warnings, invalid, blank, attention, edited }
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([what, count]) => `${what} ${count}`)
    .join(' · ')
}

/** Of a file whose format names none: what its lines have in common. */
function columnsOf({ columns }: Told): string {
  const names = columns.map(({ title, width }) =>
    width === undefined ? title : `${title} ${width}`,
  )
  return `Columns: ${names.join(', ') || 'none'}`
}

function describeFinding(finding: Told['fileFindings'][number]): readonly string[] {
  const { severity, code, title, message, lines, fixTitle, isNotice } = finding
  return [
    '',
    `file · ${isNotice ? 'notice' : severity} · ${code} · ${title}${fixTitle ? ` · ${fixTitle}` : ''}`,
    `  ${message}${lines && lines.length > 0 ? ` [lines ${lines.join(', ')}]` : ''}`,
  ]
}

async function describeCause(
  { session }: Opened,
  { code, severity, title, message, count, isNotice, names, fix }: Told['causes'][number],
): Promise<readonly string[]> {
  const { rows } = valueOf(await session.readRows({ kind: 'cause', code }, 0, NAMED_LINES))
  const first = present(rows[0], `a line with ${code}`)
  const { diagnostics } = valueOf(await session.readLine(first.id))
  const diagnostic = present(
    inEnglish(diagnostics).find((each) => each.code === code),
    code,
  )
  const lines = rows.map(({ line }) => line).join(', ')
  return [
    '',
    `${isNotice ? 'notice' : severity} · ${code} · ${title}`,
    `  ${count} × in line ${lines}${count > rows.length ? ', …' : ''}`,
    ...(message === undefined ? [] : [`  ${message}`]),
    ...(names?.most ?? []).map((each) => `  “${each.name}” ${each.lines} ×`),
    ...(diagnostic.message === message ? [] : [`  line ${first.line}: ${diagnostic.message}`]),
    ...(fix ? [`  Fix all ${fix.isEstimate ? 'about ' : ''}${fix.lines}: ${fix.title}`] : []),
  ]
}

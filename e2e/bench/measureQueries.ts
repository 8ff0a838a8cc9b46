// Queries over the whole of a large file that is open, each as a user runs it: from its last letter to the count of
// the lines that match.
import type { App } from '../support/app.ts'
import type { BenchFile } from './benchFiles.ts'
import { timeUntil } from './pageClock.ts'
import { FEW_LINES, FIRST_ROWS_OF_QUERY, QUERIES, type QueryOfCase } from './queryCases.ts'
import type { QueryProgram } from './queryPrograms.ts'

export interface QueryTime {
  /** What the query is made of; a row of the report. */
  readonly title: string
  /** Undefined where other programs are not asked. */
  readonly query: QueryOfCase | undefined
  readonly ms: number
  readonly matches: number
  /** Milliseconds of other programs with the same question, by their names. */
  readonly programs: Readonly<Record<string, number>>
}

export async function measureQueries(
  app: App,
  caseId: string,
  file: BenchFile,
): Promise<readonly QueryTime[]> {
  const { page, searchBox } = app
  const queries = QUERIES[caseId] ?? []
  if (queries.length === 0) return []
  await app.button('Query').click()
  const times: QueryTime[] = []
  for (const asked of queries) {
    const { title, query } = asked
    await searchBox.fill(query)
    // From the key on the state is that of this query.
    await searchBox.press('Enter')
    const ms = await timeUntil(page, 'keydown', '[data-state=done][data-skipped="0"]')
    const status = page.getByRole('status', { name: 'Search status' })
    times.push({
      title,
      query: asked,
      ms,
      matches: Number(await status.getAttribute('data-matches')),
      programs: {},
    })
    if (times.at(-1)?.matches === file.lines) throw new Error(`${query}: every line matches`)
  }
  const fewLines = FEW_LINES[caseId]
  const first = fewLines === undefined ? undefined : await measureFirstRows(app, fewLines)
  if (first) times.push(first)
  await searchBox.fill('')
  await searchBox.press('Enter')
  await app.button('Query').click()
  return times
}

/** The same questions to other programs. Fails when one counts otherwise. */
export async function askPrograms(
  queries: readonly QueryTime[],
  programs: readonly QueryProgram[],
  file: BenchFile,
): Promise<readonly QueryTime[]> {
  const times: QueryTime[] = []
  for (const query of queries) {
    const asked = query.query
    if (!asked) {
      times.push(query)
      continue
    }
    const byName: Record<string, number> = {}
    for (const { name, version, count } of programs) {
      if (version === undefined) continue
      const startedAt = performance.now()
      const matches = await count(asked, file)
      byName[name] = performance.now() - startedAt
      if (matches !== query.matches) {
        throw new Error(`${asked.query}: ${query.matches} lines, ${matches} by ${name}`)
      }
    }
    times.push({ ...query, programs: byName })
  }
  return times
}

/** Undefined where the file is too short to have such a line. */
async function measureFirstRows(app: App, query: string): Promise<QueryTime | undefined> {
  const { page, searchBox, searchStatus } = app
  const run = async (): Promise<void> => {
    await searchBox.fill(query)
    await searchBox.press('Enter')
  }
  await run()
  await timeUntil(page, 'keydown', '[data-state=done][data-skipped="0"]')
  const matches = Number(await searchStatus.getAttribute('data-matches'))
  if (matches === 0) return undefined
  const line = await app.grid.locator('[data-row="0"]').getAttribute('data-line')
  await searchBox.fill('')
  await searchBox.press('Enter')
  // All lines are shown around the one that was in sight.
  await app.goTo(1)
  const row = `[role=row][data-line="${line}"]`
  if ((await page.locator(row).count()) > 0) throw new Error(`Line ${line} is in sight by itself`)
  await run()
  const ms = await timeUntil(page, 'keydown', row)
  await timeUntil(page, 'keydown', '[data-state=done][data-skipped="0"]')
  return { title: FIRST_ROWS_OF_QUERY, query: undefined, ms, matches, programs: {} }
}

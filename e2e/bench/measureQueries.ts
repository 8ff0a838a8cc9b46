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
  readonly query: QueryOfCase
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
  const first = queries.some(({ query }) => query.startsWith('custom_id'))
    ? await measureFirstRows(app)
    : undefined
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
    if (query.title === FIRST_ROWS_OF_QUERY) {
      times.push(query)
      continue
    }
    const byName: Record<string, number> = {}
    for (const { name, version, count } of programs) {
      if (version === undefined) continue
      const startedAt = performance.now()
      const matches = await count(query.query, file)
      byName[name] = performance.now() - startedAt
      if (matches !== query.matches) {
        throw new Error(`${query.query.query}: ${query.matches} lines, ${matches} by ${name}`)
      }
    }
    times.push({ ...query, programs: byName })
  }
  return times
}

/** Undefined where the line that is found first is in sight without a query. */
async function measureFirstRows(app: App): Promise<QueryTime | undefined> {
  const { page, searchBox, searchStatus } = app
  const run = async (): Promise<void> => {
    await searchBox.fill(FEW_LINES.query)
    await searchBox.press('Enter')
  }
  await run()
  await timeUntil(page, 'keydown', '[data-state=done][data-skipped="0"]')
  const matches = Number(await searchStatus.getAttribute('data-matches'))
  const line = await app.grid.locator('[data-row="0"]').getAttribute('data-line')
  await searchBox.fill('')
  await searchBox.press('Enter')
  const row = `[role=row][data-line="${line}"]`
  if (matches === 0 || (await page.locator(row).count()) > 0) return undefined
  await run()
  const ms = await timeUntil(page, 'keydown', row)
  await timeUntil(page, 'keydown', '[data-state=done][data-skipped="0"]')
  return { title: FIRST_ROWS_OF_QUERY, query: FEW_LINES, ms, matches, programs: {} }
}

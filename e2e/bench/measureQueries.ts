// Queries over the whole of a large file that is open, each as a user runs it: from its last letter to the count of
// the lines that match.
import type { App } from '../support/app.ts'
import type { BenchFile } from './benchFiles.ts'
import { timeUntil } from './pageClock.ts'

export interface QueryTime {
  /** What the query is made of; a row of the report. */
  readonly title: string
  readonly query: string
  readonly ms: number
  readonly matches: number
}

interface QueryOfCase {
  readonly title: string
  readonly query: string
}

/** Titles of rows. */
export const QUERY_TITLES = {
  one: 'Query on one field',
  three: 'Query on three fields',
  each: 'Query on a field of every element',
} as const

const { one: ONE, three: THREE, each: ALL } = QUERY_TITLES

/** From the key to the first line that matches, while the rest of the file is read. */
export const FIRST_ROWS_OF_QUERY = 'First rows of a query'

/** Finds some lines, of which the first is further down than the table shows, and near the beginning of the file. */
const FEW_LINES = 'custom_id ends with "9999"'

/** What each file is asked; the fields are there in all of its lines. */
const QUERIES: Readonly<Record<string, readonly QueryOfCase[]>> = {
  ascii: [
    { title: ONE, query: 'custom_id ends with "999999"' },
    {
      title: THREE,
      query: 'method = "POST" and body.max_completion_tokens > 256 and body.model = "gpt-5.4-mini"',
    },
    { title: ALL, query: 'body.messages[*].role = "tool"' },
  ],
  output: [
    { title: ONE, query: 'custom_id ends with "999999"' },
    { title: THREE, query: 'response.status_code = 200 and error != null and custom_id = "none"' },
    { title: ALL, query: 'response.body.choices[*].finish_reason = "none"' },
  ],
  embeddings: [
    { title: ONE, query: 'custom_id ends with "999999"' },
    { title: ALL, query: 'length(response.body.data[*].embedding) < 1536' },
  ],
  short: [{ title: ONE, query: 'n = 1000999999' }],
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
  for (const { title, query } of queries) {
    await searchBox.fill(query)
    // From the key on the state is that of this query.
    await searchBox.press('Enter')
    const ms = await timeUntil(page, 'keydown', '[data-state=done][data-skipped="0"]')
    const status = page.getByRole('status', { name: 'Search status' })
    times.push({
      title,
      query,
      ms,
      matches: Number(await status.getAttribute('data-matches')),
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

/** Undefined where the line that is found first is in sight without a query. */
async function measureFirstRows(app: App): Promise<QueryTime | undefined> {
  const { page, searchBox, searchStatus } = app
  const run = async (): Promise<void> => {
    await searchBox.fill(FEW_LINES)
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
  return { title: FIRST_ROWS_OF_QUERY, query: FEW_LINES, ms, matches }
}

// The report: what became of a batch, in Markdown, for a ticket or a colleague.
import { groupNumber } from '../../../base/groupNumber.ts'
import { NEAR_MISS_TITLES } from './nearMissTitles.ts'
import { UNUSABLE_TITLES } from '../../../pairing/usability.ts'
import { escapeMarkdown, markdownTable } from './markdown.ts'
import type { ReportFacts } from './reportFacts.ts'

/** Rows of a table; what is rarer is summed up. */
const MOST_ROWS = 50

const OUTCOME_TITLES = [
  ['succeeded', 'Succeeded'],
  ['failed', 'Failed'],
  ['missing', 'Missing: no answer'],
  ['unexpected', 'Unexpected: no request'],
  ['duplicate', 'Duplicate'],
] as const

export function writeReport(facts: ReportFacts): string {
  const sections = [
    section('Files', files(facts)),
    section('Outcomes', outcomes(facts)),
    section('Errors', errors(facts)),
    section('Finish reasons', counted('Finish reason', facts.summary.finishReasons)),
    section(
      'Not usable',
      counted(
        'Reason',
        facts.summary.unusable.map(({ value, count }) => ({
          value: UNUSABLE_TITLES[value],
          count,
        })),
      ),
    ),
    section('Models', models(facts)),
    section('Tokens', tokens(facts)),
    section('Cost', cost(facts)),
    section(
      'Ids that nearly match',
      counted(
        'Why they are not joined',
        facts.summary.nearMisses.map(({ value, count }) => ({
          value: NEAR_MISS_TITLES[value],
          count,
        })),
      ),
    ),
    ...firstIds(facts),
  ]
  return `# Batch report\n${sections.filter((text) => text !== '').join('')}`
}

function section(title: string, body: string): string {
  return body === '' ? '' : `\n## ${title}\n\n${body}`
}

function files({ sources }: ReportFacts): string {
  return markdownTable(
    [
      ['File', 'left'],
      ['Role', 'left'],
      ['Lines', 'right'],
      ['Not JSON', 'right'],
      ['Without id', 'right'],
    ],
    sources.map(({ name, role, lines, broken, withoutKey }) => [
      escapeMarkdown(name),
      role,
      groupNumber(lines),
      groupNumber(broken),
      groupNumber(withoutKey),
    ]),
  )
}

function outcomes({ counts, requests, answers, sources }: ReportFacts): string {
  const hasRequests = sources.some(({ role }) => role === 'requests')
  const titles = OUTCOME_TITLES.filter(
    ([outcome]) => hasRequests || (outcome !== 'missing' && outcome !== 'unexpected'),
  )
  const table = markdownTable(
    [
      ['Outcome', 'left'],
      ['Count', 'right'],
    ],
    titles.map(([outcome, title]) => [title, groupNumber(counts[outcome])]),
  )
  const lines = hasRequests
    ? `${groupNumber(requests)} requests, ${groupNumber(answers)} answers.`
    : `${groupNumber(answers)} answers. The requests are not known, so that nothing is said of missing answers.`
  return `${lines}\n\n${table}`
}

function errors({ summary }: ReportFacts): string {
  const shown = summary.errors.slice(0, MOST_ROWS)
  return (
    markdownTable(
      [
        ['Code', 'left'],
        ['Count', 'right'],
        ['Message of one of them', 'left'],
      ],
      shown.map(({ value, count, message }) => [
        escapeMarkdown(value),
        groupNumber(count),
        escapeMarkdown(message ?? ''),
      ]),
    ) + more(summary.errors.slice(MOST_ROWS))
  )
}

function counted(
  title: string,
  values: readonly { readonly value: string; readonly count: number }[],
): string {
  return (
    markdownTable(
      [
        [title, 'left'],
        ['Count', 'right'],
      ],
      values
        .slice(0, MOST_ROWS)
        .map(({ value, count }) => [escapeMarkdown(value), groupNumber(count)]),
    ) + more(values.slice(MOST_ROWS))
  )
}

function more(rest: readonly { readonly count: number }[]): string {
  if (rest.length === 0) return ''
  const rows = rest.reduce((sum, { count }) => sum + count, 0)
  return `\nAnd ${groupNumber(rest.length)} more, ${groupNumber(rows)} rows in all.\n`
}

function models({ summary }: ReportFacts): string {
  return (
    markdownTable(
      [
        ['Asked for', 'left'],
        ['Answered', 'left'],
        ['Count', 'right'],
      ],
      summary.models
        .slice(0, MOST_ROWS)
        .map(({ asked, answered, count }) => [
          escapeMarkdown(asked ?? '–'),
          escapeMarkdown(answered ?? '–'),
          groupNumber(count),
        ]),
    ) + more(summary.models.slice(MOST_ROWS))
  )
}

const TOKEN_TITLES = [
  ['prompt', 'Prompt'],
  ['cached', 'Of these, cached'],
  ['cacheWritten', 'Of these, written to the cache'],
  ['completion', 'Completion'],
  ['reasoning', 'Of these, reasoning'],
  ['total', 'Total'],
] as const

function tokens({ summary: { usage } }: ReportFacts): string {
  if (usage.answers === 0) return ''
  const table = markdownTable(
    [
      ['Tokens', 'left'],
      ['Count', 'right'],
    ],
    TOKEN_TITLES.filter(([name]) => usage[name] > 0 || name === 'total').map(([name, title]) => [
      title,
      groupNumber(usage[name]),
    ]),
  )
  return `${groupNumber(usage.answers)} answers state their usage.\n\n${table}`
}

function cost({ summary }: ReportFacts): string {
  const { cost: sums, saved, unpricedAnswers, models: priced } = summary.cost
  if (priced.every(({ cost: known }) => known === undefined)) return ''
  const table = markdownTable(
    [
      ['Model', 'left'],
      ['Answers', 'right'],
      ['In a batch', 'right'],
      ['At the standard price', 'right'],
    ],
    priced
      .slice(0, MOST_ROWS)
      .map(({ model, usage, cost: known }) => [
        escapeMarkdown(model ?? '–'),
        groupNumber(usage.answers),
        known ? dollars(known.batch) : 'unknown',
        known ? dollars(known.standard) : 'unknown',
      ]),
  )
  const unpriced =
    unpricedAnswers === 0
      ? ''
      : ` ${groupNumber(unpricedAnswers)} answers are of models without a known price and not in it.`
  return (
    `${dollars(sums.batch)} in a batch, ${dollars(sums.standard)} at the standard price, ` +
    `${dollars(saved)} saved. An estimate by the prices of ${summary.pricesOf}.${unpriced}\n\n${table}`
  )
}

/** Small amounts keep two digits that say something. */
function dollars(usd: number): string {
  const digits = usd !== 0 && Math.abs(usd) < 0.1 ? 4 : 2
  const [whole = '0', fraction = ''] = usd.toFixed(digits).split('.')
  return `$${groupNumber(Number(whole))}.${fraction}`
}

function firstIds({ firstIds: lists }: ReportFacts): string[] {
  return lists
    .filter(({ ids }) => ids.length > 0)
    .map(({ outcome, ids, count }) => {
      const title = OUTCOME_TITLES.find(([name]) => name === outcome)?.[1] ?? outcome
      const lead = count > ids.length ? `The first ${ids.length} of ${groupNumber(count)}:\n\n` : ''
      const items = ids.map((id) => `- ${id === '' ? '(no id)' : escapeMarkdown(id)}\n`).join('')
      return section(title, lead + items)
    })
}

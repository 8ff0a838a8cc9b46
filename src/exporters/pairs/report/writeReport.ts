// The report: what became of a batch, in Markdown, for a ticket or a colleague.
import { type Message, msg } from '../../../i18n/message.ts'
import type { Translator } from '../../../i18n/translator.ts'
import { type Outcome, OUTCOMES } from '../../../pairing/outcome.ts'
import type { PairRole } from '../../../pairing/pairLines.ts'
import { UNUSABLE_TITLES } from '../../../pairing/usability.ts'
import { type Align, escapeMarkdown, markdownTable } from '../../cells/markdown.ts'
import { NEAR_MISS_TITLES } from './nearMissTitles.ts'
import type { ReportFacts } from './reportFacts.ts'

/** Rows of a table; what is rarer is summed up. */
const MOST_ROWS = 50

const OUTCOME_TITLES: Readonly<Record<Outcome, Message>> = {
  succeeded: msg('Succeeded'),
  failed: msg('Failed'),
  missing: msg('Missing: no answer'),
  unexpected: msg('Unexpected: no request'),
  duplicate: msg('Duplicate'),
}

const ROLE_TITLES: Readonly<Record<PairRole, Message>> = {
  requests: msg('requests'),
  answers: msg('answers'),
}

export function writeReport(facts: ReportFacts, translator: Translator): string {
  const { finishReasons, unusable, nearMisses } = facts.summary
  const sections = [
    section(translator.t(msg('Files')), files(facts, translator)),
    section(translator.t(msg('Outcomes')), outcomes(facts, translator)),
    section(translator.t(msg('Errors')), errors(facts, translator)),
    section(
      translator.t(msg('Finish reasons')),
      counted(msg('Finish reason'), finishReasons, translator),
    ),
    section(
      translator.t(msg('Not usable')),
      counted(msg('Reason'), titled(unusable, UNUSABLE_TITLES, translator), translator),
    ),
    section(translator.t(msg('Models')), models(facts, translator)),
    section(translator.t(msg('Tokens')), tokens(facts, translator)),
    section(translator.t(msg('Cost')), cost(facts, translator)),
    section(
      translator.t(msg('Ids that nearly match')),
      counted(
        msg('Why they are not joined'),
        titled(nearMisses, NEAR_MISS_TITLES, translator),
        translator,
      ),
    ),
    ...firstIds(facts, translator),
  ]
  return `# ${translator.t(msg('Batch report'))}\n${sections.filter((text) => text !== '').join('')}`
}

function section(title: string, body: string): string {
  return body === '' ? '' : `\n## ${title}\n\n${body}`
}

function table(
  columns: readonly (readonly [title: Message, align: Align])[],
  rows: readonly (readonly string[])[],
  translator: Translator,
): string {
  return markdownTable(
    columns.map(([title, align]) => [translator.t(title), align]),
    rows,
  )
}

function files({ sources }: ReportFacts, translator: Translator): string {
  return table(
    [
      [msg('File'), 'left'],
      [msg('Role'), 'left'],
      [msg('Lines'), 'right'],
      [msg('Not JSON'), 'right'],
      [msg('Without id'), 'right'],
    ],
    sources.map(({ name, role, lines, broken, withoutKey }) => [
      escapeMarkdown(name),
      translator.t(ROLE_TITLES[role]),
      translator.number(lines),
      translator.number(broken),
      translator.number(withoutKey),
    ]),
    translator,
  )
}

function outcomes(
  { counts, requests, answers, sources }: ReportFacts,
  translator: Translator,
): string {
  const hasRequests = sources.some(({ role }) => role === 'requests')
  const rows = OUTCOMES.filter(
    (outcome) => hasRequests || (outcome !== 'missing' && outcome !== 'unexpected'),
  ).map((outcome) => [translator.t(OUTCOME_TITLES[outcome]), translator.number(counts[outcome])])
  const lines = hasRequests
    ? msg(
        '{requests, plural, one {# request} other {# requests}}, {answers, plural, one {# answer} other {# answers}}.',
        { requests, answers },
      )
    : msg(
        '{answers, plural, one {# answer} other {# answers}}. The requests are not known, so nothing is said of missing answers.',
        { answers },
      )
  return `${translator.t(lines)}\n\n${table([[msg('Outcome'), 'left'], COUNT], rows, translator)}`
}

const COUNT = [msg('Count'), 'right'] as const

function errors({ summary }: ReportFacts, translator: Translator): string {
  const rows = summary.errors
    .slice(0, MOST_ROWS)
    .map(({ value, count, message }) => [
      escapeMarkdown(value),
      translator.number(count),
      escapeMarkdown(message ? translator.t(message) : ''),
    ])
  return (
    table(
      [[msg('Code'), 'left'], COUNT, [msg('Message of one of them'), 'left']],
      rows,
      translator,
    ) + more(summary.errors.slice(MOST_ROWS), translator)
  )
}

interface Counted {
  readonly value: string
  readonly count: number
}

/** Values as their titles. */
function titled<Code extends string>(
  values: readonly { readonly value: Code; readonly count: number }[],
  titles: Readonly<Record<Code, Message>>,
  translator: Translator,
): readonly Counted[] {
  return values.map(({ value, count }) => ({ value: translator.t(titles[value]), count }))
}

function counted(title: Message, values: readonly Counted[], translator: Translator): string {
  const rows = values
    .slice(0, MOST_ROWS)
    .map(({ value, count }) => [escapeMarkdown(value), translator.number(count)])
  return (
    table([[title, 'left'], COUNT], rows, translator) + more(values.slice(MOST_ROWS), translator)
  )
}

function more(rest: readonly { readonly count: number }[], translator: Translator): string {
  if (rest.length === 0) return ''
  const rows = rest.reduce((sum, { count }) => sum + count, 0)
  const words = msg(
    'And {values, number} more, {rows, plural, one {# row} other {# rows}} in all.',
    {
      values: rest.length,
      rows,
    },
  )
  return `\n${translator.t(words)}\n`
}

function models({ summary }: ReportFacts, translator: Translator): string {
  const rows = summary.models
    .slice(0, MOST_ROWS)
    .map(({ asked, answered, count }) => [
      escapeMarkdown(asked ?? '–'),
      escapeMarkdown(answered ?? '–'),
      translator.number(count),
    ])
  return (
    table([[msg('Asked for'), 'left'], [msg('Answered'), 'left'], COUNT], rows, translator) +
    more(summary.models.slice(MOST_ROWS), translator)
  )
}

const TOKEN_TITLES = [
  ['prompt', msg('Prompt')],
  ['cached', msg('Of these, cached')],
  ['cacheWritten', msg('Of these, written to the cache')],
  ['completion', msg('Completion')],
  ['reasoning', msg('Of these, reasoning')],
  ['total', msg('Total')],
] as const

function tokens({ summary: { usage } }: ReportFacts, translator: Translator): string {
  const { answers } = usage
  if (answers === 0) return ''
  const rows = TOKEN_TITLES.filter(([name]) => usage[name] > 0 || name === 'total').map(
    ([name, title]) => [translator.t(title), translator.number(usage[name])],
  )
  const lead = translator.t(
    msg('{answers, plural, one {# answer states its usage} other {# answers state their usage}}.', {
      answers,
    }),
  )
  return `${lead}\n\n${table([[msg('Tokens'), 'left'], COUNT], rows, translator)}`
}

function cost({ summary }: ReportFacts, translator: Translator): string {
  const { models: priced } = summary.cost
  if (priced.every(({ cost: known }) => known === undefined)) return ''
  const unknown = translator.t(msg('unknown'))
  const rows = priced
    .slice(0, MOST_ROWS)
    .map(({ model, usage, cost: known }) => [
      escapeMarkdown(model ?? '–'),
      translator.number(usage.answers),
      known ? dollars(known.batch, translator) : unknown,
      known ? dollars(known.standard, translator) : unknown,
    ])
  const columns = [
    [msg('Model'), 'left'],
    [msg('Answers'), 'right'],
    [msg('In a batch'), 'right'],
    [msg('At the standard price'), 'right'],
  ] as const
  return `${translator.t(costSentences(summary, translator))}\n\n${table(columns, rows, translator)}`
}

function costSentences(
  { cost: known, pricesOf }: ReportFacts['summary'],
  translator: Translator,
): Message {
  const { cost: sums, saved, unpricedAnswers: unpriced } = known
  const values = {
    batch: dollars(sums.batch, translator),
    standard: dollars(sums.standard, translator),
    saved: dollars(saved, translator),
    date: pricesOf,
  }
  return unpriced === 0
    ? msg(
        '{batch} in a batch, {standard} at the standard price, {saved} saved. An estimate by the prices of {date}.',
        values,
      )
    : msg(
        '{batch} in a batch, {standard} at the standard price, {saved} saved. An estimate by the prices of {date}. {unpriced, plural, one {# answer is from a model} other {# answers are from models}} without a known price and not in it.',
        { ...values, unpriced },
      )
}

/** Small amounts keep two digits that say something. */
function dollars(usd: number, translator: Translator): string {
  const digits = usd !== 0 && Math.abs(usd) < 0.1 ? 4 : 2
  // Rounded by its binary value, which Intl does by its decimal one.
  return translator.number(Number(usd.toFixed(digits)), {
    style: 'currency',
    currency: 'USD',
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  })
}

function firstIds({ firstIds: lists }: ReportFacts, translator: Translator): string[] {
  return lists
    .filter(({ ids }) => ids.length > 0)
    .map(({ outcome, ids, count }) => {
      const lead = msg('The first {first, number} of {count, number}:', {
        first: ids.length,
        count,
      })
      const none = translator.t(msg('(no id)'))
      const items = ids.map((id) => `- ${id === '' ? none : escapeMarkdown(id)}\n`).join('')
      return section(
        translator.t(OUTCOME_TITLES[outcome]),
        count > ids.length ? `${translator.t(lead)}\n\n${items}` : items,
      )
    })
}

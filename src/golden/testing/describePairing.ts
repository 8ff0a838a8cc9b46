// A batch as the app sees it, in text that people read: how its lines were joined, what it cost, which
// answers are useless, and each pair.
import type { PairingFacts, PairRow } from '../../contracts/pairingApi.ts'
import { inEnglish } from '../../i18n/testing/inEnglish.ts'
import type { PairingSession } from '../../pairing/session/pairingSession.ts'
import type { PairingSummary, ValueCount } from '../../pairing/summary/pairingSummary.ts'
import { cutText } from './cutText.ts'
import type { OpenedPairing } from './openPairing.ts'
import { valueOf } from '../../base/testing/valueOf.ts'

export async function describePairing({ pairing, facts }: OpenedPairing): Promise<string> {
  const { rows } = valueOf(
    await pairing.readRows({ filter: {}, order: 'requests' }, 0, Number.MAX_SAFE_INTEGER),
  )
  const pairs: string[] = []
  for (const row of rows) pairs.push(...(await describePair(pairing, row)))
  return [
    ...facts.sources.map(
      ({ name, role, providerId, keyPath, lines, broken, withoutKey }) =>
        `${name}: ${role} (${[providerId, keyPath].filter(Boolean).join(', ')}) · lines ${lines} · broken ${broken} · without key ${withoutKey}`,
    ),
    countsOf(facts),
    ...(facts.summary ? describeSummary(facts.summary) : []),
    '',
    ...pairs,
  ].join('\n')
}

function countsOf(facts: PairingFacts): string {
  const { requests, answers, succeeded, failed, missing, unexpected, duplicate, echoed } = facts
  const counts = { requests, answers, succeeded, failed, missing, unexpected, duplicate }
  const told = Object.entries(counts).map(([what, count]) => `${what} ${count}`)
  if (echoed?.answers) told.push(`${echoed.answers} joined by content, ${echoed.inOrder} by order`)
  return told.join(' · ')
}

function describeSummary(summary: PairingSummary): readonly string[] {
  const { errors, finishReasons, statuses, unusable, models, nearMisses } = summary
  const { usage, cost, pricesOf, spreads } = summary
  return [
    ...errors.map(
      ({ value, count, message }) =>
        `error ${value} ${count} × ${message ? inEnglish(message) : ''}`,
    ),
    ...describeCounts('finish reason', finishReasons),
    ...describeCounts('status', statuses),
    ...describeCounts('useless', unusable),
    ...models.map(
      ({ asked = '–', answered = '–', count }) => `model ${asked} → ${answered} ${count} ×`,
    ),
    ...describeCounts('nearly the id', nearMisses),
    `tokens ${Object.entries(usage)
      .map(([name, sum]) => `${name} ${sum}`)
      .join(' · ')}`,
    ...spreads.map(
      ({ name, median, p95, max }) => `${name}: ${median}, ${p95}, ${max} (median, 95 %, max)`,
    ),
    `cost at prices of ${pricesOf}: ${usd(cost.cost.batch)}, saved ${usd(cost.saved)}, answers without a price ${cost.unpricedAnswers}`,
    ...cost.models.map(
      ({ model = '–', cost: own }) => `  ${model}: ${own ? usd(own.batch) : 'no price'}`,
    ),
  ]
}

function describeCounts(
  what: string,
  counts: readonly ValueCount<string | number>[],
): readonly string[] {
  return counts.map(({ value, count }) => `${what} ${value} ${count} ×`)
}

/** Digits enough to tell sums of few tokens apart. */
function usd(value: number): string {
  return `$${value.toFixed(8)}`
}

/** A line of the grid; below it, what is wrong with an answer, in the words of its details. */
async function describePair(pairing: PairingSession, row: PairRow): Promise<readonly string[]> {
  const { id, outcome, status, errorCode, finishReason, tokens, unusable, nearMiss, others } =
    inEnglish(row)
  const words = [outcome, status, errorCode, finishReason, tokens, unusable, nearMiss]
  const place = `${row.requestLine ?? '–'}/${row.answerLine ?? '–'}`
  const title = [place, id, ...words.filter((word) => word !== undefined)].join(' · ')
  const { answers } = inEnglish(valueOf(await pairing.readPair(row.pair)))
  const findings = answers
    .filter(({ line }) => line === row.answerLine)
    .flatMap((answer) => answer.findings.map(({ message }) => `    ${message}`))
  return [
    others > 0 ? `${title} · ${others} more with this id` : title,
    `    ${cutText(inEnglish(row.promptPreview), 60)} → ${cutText(inEnglish(row.answerPreview), 100)}`,
    ...findings,
  ]
}

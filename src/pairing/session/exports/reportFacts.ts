// What the report is made of.
import { failureOf } from '../../../base/failures.ts'
import { msg } from '../../../i18n/message.ts'
import { OUTCOMES } from '../../outcome.ts'
import type { ReportFacts, ReportIds } from '../../../exporters/pairs/report/reportFacts.ts'
import { keyTextOfRow } from '../../join/pairs.ts'
import type { OpenPairing } from '../openPairing.ts'
import { PairingFailure } from '../pairingFailure.ts'
import type { ExportContext } from './exportContext.ts'

/** Ids of each outcome that are listed. */
const LISTED_IDS = 20

const LISTED = ['failed', 'missing', 'unexpected', 'duplicate'] as const

export function reportFactsOf({ pairing, facts }: ExportContext): ReportFacts {
  const { sources, requests, answers, summary } = facts
  if (!summary) {
    throw new PairingFailure(failureOf('pairing-not-ready', msg('The files are still being read.')))
  }
  const { succeeded, failed, missing, unexpected, duplicate } = facts
  return {
    sources,
    requests,
    answers,
    counts: { succeeded, failed, missing, unexpected, duplicate },
    summary,
    firstIds: LISTED.map((outcome) => firstIdsOf(pairing, outcome)),
  }
}

function firstIdsOf({ pairs }: OpenPairing, outcome: (typeof LISTED)[number]): ReportIds {
  const wanted = OUTCOMES.indexOf(outcome)
  const count = pairs.counts[outcome]
  const ids: string[] = []
  for (let row = 0; row < pairs.count && ids.length < Math.min(count, LISTED_IDS); row++) {
    if (pairs.outcomes[row] === wanted) ids.push(keyTextOfRow(pairs, row))
  }
  return { outcome, ids, count }
}

// What one press sends, how much of it, where to, and what it may cost.
import { bytes, type Message, msg } from '../../../i18n/message.ts'
import type { Translator } from '../../../i18n/translator.ts'
import type { DocumentFacts } from '../../../contracts/documentApi.ts'
import type { Estimate } from '../../../state/batch/batchStore.ts'
import { costText } from '../../controls/costText.ts'
import type { SendForm } from './sendForm.ts'

export interface SendScope {
  readonly facts: DocumentFacts
  readonly estimate: Estimate
  readonly selection: SendForm['selection']
  readonly host: string
  /** Its content is at the API already, and is used. */
  readonly usesEarlier: boolean
}

export function sendSentence(scope: SendScope, translator: Translator): Message {
  const { facts, estimate, selection, host, usesEarlier } = scope
  const isAll = selection === 'all'
  const isCounted = estimate.state === 'done' && estimate.requests > 0
  const lines = facts.lines - facts.blank - (isAll ? 0 : facts.invalid)
  const count = isCounted ? estimate.requests : lines
  // How large a part of the lines is, only their worker could tell.
  const size = isCounted ? estimate.bytes : isAll ? facts.bytes : undefined
  const what =
    size === undefined
      ? msg('{count, plural, one {# request} other {# requests}}', { count })
      : msg('{count, plural, one {# request} other {# requests}} ({size})', {
          count,
          size: bytes(size),
        })
  const batches = isAll ? leastBatches(facts) : 1
  const cost = isCounted ? estimate.batchCost : undefined
  if (usesEarlier) {
    return cost
      ? msg('Starts {what} that {host} has already. Estimated cost: {cost}.', {
          what,
          host,
          cost: costText(cost, translator),
        })
      : msg('Starts {what} that {host} has already, billed to the key.', { what, host })
  }
  return cost
    ? msg(
        'Sends {what} to {host} and starts {batches, plural, one {a batch} other {several batches}}. Estimated cost: {cost}.',
        { what, host, batches, cost: costText(cost, translator) },
      )
    : msg(
        'Sends {what} to {host} and starts {batches, plural, one {a batch} other {several batches}}, billed to the key.',
        { what, host, batches },
      )
}

/**
 * How many batches the lines need at least: parts are full only where lines fit them exactly, and there may be more
 * models than two.
 */
export function leastBatches({
  causes,
  fileFindings,
  meters,
}: Pick<DocumentFacts, 'causes' | 'fileFindings' | 'meters'>): number {
  const isSplit = [...causes, ...fileFindings].some(({ offer }) => offer === 'split')
  const byLimits = meters.map(({ limit, used }) => (limit > 0 ? Math.ceil(used / limit) : 1))
  return Math.max(isSplit ? 2 : 1, ...byLimits)
}

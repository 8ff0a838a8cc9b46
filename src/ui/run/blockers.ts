// What is missing before anything may be sent, in the order of the steps. Nothing is uploaded before the
// connection was checked, nor with lines that the API would refuse, unless the user insists on that very thing.
import { isOpenAi } from '../../batch/access.ts'
import type { ConnectionCheck } from '../../contracts/batchApi.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { BatchState, Step } from '../../state/batch/batchStore.ts'

export interface Blocker {
  /** Where it is put right; undefined where that is not in the panel. */
  readonly step: Step | undefined
  readonly text: Message
}

export interface SendSituation {
  readonly state: Pick<BatchState, 'access' | 'checks' | 'insists'>
  /** Of the document in front. */
  readonly facts: DocumentFacts | undefined
  /** Kinds of findings that the API would refuse. */
  readonly refusals: number
  /** What was typed at the last step cannot be sent. */
  readonly hasBadOptions: boolean
}

export function isGood({ isReachable, problem }: ConnectionCheck): boolean {
  return isReachable && problem === undefined
}

/** A server of one's own may want no key. */
export function lacksKey({ hasKey, baseUrl }: BatchState['access']): boolean {
  return !hasKey && isOpenAi(baseUrl)
}

export function findBlocker({
  state: { access, checks, insists },
  facts,
  refusals,
  hasBadOptions,
}: SendSituation): Blocker | undefined {
  if (!facts) return { step: undefined, text: msg('Open a file with requests first.') }
  if (facts.state === 'failed') {
    return { step: undefined, text: msg('The file could not be read.') }
  }
  if (facts.state === 'reading') {
    return { step: undefined, text: msg('The file is still being read.') }
  }
  if (facts.holdsResults) {
    return {
      step: undefined,
      text: msg('This file holds results. Open the one with the requests.'),
    }
  }
  if (lacksKey(access)) return { step: 'connect', text: msg('Enter your API key first.') }
  if (!insists.connection) {
    if (checks.length === 0) return { step: 'connect', text: msg('Check the connection first.') }
    if (!checks.every(isGood)) {
      return { step: 'connect', text: msg('The check of the connection found a problem.') }
    }
  }
  if (!insists.lines && refusals > 0) {
    return { step: 'check', text: msg('The API would refuse this file as it is.') }
  }
  if (hasBadOptions) return { step: 'send', text: msg('Correct the metadata first.') }
  return undefined
}

// How far each step is, in a line: folded, the panel reads as a checklist.
import { type Message, msg, share } from '../../i18n/message.ts'
import type { Translator } from '../../i18n/translator.ts'
import type { DocumentFacts } from '../../contracts/documentApi.ts'
import type { BatchState, Run, Step, Trial } from '../../state/batch/batchStore.ts'
import { partDone } from '../../state/progressText.ts'
import type { DocumentKey } from '../../state/store.ts'
import { isGood, lacksKey } from './blockers.ts'
import { costText } from '../controls/costText.ts'
import { isOver, runWord, summariseRun } from './follow/runSummary.ts'

/** `warning`: the user goes on all the same. */
export type StepMark = 'open' | 'busy' | 'done' | 'warning' | 'problem'

export interface StepLine {
  readonly mark: StepMark
  readonly text: Message
}

export interface StepSituation {
  readonly state: BatchState
  readonly facts: DocumentFacts | undefined
  readonly documentKey: DocumentKey | undefined
  /** Kinds of findings that the API would refuse. */
  readonly refusals: number
}

export function stepLine(step: Step, situation: StepSituation, translator: Translator): StepLine {
  switch (step) {
    case 'connect':
      return connectLine(situation.state)
    case 'check':
      return checkLine(situation, translator)
    case 'try':
      return tryLine(situation.state.trials)
    case 'send':
      return sendLine(situation, translator)
    case 'follow':
      return followLine(situation.state.runs[0])
  }
}

function connectLine({ access, checks, isChecking, insists }: BatchState): StepLine {
  if (isChecking) return { mark: 'busy', text: msg('Checking…') }
  if (lacksKey(access)) return { mark: 'open', text: msg('No key yet') }
  if (checks.length === 0) return { mark: 'open', text: msg('Not checked yet') }
  const bad = checks.filter((check) => !isGood(check)).length
  if (bad === 0)
    return { mark: 'done', text: msg('{host} answers', { host: hostOf(access.baseUrl) }) }
  return {
    mark: insists.connection ? 'warning' : 'problem',
    text: msg('{bad, number} of {count, number} calls failed', { bad, count: checks.length }),
  }
}

function checkLine(
  { state: { estimate, insists }, facts, refusals }: StepSituation,
  translator: Translator,
): StepLine {
  if (!facts) return { mark: 'open', text: msg('No file open') }
  if (facts.state === 'reading') return { mark: 'busy', text: msg('Reading the file…') }
  if (facts.holdsResults) return { mark: 'problem', text: msg('Results, not requests') }
  if (refusals > 0) {
    return {
      mark: insists.lines ? 'warning' : 'problem',
      text: msg('{count, plural, one {# reason} other {# reasons}} for the API to refuse it', {
        count: refusals,
      }),
    }
  }
  if (estimate.state === 'counting') return { mark: 'busy', text: msg('Counting tokens…') }
  if (estimate.state === 'done' && estimate.batchCost) {
    return {
      mark: 'done',
      text: msg('{count, plural, one {# request} other {# requests}}, {cost}', {
        count: estimate.requests,
        cost: costText(estimate.batchCost, translator),
      }),
    }
  }
  return {
    mark: estimate.state === 'done' ? 'done' : 'open',
    text: msg('{count, plural, one {# line} other {# lines}}, no errors found', {
      count: facts.lines,
    }),
  }
}

/** The request was answered, and not with an error. */
export function isAnswered({ state, answer }: Trial): boolean {
  return state === 'done' && answer !== undefined && !answer.error && answer.status < 400
}

function tryLine(trials: readonly Trial[]): StepLine {
  if (trials.length === 0) return { mark: 'open', text: msg('Optional') }
  const count = trials.length
  const done = trials.filter(({ state }) => state !== 'sending').length
  if (done < count) {
    return {
      mark: 'busy',
      text: msg('{done, number} of {count, number} answered', { done, count }),
    }
  }
  const bad = trials.filter((trial) => !isAnswered(trial)).length
  return bad === 0
    ? { mark: 'done', text: msg('{count, number} answered', { count }) }
    : { mark: 'problem', text: msg('{bad, number} of {count, number} failed', { bad, count }) }
}

function sendLine({ state: { runs }, documentKey }: StepSituation, { date }: Translator): StepLine {
  const run = runs.find((each) => each.documentKey === documentKey)
  if (!run || documentKey === undefined) return { mark: 'open', text: msg('Nothing sent yet') }
  const uploading = run.parts.find(({ state }) => state === 'uploading')
  if (uploading) {
    const { done = 0, total = 0 } = uploading.progress ?? {}
    return { mark: 'busy', text: msg('Uploading, {part}', { part: share(partDone(done, total)) }) }
  }
  if (run.parts.some(({ state }) => state === 'starting')) {
    return { mark: 'busy', text: msg('Starting…') }
  }
  const sent = run.parts.filter(({ batch }) => batch !== undefined).length
  if (sent === 0) return { mark: 'problem', text: msg('Not started') }
  const time = date(run.startedAt, { timeStyle: 'short' })
  return { mark: 'done', text: msg('Sent at {time}', { time }) }
}

function followLine(run: Run | undefined): StepLine {
  if (!run) return { mark: 'open', text: msg('Nothing started yet') }
  const { completed, failed, status, total } = summariseRun(run)
  const word = runWord(run)
  const mark = markOf(status, failed)
  if (completed + failed === 0) return { mark, text: word }
  if (failed > 0 && isOver(run)) {
    return {
      mark,
      text: msg('{status}, {failed, number} of {total, number} failed', {
        status: word,
        failed,
        total,
      }),
    }
  }
  return {
    mark,
    text: msg('{status}, {done, number} of {total, number}', {
      status: word,
      done: completed + failed,
      total,
    }),
  }
}

/** `status`: the API's word, or the state of a part without one. */
export function markOf(status: string, failed: number): StepMark {
  switch (status) {
    case 'completed':
      return failed > 0 ? 'warning' : 'done'
    case 'failed':
    case 'expired':
    case 'stopped':
    case 'unknown':
      return 'problem'
    case 'cancelled':
      return 'warning'
    case 'waiting':
    case 'none':
      return 'open'
    default:
      return 'busy'
  }
}

/** As it is shown: without scheme and path. */
export function hostOf(baseUrl: string): string {
  return URL.canParse(baseUrl) ? new URL(baseUrl).host : baseUrl
}

// What is said of a part as its record has it: why it waits, why it stopped, what its end means.
import { hasEnded } from '../../batch/batchObject.ts'
import { waitsForOthers } from '../../batch/partPlan.ts'
import { explainEnd } from '../../batch/statusWords.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { planOf } from './runPlan.ts'
import {
  batchOf,
  type PartRecord,
  type RunRecord,
  type StopReason,
  type WaitReason,
} from './runRecord.ts'

const STOPPED: Readonly<Record<StopReason, Message>> = {
  'page-closed': msg(
    'The page was closed before this part was uploaded, so nothing of it was sent. Open the file again and go on with it.',
  ),
  cancelled: msg('Cancelled before it was started. Nothing is billed.'),
  'not-uploaded': msg('This part could not be uploaded. Nothing of it is billed.'),
  'not-started': msg('This part was uploaded, and the API did not start it. Nothing is billed.'),
  'no-answer': msg(
    'The API was asked to start this part many times, never said whether it did, and lists no batch of it. Ask whoever runs it before you go on: what was started there may be billed.',
  ),
  'file-gone': msg(
    'The uploaded file is no longer at the API, so this part could not be started. Upload it again.',
  ),
}

const WAITS_FOR_TURN = msg('Waits for its turn, and starts by itself: keep this page open.')

const WAITS_FOR_OTHERS = msg(
  'Other batches of the account take all the room for waiting tokens. This part is tried again every few minutes: keep this page open. Cancel it if it is more than your account may have at all.',
)

const WAITING: Readonly<Record<WaitReason, Message>> = {
  room: msg(
    'As many tokens are waiting in batches as your account may have at a time. This part starts by itself when an earlier batch has ended: keep this page open.',
  ),
  api: msg('The API asked to wait. This part starts by itself in a while: keep this page open.'),
  network: msg(
    'There was no connection. This part starts by itself when there is one: keep this page open.',
  ),
}

/** Undefined where there is nothing to explain. */
export function noteOf(record: RunRecord, index: number): Message | undefined {
  const { state, file, batch, waitsFor, why } = record.parts[index] as PartRecord
  switch (state) {
    case 'waiting':
      if (!file) return msg('Waits until the parts before it are uploaded. Keep this page open.')
      if (waitsFor === 'room' && waitsForOthers(planOf(record, Date.now()))) return WAITS_FOR_OTHERS
      return waitsFor ? WAITING[waitsFor] : WAITS_FOR_TURN
    case 'starting':
      return undefined
    case 'unknown':
      return msg(
        'The API did not say whether this batch was started. Its list is looked through for a minute before anything is sent again, so that nothing is paid for twice.',
      )
    case 'stopped':
      return why && STOPPED[why]
    case 'uploading':
      return undefined
    case 'running':
    case 'ended':
      return batch && hasEnded(batch) ? explainEnd(batchOf(batch)) : undefined
  }
}

// What has to be right of a run before anything of it leaves.
import { fail, ok, type Result } from '../../base/result.ts'
import type { Secret } from '../../batch/secret.ts'
import type { BatchPart } from '../../contracts/batchParts.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { PART_KEY, RUN_KEY } from './runRecord.ts'

/** Of OpenAI's schema (`Metadata`): entries, and characters of names and values. Two entries are ours. */
const MAX_ENTRIES = 16 - 2
const MAX_NAME = 64
const MAX_VALUE = 512

/** What is wrong with the metadata of the user's. */
export function checkMetadata(
  metadata: Readonly<Record<string, string>>,
  key: Secret | undefined,
): Message | undefined {
  const entries = Object.entries(metadata)
  if (entries.length > MAX_ENTRIES) {
    return msg('A batch can have {count, number} entries of metadata of yours at most.', {
      count: MAX_ENTRIES,
    })
  }
  for (const [name, value] of entries) {
    if (name === RUN_KEY || name === PART_KEY) {
      return msg('{name} is set by Lineproof itself. Choose another name.', { name })
    }
    if (name === '' || name.length > MAX_NAME) {
      return msg('Names of metadata have 1 to {count, number} characters.', { count: MAX_NAME })
    }
    if (value.length > MAX_VALUE) {
      return msg('The value of {name} in the metadata is longer than {count, number} characters.', {
        name,
        count: MAX_VALUE,
      })
    }
    if (key && key.hideIn(name + value) !== name + value) {
      return msg(
        'The metadata holds the key. It is stored with the batch: leave the key out of it.',
      )
    }
  }
  return undefined
}

/** By part the endpoint that all of its lines have. */
export function endpointsOf(parts: readonly BatchPart[]): Result<readonly string[]> {
  const endpoints = parts.flatMap(({ endpoint }) => endpoint ?? [])
  return endpoints.length === parts.length
    ? ok(endpoints)
    : fail(
        'no-requests',
        msg('Not all lines have a url, such as /v1/chat/completions, so they cannot be a batch.'),
      )
}

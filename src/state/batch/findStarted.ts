// Looks through the list of batches for one whose start had no answer.
import { fail, ok, type Result } from '../../base/result.ts'
import type { Batch } from '../../batch/batchObject.ts'
import type { BatchApi, BatchPage } from '../../contracts/batchApi.ts'
import { msg } from '../../i18n/message.ts'
import { PART_KEY, type PartRecord, RUN_KEY, type RunRecord } from './runRecord.ts'

/** Seconds by which the machines of an API may differ. */
const SLACK_S = 120

/** Far more than an account starts while one looks: 10,000 batches. */
const MOST_PAGES = 200

/** The batch of a part, if there is one. Fails when the list cannot be read to its end. */
export async function findStarted(
  api: Pick<BatchApi, 'batches'>,
  run: RunRecord,
  index: number,
  all: readonly RunRecord[],
): Promise<Result<Batch | undefined>> {
  const part = run.parts[index] as PartRecord
  const known = new Set(all.flatMap(({ parts }) => parts.flatMap(idsOf)))
  // By the clock of the API, which made the file before the batch.
  const earliest = (part.file?.createdAt ?? 0) - SLACK_S
  const found: Batch[] = []
  let after: string | undefined
  let pages = 0
  do {
    if (++pages > MOST_PAGES) return fail('api-refused', ENDLESS)
    const page: Result<BatchPage> = await (after === undefined ? api.batches() : api.batches(after))
    if (!page.ok) return page
    found.push(
      ...page.value.batches.filter((batch) => !known.has(batch.id) && isOf(batch, run, index)),
    )
    after = isOlder(page.value.batches, earliest) ? undefined : page.value.after
  } while (found.length === 0 && after !== undefined)
  return ok(found.find(({ status }) => status !== 'failed') ?? found[0])
}

const ENDLESS = msg('The list of batches at the API does not come to an end.')

function idsOf({ batch, refused }: PartRecord): readonly string[] {
  return batch ? [batch.id, ...refused] : refused
}

function isOf({ metadata, inputFileId }: Batch, run: RunRecord, index: number): boolean {
  const ofRun = metadata[RUN_KEY]
  if (ofRun !== undefined) return ofRun === run.id && metadata[PART_KEY] === String(index + 1)
  // Some servers forget metadata. A batch of the same file that nobody knows is then ours.
  return inputFileId !== undefined && inputFileId === run.parts[index]?.file?.id
}

/** The list, newest first, has come to batches that are older than the file. */
function isOlder(batches: readonly Batch[], earliest: number): boolean {
  const isNewestFirst = batches.every(
    ({ createdAt }, at) => at === 0 || createdAt <= (batches[at - 1] as Batch).createdAt,
  )
  const last = batches.at(-1)
  return isNewestFirst && last !== undefined && last.createdAt > 0 && last.createdAt < earliest
}

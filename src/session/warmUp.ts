// Runs the engine once on a few lines while idle: what is compiled at first use (schemas,
// plans, the hot loops) is ready when the first file is dropped.
import { typicalLines } from '../formats/defineFormat.ts'
import { formats } from '../formats/registry.ts'
import { DocumentSession } from './documentSession.ts'

/** Opens the examples of each format and forgets them. */
export async function warmUp(loadScanner: () => Promise<WebAssembly.Module>): Promise<void> {
  // Those of other providers are seldom, and anyone who drops a file at once would wait for them.
  for (const format of formats.filter(({ variantOf }) => variantOf === undefined)) {
    const { id } = format
    const session = new DocumentSession(loadScanner)
    const file = new File([typicalLines(format).join('\n')], id)
    await session.open(file, { jobId: id, startedAt: Date.now() }, () => {})
    await session.readRows({ kind: 'all' }, 0, 10)
  }
}

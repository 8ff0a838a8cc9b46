// Runs the engine once on a few lines while idle: what is compiled at first use (schemas,
// plans, the hot loops) is ready when the first file is dropped.
import { typicalLines } from '../formats/defineFormat.ts'
import { formats } from '../formats/registry.ts'
import { DocumentSession } from './documentSession.ts'

/** Bytes after which engines have compiled the scanner's hot loops for speed; all formats share them. */
const HOT_BYTES = 4_000_000

/** Looks at a number and at two strings of each line. */
const QUERY = {
  text: 'custom_id ends with "~" or method = "~" or body.max_tokens < 0',
  isRegExp: false,
  matchCase: true,
  isQuery: true,
}

/** Opens the examples of each format and forgets them. `isFirst`: no other thread of the page has done so. */
export async function warmUp(
  loadScanner: () => Promise<WebAssembly.Module>,
  { isFirst }: { readonly isFirst: boolean },
): Promise<void> {
  // Those of other providers are seldom, and anyone who drops a file at once would wait for them.
  const usual = formats.filter(({ variantOf }) => variantOf === undefined)
  for (const [i, format] of usual.entries()) {
    const { id } = format
    const session = new DocumentSession(loadScanner)
    const lines = `${typicalLines(format).join('\n')}\n`
    const file = new File([isFirst && i === 0 ? lines.repeat(HOT_BYTES / lines.length) : lines], id)
    await session.open(file, { jobId: id, startedAt: Date.now() }, () => {})
    await session.readRows({ kind: 'all' }, 0, 10)
    // All formats are read alike for a query.
    if (i === 0) await session.search(QUERY, id, () => {})
  }
}

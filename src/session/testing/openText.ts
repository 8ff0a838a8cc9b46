// For tests in Node: a session over a text, without a worker.
import { loadScannerModule } from '../../scanner/testing/loadScanner.ts'
import type { AttachedFindings } from '../../contracts/attachedFindings.ts'
import type { CauseFix, CauseNameCounts, DocumentFacts, View } from '../../contracts/documentApi.ts'
import type { LineId } from '../../base/units.ts'
import { DocumentSession } from '../documentSession.ts'

export interface OpenedText {
  readonly session: DocumentSession
  /** The facts as last reported. */
  readonly facts: () => DocumentFacts
  /** What 'Fix all' offers for a cause, once it was counted. */
  readonly fixFor: (code: string) => Promise<CauseFix | undefined>
  /** The names behind a cause, when they are known. */
  readonly namesFor: (code: string) => Promise<CauseNameCounts | undefined>
  /** Verdicts of all lines, top to bottom. */
  readonly verdicts: () => Promise<string[]>
  readonly texts: (view?: View) => Promise<string[]>
}

/** Undefined where no line is. */
export async function idAt(
  session: Pick<DocumentSession, 'lineIdAt'>,
  index: number,
): Promise<LineId | undefined> {
  const found = await session.lineIdAt(index)
  return found.ok ? found.value.line?.id : undefined
}

export async function openText(
  content: string | Uint8Array,
  options: {
    formatId?: string
    name?: string
    attached?: AttachedFindings
    seed?: bigint
    ignored?: string[]
  } = {},
): Promise<OpenedText> {
  const session = new DocumentSession(loadScannerModule)
  const bytes = typeof content === 'string' ? new TextEncoder().encode(content) : content
  const file = new File([new Uint8Array(bytes)], options.name ?? 'lines.jsonl')
  let latest: DocumentFacts | undefined
  await session.open(
    file,
    {
      jobId: 'open',
      startedAt: Date.now(),
      attached: options.attached,
      ...(options.ignored && { ignored: options.ignored }),
      ...(options.formatId !== undefined && { formatId: options.formatId }),
      ...(options.seed !== undefined && { seed: options.seed }),
    },
    (facts) => {
      latest = facts
    },
  )
  const rows = async (view: View) => {
    const window = await session.readRows(view, 0, 1000)
    if (!window.ok) throw new Error(window.failure.code)
    return window.value.rows
  }
  return {
    session,
    facts() {
      if (!latest) throw new Error('no facts were reported')
      return latest
    },
    verdicts: async () => (await rows({ kind: 'all' })).map((row) => row.verdict),
    fixFor: async (code) => {
      await session.fixCounting.done()
      return latest?.causes.find((cause) => cause.code === code)?.fix
    },
    namesFor: async (code) => {
      await session.fixCounting.done()
      return latest?.causes.find((cause) => cause.code === code)?.names
    },
    texts: async (view = { kind: 'all' }) => (await rows(view)).map((row) => row.text),
  }
}

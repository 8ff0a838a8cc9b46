// For tests in Node: documents, their lines joined, and what an export needs of them.
import { PairViewCache } from '../../views.ts'
import { openText } from '../../../../session/testing/openText.ts'
import { findNearMisses } from '../../../join/nearMisses.ts'
import { joinLines } from '../../../join/joinLines.ts'
import type { PairRole } from '../../../pairLines.ts'
import { keyPathOf } from '../../../keyPath.ts'
import { findProvider } from '../../../providerRegistry.ts'
import { present } from '../../../../base/assert.ts'
import { valueOf } from '../../../../base/testing/valueOf.ts'
import { english } from '../../../../i18n/loadTranslator.ts'
import type { PairExportRequest, PairingFacts, PairView } from '../../../../contracts/pairingApi.ts'
import { pairedSources } from '../../openPairing.ts'
import type { OpenPairing, OpenSource } from '../../openPairing.ts'
import type { ExportContext } from '../exportContext.ts'

export interface TextToExport {
  readonly role: PairRole
  readonly text: string
  readonly providerId?: string
}

const ALL_PAIRS: PairView = { filter: {}, order: 'requests' }

/** An export as tests ask for it: of all pairs, unless they say otherwise. */
export type TestedExport = Partial<PairExportRequest> & Pick<PairExportRequest, 'exporterId'>

export function exportRequest(tested: TestedExport): PairExportRequest {
  return { jobId: 'e', view: ALL_PAIRS, options: {}, ...tested }
}

export function retry(
  resend: readonly string[],
  options: PairExportRequest['options'] = {},
): TestedExport {
  return { exporterId: 'retry', options: { resend, ...options } }
}

export async function openPairs(texts: readonly TextToExport[]): Promise<ExportContext> {
  const sources = await Promise.all(texts.map(openSource))
  const paired = pairedSources(sources)
  const pairs = joinLines(
    paired.requestSources.map(({ lines }) => lines),
    paired.answerSources.map(({ lines }) => lines),
  )
  const pairing: OpenPairing = {
    ...paired,
    pairs,
    near: findNearMisses(pairs),
    verdicts: new Uint8Array(pairs.answers.count),
    wantedJson: new Uint32Array(pairs.requests.count),
    requestMarks: new Uint8Array(pairs.requests.count),
    answerMarks: new Uint8Array(pairs.answers.count),
    revision: 1,
  }
  const views = new PairViewCache()
  const facts: PairingFacts = {
    state: 'ready',
    revision: 1,
    sources: sources.map(({ setup, lines }) => ({
      ...setup,
      lines: lines.count,
      broken: 0,
      withoutKey: 0,
    })),
    requests: pairs.requests.count,
    answers: pairs.answers.count,
    ...pairs.counts,
    matches: 0,
    doneBytes: 0,
    totalBytes: 0,
  }
  return { pairing, rowsOf: (view) => views.rowsOf(pairing, view), facts, translator: english }
}

async function openSource(
  { role, text, providerId = 'openai' }: TextToExport,
  place: number,
): Promise<OpenSource> {
  const document = await openText(text)
  const port = document.session.pairSource
  const read = await port.readLines(
    { role, providerId },
    'read',
    () => {},
    () => {},
  )
  const provider = present(findProvider(providerId), providerId)
  return {
    setup: { key: String(place), name: `${place}.jsonl`, role, providerId },
    port,
    provider,
    keyPath: present(keyPathOf(provider, role), 'path of the key'),
    lines: valueOf(read),
  }
}

/** A file of the user's, in memory; what was not closed is not there. */
export function memoryHandle(before = 'before'): {
  readonly handle: FileSystemFileHandle
  readonly text: () => string
  readonly isAborted: () => boolean
} {
  let saved = before
  let isAborted = false
  const createWritable = () => {
    const parts: Uint8Array<ArrayBuffer>[] = []
    return Promise.resolve({
      write: (bytes: Uint8Array<ArrayBuffer>) => {
        parts.push(bytes.slice())
        return Promise.resolve()
      },
      close: async () => {
        saved = await new Blob(parts).text()
      },
      abort: () => {
        isAborted = true
        return Promise.resolve()
      },
    })
  }
  return {
    // The rest of the interface is none of the exports' business.
    handle: { name: 'out', createWritable } as unknown as FileSystemFileHandle,
    text: () => saved,
    isAborted: () => isAborted,
  }
}

// Exports as the page asks for them.
import { failureOf } from '../../../base/failures.ts'
import { throttled } from '../../../base/progress.ts'
import { writeToFile } from '../../../base/writeToFile.ts'
import type { FactsOutput } from '../../../exporters/pairs/definePairExporter.ts'
import type { PairExportRequest, PairExportResult } from '../../../contracts/pairingApi.ts'
import type { OnProgress } from '../../../contracts/progress.ts'
import { msg } from '../../../i18n/message.ts'
import { PairingFailure } from '../pairingFailure.ts'
import type { ExportContext } from './exportContext.ts'
import { LeftOut } from './leftOut.ts'
import { fileNames } from './outputFiles.ts'
import type { Sink } from './outputFiles.ts'
import type { WindowSizes } from './readWindows.ts'
import { reportFactsOf } from './reportFacts.ts'
import { baseNameOf, exportSetup } from './exportSetup.ts'
import { selectRows } from './selectRows.ts'
import { BlobSink } from './sinks.ts'
import { writeRows } from './writeRows.ts'
import type { RowsResult } from './writeRows.ts'

export interface ExportControl {
  /** Throws to stop. */
  readonly check: () => void
  /** Hears of rows, every `REPORT_INTERVAL` at most. */
  readonly onProgress: OnProgress
  /** For tests. */
  readonly sizes?: WindowSizes | undefined
}

/** For downloads. Throws what `control.check` throws, and `PairingFailure`. */
export async function exportToBlobs(
  context: ExportContext,
  request: PairExportRequest,
  control: ExportControl,
): Promise<PairExportResult> {
  const sinks: BlobSink[] = []
  const openSink = (): Sink => {
    const sink = new BlobSink()
    sinks.push(sink)
    return sink
  }
  const { written, leftOut } = await run(context, request, openSink, control)
  const { exporter } = exportSetup(request)
  const { extension, mediaType } = exporter
  const names = fileNames(baseNameOf(exporter, context.facts.sources), extension, sinks.length)
  const blobs = await Promise.all(sinks.map((sink) => sink.blob(mediaType, control.check)))
  const files = blobs.map((blob, i) => ({ name: names[i] as string, blob }))
  return { files, written, leftOut: leftOut.list }
}

/**
 * Writes to a file of the user's; nothing is left when it fails or is stopped. Throws as
 * `exportToBlobs`, and refuses what takes more than one file.
 */
export async function exportToHandle(
  context: ExportContext,
  request: PairExportRequest,
  handle: FileSystemFileHandle,
  control: ExportControl,
): Promise<PairExportResult> {
  const { written, leftOut } = await writeToFile(handle, (write) => {
    const sink = { write }
    const openSink = (place: number): Sink => {
      if (place === 0) return sink
      throw new PairingFailure(
        failureOf(
          'several-files',
          msg('The export takes several files, and only one was chosen. Download them instead.'),
        ),
      )
    }
    return run(context, request, openSink, control)
  })
  return { files: [], written, leftOut: leftOut.list }
}

async function run(
  context: ExportContext,
  request: PairExportRequest,
  openSink: (place: number) => Sink,
  { check, onProgress, sizes }: ExportControl,
): Promise<Pick<RowsResult, 'written' | 'leftOut'>> {
  const setup = exportSetup(request)
  const { options } = setup
  const { output } = setup.exporter
  if (output.kind === 'facts') return writeFacts(context, output, openSink)
  const { pairing, translator } = context
  const selection = await selectRows(context, setup, output, check)
  return writeRows({ pairing, output, options, selection, translator }, openSink, {
    check,
    onProgress: throttled(onProgress),
    sizes,
  })
}

async function writeFacts(
  context: ExportContext,
  output: FactsOutput,
  openSink: (place: number) => Sink,
): Promise<Pick<RowsResult, 'written' | 'leftOut'>> {
  const text = output.write(reportFactsOf(context), context.translator)
  await openSink(0).write(new TextEncoder().encode(text))
  return { written: 1, leftOut: new LeftOut() }
}

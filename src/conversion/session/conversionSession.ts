// Converting behind the contract of its worker. Runs in Node tests as it runs in the worker.
import { DownloadTarget, type DownloadStore } from '../../api/downloadStore.ts'
import { deviceFailureOf, failureOf } from '../../base/failures.ts'
import { withEnding } from '../../base/fileName.ts'
import { Cancelled, Jobs } from '../../base/jobs.ts'
import { throttled } from '../../base/progress.ts'
import { randomId } from '../../base/randomId.ts'
import { fail, ok, type Result } from '../../base/result.ts'
import type {
  ConversionApi,
  ConversionChoice,
  ConversionPreview,
  ConvertedFile,
  ConvertRequest,
  FindLineRequest,
  Inspection,
  InspectRequest,
  NewFile,
  PackedFileInfo,
  PreviewRequest,
  UnpackedFile,
  UnpackRequest,
} from '../../contracts/conversionApi.ts'
import type { OnProgress } from '../../contracts/progress.ts'
import type {
  PreviewTranslationRequest,
  TranslatedFile,
  TranslateRequest,
  TranslationPreview,
} from '../../contracts/translationApi.ts'
import { blobSource, ReadFailure } from '../../document/byteSource.ts'
import { readAhead } from '../../document/readAhead.ts'
import { msg } from '../../i18n/message.ts'
import { type ConversionPlan, convertChunks, previewHead } from '../convertFile.ts'
import { withInitialValues } from '../defineSource.ts'
import { TEXT_ENCODINGS } from '../encodings/textEncodings.ts'
import {
  containerOf,
  headOf,
  packedFileOf,
  type Reading,
  readingOf,
  unpackedOf,
} from './contentOf.ts'
import { inspectHead } from '../inspectHead.ts'
import { lineOfPart } from '../lineOfPart.ts'
import { findSource, sources } from '../registry.ts'
import { optionsOf, previewTranslation } from './previewTranslation.ts'
import { translateChunks } from './translateChunks.ts'

/** Bytes by which is told what requests are: those with pictures are long. */
const TRANSLATED_HEAD = 4 * 1024 * 1024

/** What a session needs of where it runs. */
export interface ConversionWorld {
  /** Where files are put that are too large for memory. */
  readonly store: DownloadStore | undefined
  readonly loadScanner: () => Promise<WebAssembly.Module>
  /** Bytes that there is room for. */
  readonly room: () => Promise<number>
}

export class ConversionSession implements ConversionApi {
  readonly #world: ConversionWorld
  readonly #jobs = new Jobs()
  readonly #made = new Map<string, DownloadTarget>()

  constructor(world: ConversionWorld) {
    this.#world = world
  }

  inspect({ encoding, name, ...content }: InspectRequest): Promise<Result<Inspection>> {
    return settled(async () => {
      const head = await headOf(content)
      const found = inspectHead(head.bytes, head.isWhole, name, encoding)
      const likely = found.sources.map(({ source, options }) => ({ source, options }))
      const others = sources
        .filter((source) => !likely.some((each) => each.source === source))
        .map((source) => ({ source, options: {} }))
      return {
        encoding: found.encoding,
        isConvertible: found.isConvertible,
        encodings: TEXT_ENCODINGS,
        sources: [...likely, ...others].map(({ source, options }, at) => ({
          id: source.id,
          title: source.title,
          summary: source.summary,
          options: source.options,
          values: withInitialValues(source, options),
          isRecognised: at < likely.length,
        })),
      }
    })
  }

  preview(request: PreviewRequest): Promise<Result<ConversionPreview>> {
    return settled(async () => {
      const { bytes, isWhole } = await headOf(request)
      return previewHead(bytes, isWhole, await this.#planOf(request))
    })
  }

  convert(request: ConvertRequest, onProgress: OnProgress): Promise<Result<ConvertedFile>> {
    const { jobId, name } = request
    const report = throttled(onProgress)
    return this.#jobs.run(jobId, (job) =>
      settled(async () => {
        job.check()
        const plan = await this.#planOf(request)
        const onRead = (done: number, total: number): void => report({ unit: 'bytes', done, total })
        const { chunks, found } = await readingOf(request, { job, onRead })
        const made = await this.#make(
          (target) =>
            convertChunks(chunks, plan, { job, write: (bytes) => target.appendLent(bytes) }),
          () => nameOfMade(name, found),
        )
        return { ...made, ...found }
      }),
    )
  }

  previewTranslation({
    file,
    choice,
  }: PreviewTranslationRequest): Promise<Result<TranslationPreview>> {
    return settled(async () => {
      const { bytes, isWhole } = await headOf({ file }, TRANSLATED_HEAD)
      return previewTranslation(bytes, isWhole, choice)
    })
  }

  translate(
    { choice, file, jobId, name }: TranslateRequest,
    onProgress: OnProgress,
  ): Promise<Result<TranslatedFile>> {
    const options = optionsOf(choice)
    const report = throttled(onProgress)
    return this.#jobs.run(jobId, (job) =>
      settled(async () => {
        job.check()
        const onRead = (done: number, total: number): void => report({ unit: 'bytes', done, total })
        const { chunks } = await readingOf({ file }, { job, onRead })
        return this.#make(
          (target) =>
            translateChunks(chunks, options, { job, write: (bytes) => target.append(bytes) }),
          () => name,
        )
      }),
    )
  }

  findLine(request: FindLineRequest): Promise<Result<number>> {
    const { file, jobId, part } = request
    return this.#jobs.run(jobId, (job) =>
      settled(async () => {
        const plan = await this.#planOf(request)
        return lineOfPart(readAhead(blobSource(file)), { ...plan, part }, job)
      }),
    )
  }

  contents(file: Blob, name: string): Promise<Result<readonly PackedFileInfo[]>> {
    return settled(async () => {
      const { files } = await containerOf(file, name)
      return files.map(({ name: inside, size, refusal }) => ({
        name: inside,
        ...(size !== undefined && { size }),
        ...(refusal && { refusal }),
      }))
    })
  }

  unpack(request: UnpackRequest, onProgress: OnProgress): Promise<Result<UnpackedFile>> {
    const { allowsAnyRatio, file, index, jobId, name } = request
    const report = throttled(onProgress)
    return this.#jobs.run(jobId, (job) =>
      settled(async () => {
        const packed = await packedFileOf(file, { container: name, index })
        const limits = { limit: await this.#world.room(), allowsAnyRatio }
        const onRead = (done: number, total: number): void => report({ unit: 'bytes', done, total })
        const { chunks, found } = unpackedOf(packed, limits, { job, onRead })
        const made = await this.#make(
          async (target) => {
            for await (const chunk of chunks) {
              await target.appendLent(chunk as Uint8Array<ArrayBuffer>)
              job.check()
            }
            return {}
          },
          () => nameOfMade(baseName(packed.name), found),
        )
        return { ...made, ...found }
      }),
    )
  }

  async discard(id: string): Promise<Result<void>> {
    const target = this.#made.get(id)
    this.#made.delete(id)
    await target?.discard()
    return ok()
  }

  async cancel(jobId: string): Promise<Result<void>> {
    this.#jobs.cancel(jobId)
    return ok()
  }

  async #planOf({ sourceId, options, encoding }: ConversionChoice): Promise<ConversionPlan> {
    const source = findSource(sourceId)
    if (!source) {
      throw new ReadFailure(
        failureOf('unknown-source', msg('There is no such kind of file: {id}.', { id: sourceId })),
      )
    }
    return { source, options, encoding, tools: { wasm: await this.#world.loadScanner() } }
  }

  /** A new file of what `fill` appends; nothing is left of it where that fails. */
  async #make<T>(
    fill: (target: DownloadTarget) => Promise<T>,
    nameOf: () => string,
  ): Promise<T & NewFile> {
    const target = new DownloadTarget(this.#world.store)
    try {
      const result = await fill(target)
      const file = await target.finish(nameOf())
      // Not that of a file which an earlier worker made: documents of those are still closed.
      const id = randomId()
      this.#made.set(id, target)
      return { ...result, file, id }
    } catch (error) {
      await target.discard()
      throw error
    }
  }
}

/** What is not whole says so in its name: 'a-incomplete.jsonl'. */
function nameOfMade(name: string, { problem }: Reading['found']): string {
  const ending = /\.[^.]+$/.exec(name)?.[0] ?? ''
  return problem ? withEnding(name, `-incomplete${ending}`) : name
}

/** Without the folders that it stands in. */
function baseName(name: string): string {
  return name.split(/[/\\]/).at(-1) ?? name
}

/** Expected failures as values; anything else is a bug and goes on. */
async function settled<T>(work: () => Promise<T>): Promise<Result<T>> {
  try {
    return ok(await work())
  } catch (error) {
    if (error instanceof Cancelled) return fail('cancelled', msg('Stopped.'))
    if (error instanceof ReadFailure) return { ok: false, failure: error.failure }
    const failure = deviceFailureOf(error)
    if (failure) return { ok: false, failure }
    throw error
  }
}

// A page of the app's origin without the app and without its policy, in which a file is merely read, or
// validated by plain JSON.parse and zod, in a worker.
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from '@playwright/test'
import { build, type Plugin } from 'vite'
import type { PlainValidation } from '../../src/benchmark/plainValidator.ts'
import type { ReferenceAnswer, ReferenceTask } from './referenceWorker.ts'

const HTML = '<!doctype html><title>Reference</title><input type="file" multiple>'

/** The worker's code, whole. */
export async function bundleReferenceWorker(): Promise<string> {
  const entry = fileURLToPath(new URL('referenceWorker.ts', import.meta.url))
  const built = await build({
    configFile: false,
    logLevel: 'error',
    plugins: [useFastZod],
    build: { write: false, target: 'es2022', lib: { entry, formats: ['es'] } },
  })
  const [output] = Array.isArray(built) ? built : [built]
  if (output === undefined || !('output' in output)) throw new Error('Nothing was bundled')
  const [chunk, ...others] = output.output
  if (others.length > 0) throw new Error('The worker is in more than one piece')
  return chunk.code
}

const useFastZod: Plugin = {
  name: 'fast-zod',
  enforce: 'pre',
  resolveId: (source, importer) =>
    source.endsWith('/zod.ts') && importer?.includes('/src/formats/') === true
      ? fileURLToPath(new URL('fastZod.ts', import.meta.url))
      : undefined,
}

export class ReferencePage {
  readonly #page: Page
  readonly #code: string

  private constructor(page: Page, code: string) {
    this.#page = page
    this.#code = code
  }

  /** `code` is what `bundleReferenceWorker` gave. */
  static async open(
    browser: Browser | BrowserContext,
    address: string,
    paths: string | readonly string[],
    code: string,
  ): Promise<ReferencePage> {
    const page = await browser.newPage()
    await page.route('**/reference', (route) =>
      route.fulfill({ contentType: 'text/html', body: HTML }),
    )
    await page.goto(new URL('reference', address).href)
    await page.locator('input').setInputFiles(typeof paths === 'string' ? paths : [...paths])
    return new ReferencePage(page, code)
  }

  /** Milliseconds. `place`: of the file among those that the page was opened with. */
  async read(readingId: string, place = 0): Promise<number> {
    return (await this.#perform({ kind: 'read', readingId }, place)) as number
  }

  async validate(formatId: string): Promise<PlainValidation> {
    return (await this.#perform({ kind: 'validator', formatId })) as PlainValidation
  }

  /** Milliseconds in which the file is read and written into private storage. */
  async copy(): Promise<number> {
    return (await this.#perform({ kind: 'copy' })) as number
  }

  /** Milliseconds in which the browser's own inflater unpacks the file. */
  async inflate(format: CompressionFormat): Promise<number> {
    return (await this.#perform({ kind: 'inflate', format })) as number
  }

  async close(): Promise<void> {
    await this.#page.close()
  }

  async #perform(task: ReferenceTask, place = 0): Promise<ReferenceAnswer> {
    return this.#page.evaluate(performOnce, { code: this.#code, task, place })
  }
}

/** Runs in the page; each task has a worker of its own. */
async function performOnce({
  code,
  task,
  place,
}: {
  code: string
  task: ReferenceTask
  place: number
}): Promise<ReferenceAnswer> {
  const file = globalThis.document.querySelector('input')?.files?.[place]
  const url = URL.createObjectURL(new Blob([code], { type: 'text/javascript' }))
  const worker = new Worker(url, { type: 'module' })
  try {
    return await new Promise<ReferenceAnswer>((resolve, reject) => {
      worker.addEventListener('message', ({ data }: MessageEvent) => {
        const { answer, error } = data as { answer: ReferenceAnswer; error?: string }
        if (error === undefined) resolve(answer)
        else reject(new Error(error))
      })
      worker.addEventListener('error', (event) => reject(new Error(event.message)))
      worker.postMessage({ file, task })
    })
  } finally {
    worker.terminate()
    URL.revokeObjectURL(url)
  }
}

// Memory of the browser's renderer processes, pages and workers together, as the system sees it; and processor
// time.
import { readFile } from 'node:fs/promises'
import type { Browser } from '@playwright/test'

/** Milliseconds between two looks. */
const SAMPLE_INTERVAL = 200

export interface MemoryWatch {
  /** Ends the watch; the highest number of bytes seen. */
  stop(): Promise<number>
}

/** Resident bytes of all renderers; NaN where there is no /proc. */
export async function readRendererMemory(browser: Browser): Promise<number> {
  return residentSum(await rendererIds(browser))
}

/** Watches the renderers that there are now. Asking the browser for them costs it some time. */
export async function watchRendererMemory(browser: Browser): Promise<MemoryWatch> {
  const ids = await rendererIds(browser)
  let peak = 0
  let isOver = false
  const watching = (async () => {
    while (!isOver) {
      peak = Math.max(peak, await residentSum(ids))
      await new Promise((resolve) => setTimeout(resolve, SAMPLE_INTERVAL))
    }
  })()
  return {
    async stop() {
      isOver = true
      await watching
      return peak
    },
  }
}

/** Milliseconds of processor time that all processes of the browser have used until now. */
export async function readProcessorTime(browser: Browser): Promise<number> {
  const processes = await processesOf(browser)
  return 1000 * processes.reduce((sum, { cpuTime }) => sum + cpuTime, 0)
}

async function rendererIds(browser: Browser): Promise<readonly number[]> {
  return (await processesOf(browser)).filter(({ type }) => type === 'renderer').map(({ id }) => id)
}

interface BrowserProcess {
  readonly type: string
  readonly id: number
  /** Seconds. */
  readonly cpuTime: number
}

async function processesOf(browser: Browser): Promise<readonly BrowserProcess[]> {
  const session = await browser.newBrowserCDPSession()
  const { processInfo } = await session.send('SystemInfo.getProcessInfo')
  await session.detach()
  return processInfo
}

async function residentSum(ids: readonly number[]): Promise<number> {
  const sizes = await Promise.all(ids.map((id) => residentBytes(id)))
  return sizes.reduce((sum, size) => sum + size, 0)
}

async function residentBytes(processId: number): Promise<number> {
  try {
    const status = await readFile(`/proc/${processId}/status`, 'utf8')
    return Number(/^VmRSS:\s+(\d+) kB/m.exec(status)?.[1] ?? 'NaN') * 1024
  } catch {
    // Ended between the two looks.
    return 0
  }
}

import type { Page } from '@playwright/test'

/**
 * Every worker of documents throws where no one catches it, as a bug or exhausted memory would make it. Also the
 * one that waits for the next file: which is which nobody can see from outside.
 */
export async function crashWorkers(page: Page): Promise<void> {
  const workers = page.workers().filter((worker) => worker.url().includes('/document.worker'))
  if (workers.length === 0) throw new Error('There is no worker to crash')
  for (const worker of workers) {
    await worker.evaluate(() => {
      setTimeout(() => {
        throw new Error('A crash made by the test')
      })
    })
  }
}

// Watches everything that a browser context sends: pages, workers and service workers.
import { type BrowserContext, expect } from '@playwright/test'

/** Schemes that never reach a network. */
const LOCAL_SCHEMES = ['blob:', 'data:', 'about:', 'devtools:']

/**
 * Starts to watch; the returned function fails when anything has been sent to another origin than
 * `origins` since. Call it at the end of the test.
 */
export function watchOutsideRequests(
  context: BrowserContext,
  origins: readonly string[],
): () => void {
  const outside: string[] = []
  const note = (url: string) => {
    if (!isInside(url, origins)) outside.push(url)
  }
  context.on('request', (request) => note(request.url()))
  context.on('page', (page) => {
    page.on('websocket', (socket) => note(socket.url()))
  })
  return () => expect(outside, 'requests that leave the origin').toEqual([])
}

function isInside(address: string, origins: readonly string[]): boolean {
  const url = new URL(address)
  return LOCAL_SCHEMES.includes(url.protocol) || origins.includes(url.origin)
}

/** As on pages that did not come over https: the browser has no hashes of its own. */
export async function withoutSubtle(run: () => Promise<void>): Promise<void> {
  Object.defineProperty(crypto, 'subtle', { value: undefined, configurable: true })
  try {
    await run()
  } finally {
    Reflect.deleteProperty(crypto, 'subtle')
  }
}

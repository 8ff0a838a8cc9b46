// For tests in Node, where the compiled module is a file beside the sources.

import { readFile } from 'node:fs/promises'

export async function loadScannerModule(): Promise<WebAssembly.Module> {
  return WebAssembly.compile(await readFile(new URL('../scanner.wasm', import.meta.url)))
}

// For tests in Node, where the compiled module is a file beside the sources.

import { readFile } from 'node:fs/promises'

let compiled: Promise<WebAssembly.Module> | undefined

/** Compiled once for all tests of a thread: many of them open a document for each case that they try. */
export function loadScannerModule(): Promise<WebAssembly.Module> {
  compiled ??= readFile(new URL('../scanner.wasm', import.meta.url)).then((bytes) =>
    WebAssembly.compile(bytes),
  )
  return compiled
}

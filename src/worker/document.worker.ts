// The thread's entry: exposes one document session to the page. A worker serves one document.
import { expose } from 'comlink'
import scannerUrl from '../scanner/scanner.wasm?url'
import { DocumentSession } from '../session/documentSession.ts'
import { warmUp } from '../session/warmUp.ts'
import type { DocumentApi } from './documentApi.ts'

const scannerModule = WebAssembly.compileStreaming(fetch(scannerUrl))
const loadScanner = (): Promise<WebAssembly.Module> => scannerModule
const session: DocumentApi & { ping(): number } = Object.assign(new DocumentSession(loadScanner), {
  ping: () => Date.now(),
})

expose(session)
// A failure here shows again, with its reason, when a document is opened.
warmUp(loadScanner).catch(() => {})

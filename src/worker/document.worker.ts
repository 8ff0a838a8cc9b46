// The thread's entry: exposes one document session to the page. A worker serves one document.
import { expose } from 'comlink'
import scannerUrl from '../scanner/scanner.wasm?url'
import { DocumentSession } from '../session/documentSession.ts'
import type { DocumentApi } from './documentApi.ts'

const scannerModule = WebAssembly.compileStreaming(fetch(scannerUrl))
const session: DocumentApi & { ping(): number } = Object.assign(
  new DocumentSession(() => scannerModule),
  { ping: () => Date.now() },
)

expose(session)

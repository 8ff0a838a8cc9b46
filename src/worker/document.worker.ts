// The thread's entry: exposes one document session to the page. A worker serves one document.
import { expose } from 'comlink'
import { ok } from '../base/result.ts'
import type { Message } from '../i18n/message.ts'
import { loadExpressions } from '../expressions/expressions.ts'
import scannerUrl from '../scanner/scanner.wasm?url'
import { DocumentSession } from '../session/documentSession.ts'
import { ResultCache } from '../resultCache/resultCache.ts'
import { warmUp } from '../session/warmUp.ts'
import type { WorkerSide } from './documentClient.ts'
import { FIRST_WORKER } from './firstWorker.ts'
import { journalStore } from './journalStore.ts'
import { servePairSource } from './pairSourcePort.ts'
import { privateStore } from './privateStore.ts'
import { serveTokenSource } from './tokenSourcePort.ts'

/** Set by vite.config.ts; empty while developing, when the validator changes under what it left. */
declare const ENGINE_BUILD: string

const scannerModule = WebAssembly.compileStreaming(fetch(scannerUrl))
const loadScanner = (): Promise<WebAssembly.Module> => scannerModule
const kept = ENGINE_BUILD === '' ? undefined : new ResultCache(privateStore, ENGINE_BUILD)
const document = new DocumentSession(loadScanner, kept, journalStore)
let pairSourcePort: MessagePort | undefined
let tokenSourcePort: MessagePort | undefined
const session: WorkerSide = Object.assign(document, {
  ping: () => Date.now(),
  sharePairSource(port: MessagePort) {
    pairSourcePort?.close()
    pairSourcePort = port
    servePairSource(document.pairSource, port)
    return Promise.resolve(ok())
  },
  shareTokenSource(port: MessagePort) {
    tokenSourcePort?.close()
    tokenSourcePort = port
    serveTokenSource(document.tokenSource, port)
    document.tokenSource.follow()
    return Promise.resolve(ok())
  },
  endTokenSource(problem: Message) {
    tokenSourcePort?.close()
    tokenSourcePort = undefined
    document.tokenSource.unfollow(problem)
    return Promise.resolve(ok())
  },
})

expose(session)
// A failure here shows again, with its reason, when a document is opened.
warmUp(loadScanner, { isFirst: self.name === FIRST_WORKER })
  .then(loadExpressions)
  .catch(() => {})

// The thread's entry: converts files for the page.
import { expose } from 'comlink'
import { loadOnce } from '../base/loadOnce.ts'
import type { ConversionApi } from '../contracts/conversionApi.ts'
import { ConversionSession } from '../conversion/session/conversionSession.ts'
import scannerUrl from '../scanner/scanner.wasm?url'
import { downloadStore } from './privateDownloads.ts'
import type { Pinged } from './workerClient.ts'

// The page names its worker after itself.
const store = downloadStore(self.name)
void store.clean()

const session = new ConversionSession({
  store,
  loadScanner: loadOnce(() => WebAssembly.compileStreaming(fetch(scannerUrl))),
  async room() {
    // Where the browser does not say, writing does.
    const { quota = Infinity, usage = 0 } = (await navigator.storage?.estimate()) ?? {}
    return quota - usage
  },
})

const side: ConversionApi & Pinged = Object.assign(session, { ping: () => Date.now() })

expose(side)

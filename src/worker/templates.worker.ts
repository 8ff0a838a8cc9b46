// The thread's entry: makes batches of rows for the page.
import { expose } from 'comlink'
import { DownloadTarget } from '../api/downloadStore.ts'
import type { TemplatesApi } from '../contracts/templatesApi.ts'
import { TemplateSession } from '../templates/templateSession.ts'
import { downloadStore } from './privateDownloads.ts'
import type { Pinged } from './workerClient.ts'

// The page names its worker after itself.
const store = downloadStore(self.name)
void store.clean()

const side: TemplatesApi & Pinged = Object.assign(
  new TemplateSession(() => new DownloadTarget(store)),
  { ping: () => Date.now() },
)

expose(side)

// What both workers that connect to an API are: the policies of their files differ, their code does not.
import { expose } from 'comlink'
import { ApiSession } from '../api/apiSession.ts'
import { PATIENCE, waitInTime } from '../api/environment.ts'
import { xhrSendForm } from '../api/xhrSendForm.ts'
import type { BatchApi } from '../contracts/batchApi.ts'
import { downloadStore } from './privateDownloads.ts'
import type { Pinged } from './workerClient.ts'

/** `allows`: whether the policy of this worker's file allows to connect to a base. */
export function serveApi(allows: (baseUrl: string) => boolean): void {
  const session = new ApiSession(
    {
      fetch: (input, init) => fetch(input, init),
      sendForm: xhrSendForm,
      isOnline: () => navigator.onLine,
      // The page names its worker after itself.
      store: downloadStore(self.name),
      wait: waitInTime,
      random: Math.random,
      now: Date.now,
      patience: PATIENCE,
    },
    allows,
  )
  const side: BatchApi & Pinged = Object.assign(session, { ping: () => Date.now() })
  expose(side)
}

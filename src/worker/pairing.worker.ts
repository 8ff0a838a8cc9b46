// The thread's entry: exposes the pairing to the page. The session knows nothing of ports.
import { expose } from 'comlink'
import { ok } from '../base/result.ts'
import { loadExpressions } from '../expressions/expressions.ts'
import { PairingSession } from '../pairing/session/pairingSession.ts'
import type { PairingApi } from '../contracts/pairingApi.ts'
import { openPairSource } from './pairSourceClient.ts'
import type { Pinged } from './workerClient.ts'

const session = new PairingSession()
const side: PairingApi & Pinged = Object.assign(session, {
  ping: () => Date.now(),
  attach(key: string, port: MessagePort) {
    const { source, close } = openPairSource(port)
    session.attachSource(key, source, close)
    return Promise.resolve(ok())
  },
})

expose(side)
// Asked for again when ids are grouped by a pattern.
loadExpressions().catch(() => {})

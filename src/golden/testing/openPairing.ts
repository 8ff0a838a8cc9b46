// The files of a batch, opened and paired as the app does it: it finds out which are answers, and whose.
import { present } from '../../base/assert.ts'
import { breathe } from '../../base/jobs.ts'
import type { PairingFacts, PairSourceSetup } from '../../contracts/pairingApi.ts'
import { PairingSession } from '../../pairing/session/pairingSession.ts'
import { openText } from '../../session/testing/openText.ts'
import type { GoldenFile } from './goldenFiles.ts'
import { valueOf } from '../../base/testing/valueOf.ts'

export interface OpenedPairing {
  readonly pairing: PairingSession
  /** When all answers are validated. */
  readonly facts: PairingFacts
}

export async function openPairing(files: readonly GoldenFile[]): Promise<OpenedPairing> {
  const pairing = new PairingSession()
  const setups: PairSourceSetup[] = []
  for (const { name, bytes } of files) {
    const { session } = await openText(bytes, { name })
    pairing.attachSource(name, session.pairSource)
    const reading = present(valueOf(await pairing.recognise(name)), `the role of ${name}`)
    setups.push({ ...reading, key: name, name })
  }
  let last: PairingFacts | undefined
  valueOf(
    await pairing.pair(setups, 'pair', (facts) => {
      last = facts
    }),
  )
  while (last?.checkingJson) await breathe()
  return { pairing, facts: present(last, 'facts') }
}

// 'Copy details': what the page says of itself, for a report of a fault.
import type { PairingFacts } from '../../contracts/pairingApi.ts'
import { msg } from '../../i18n/message.ts'
import { pageDetails } from '../details/pageDetails.ts'
import { store } from '../store.ts'
import { showMessage } from './messages.ts'

declare const APP_VERSION: string
declare const ENGINE_BUILD: string

/** `error`: what the page stopped with. Whether the browser allowed it; says so in a message, too. */
export async function copyDetails(error?: Error): Promise<boolean> {
  // Told by some browsers only, and so in no type of the DOM.
  const memory = 'deviceMemory' in navigator ? Number(navigator.deviceMemory) : undefined
  const details = pageDetails({
    version: APP_VERSION,
    build: ENGINE_BUILD,
    userAgent: navigator.userAgent,
    cores: navigator.hardwareConcurrency,
    memory,
    documents: store.getState().documents,
    pairing: await pairingFacts(),
    error,
  })
  try {
    await navigator.clipboard.writeText(details)
    showMessage(
      'status',
      msg('Details copied: version, browser and counts, nothing of your files.'),
    )
    return true
  } catch {
    showMessage('alert', msg('The browser did not allow copying.'))
    return false
  }
}

/** Its store is loaded with the pairing; where it cannot be loaded, there is no pairing. */
async function pairingFacts(): Promise<PairingFacts | undefined> {
  try {
    const { pairingStore } = await import('../pairing/pairingStore.ts')
    return pairingStore.getState().facts
  } catch {
    return undefined
  }
}

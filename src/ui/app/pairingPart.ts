// All of the pairing's page that is loaded with it, in one chunk.
export { commands } from '../commands/definitions/lazy/pairing.ts'
export { PairingView } from '../pairing/PairingView.tsx'

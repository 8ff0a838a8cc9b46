// Whether the table shows groups or pairs.
import type { ShownRows } from '../../state/pairing/pairingStore.ts'

export function isGrouped(shown: ShownRows | undefined): boolean {
  return shown?.view.group !== undefined && shown.view.filter.group === undefined
}

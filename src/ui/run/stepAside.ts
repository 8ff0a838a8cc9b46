// On a phone nothing else is in sight below the panel: what leads to another part of the page closes it there.
import { closeRunPanel } from '../../state/batch/panel.ts'
import { ONE_COLUMN } from '../controls/useMedia.ts'

/** To be called when the user is there. */
export function stepAside(): void {
  if (window.matchMedia(ONE_COLUMN).matches) closeRunPanel()
}

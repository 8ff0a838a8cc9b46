// What a control does, in words, for the mouse, the keyboard and the finger: the browser's own `title` is
// for the mouse alone. One tooltip for the whole page, above whichever control is asked about.
import { Tooltip } from '@base-ui/react/tooltip'
import { type JSX, useEffect, useState } from 'react'
import { useTranslator } from '../../../state/language.ts'
import { giveTitlesBack } from './controlText.ts'
import { type AskedControl, followControls } from './followControls.ts'
import styles from './TooltipLayer.module.css'

export function TooltipLayer(): JSX.Element | null {
  const [asked, setAsked] = useState<AskedControl>()
  const translator = useTranslator()
  useEffect(() => {
    const stop = followControls(setAsked)
    return () => {
      stop()
      giveTitlesBack()
    }
    // Of another language all is asked anew.
  }, [translator])
  if (!asked) return null
  return (
    <Tooltip.Root open>
      <Tooltip.Portal>
        <Tooltip.Positioner
          anchor={asked.element}
          className={styles['positioner']}
          side="bottom"
          sideOffset={6}
          collisionPadding={8}
          // It is the name or the description of the control already.
          aria-hidden
        >
          <Tooltip.Popup role="tooltip" className={styles['tooltip']}>
            {asked.text}
          </Tooltip.Popup>
        </Tooltip.Positioner>
      </Tooltip.Portal>
    </Tooltip.Root>
  )
}

// The menu of the lines, whose code is not of the first screen; a button of the same size stands for it until then.
import { Ellipsis } from 'lucide-react'
import type { JSX } from 'react'
import { msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { lazyPart } from '../controls/lazyPart.tsx'
import styles from '../table/TableToolbar.module.css'

const LinesMenu = lazyPart(async () => (await import('./LinesMenu.tsx')).LinesMenu, <Waiting />)

export const preloadLinesMenu = LinesMenu.preload

export function LinesMenuButton(): JSX.Element {
  return <LinesMenu />
}

function Waiting(): JSX.Element {
  const { t } = useTranslator()
  return (
    <button
      type="button"
      className={[styles['toggle'], styles['menuButton']].join(' ')}
      aria-label={t(msg('More to do with the lines'))}
      disabled
    >
      <Ellipsis aria-hidden />
    </button>
  )
}

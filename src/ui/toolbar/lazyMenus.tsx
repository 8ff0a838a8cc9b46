// The menus of the toolbar, whose code is not of the first screen; a disabled button of the same size
// stands for each until it is here.
import { ChevronDown, EllipsisVertical, Languages, type LucideIcon, SunMoon } from 'lucide-react'
import type { JSX } from 'react'
import { type Message, msg } from '../../i18n/message.ts'
import { useTranslator } from '../../state/language.ts'
import { Button, type ButtonProps } from '../controls/Button.tsx'
import { lazyPart } from '../controls/lazyPart.tsx'
import styles from './ExportButton.module.css'

export const ThemeMenu = lazyPart(
  async () => (await import('./ThemeMenu.tsx')).ThemeMenu,
  <Waiting name={msg('Theme')} Icon={SunMoon} />,
)

export const LanguageMenu = lazyPart(
  async () => (await import('./LanguageMenu.tsx')).LanguageMenu,
  <Waiting name={msg('Language')} Icon={Languages} />,
)

export const DocumentsMenu = lazyPart(
  async () => (await import('./DocumentsMenu.tsx')).DocumentsMenu,
  <Waiting name={msg('All documents')} Icon={ChevronDown} />,
)

export const SaveMenu = lazyPart(
  async () => (await import('./SaveMenu.tsx')).SaveMenu,
  <Waiting
    name={msg('Save options')}
    Icon={ChevronDown}
    look="primary"
    className={styles['second']}
  />,
)

export const MoreMenu = lazyPart(
  async () => (await import('./MoreMenu.tsx')).MoreMenu,
  <Waiting name={msg('More')} Icon={EllipsisVertical} />,
)

interface WaitingProps extends Pick<ButtonProps, 'look' | 'className'> {
  readonly name: Message
  readonly Icon: LucideIcon
}

function Waiting({ name, Icon, ...rest }: WaitingProps): JSX.Element {
  const { t } = useTranslator()
  return (
    <Button {...rest} size="icon" aria-label={t(name)} disabled>
      <Icon aria-hidden />
    </Button>
  )
}

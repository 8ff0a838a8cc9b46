// The menus of the toolbar, whose code is not of the first screen; a disabled button of the same size
// stands for each until it is here.
import { ChevronDown, EllipsisVertical, SunMoon } from 'lucide-react'
import { Button } from '../controls/Button.tsx'
import { lazyPart } from '../controls/lazyPart.tsx'
import styles from './ExportButton.module.css'

export const ThemeMenu = lazyPart(
  async () => (await import('./ThemeMenu.tsx')).ThemeMenu,
  <Button size="icon" aria-label="Theme" disabled>
    <SunMoon aria-hidden />
  </Button>,
)

export const DocumentsMenu = lazyPart(
  async () => (await import('./DocumentsMenu.tsx')).DocumentsMenu,
  <Button size="icon" aria-label="All documents" disabled>
    <ChevronDown aria-hidden />
  </Button>,
)

export const SaveMenu = lazyPart(
  async () => (await import('./SaveMenu.tsx')).SaveMenu,
  <Button
    look="primary"
    size="icon"
    className={styles['second']}
    aria-label="Save options"
    disabled
  >
    <ChevronDown aria-hidden />
  </Button>,
)

export const MoreMenu = lazyPart(
  async () => (await import('./MoreMenu.tsx')).MoreMenu,
  <Button size="icon" aria-label="More" disabled>
    <EllipsisVertical aria-hidden />
  </Button>,
)

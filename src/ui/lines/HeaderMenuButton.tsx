// What can be done with a column, behind a button in its title. Its code is not of the first screen.
import type { JSX } from 'react'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
import type { SortBy } from '../../contracts/sorting.ts'
import type { Message } from '../../i18n/message.ts'
import { lazyPart } from '../controls/lazyPart.tsx'

export interface HeaderMenuProps {
  readonly column: ColumnInfo
  /** It can be moved no further to the left, or to the right. */
  readonly isFirst: boolean
  readonly isLast: boolean
  readonly isOnly: boolean
  readonly isPinned: boolean
  /** Whether one more column may be pinned. */
  readonly canPin: boolean
}

/** Of a column that can only be sorted by. */
export interface SortMenuProps {
  readonly by: SortBy
  readonly title: Message
}

const HeaderMenu = lazyPart(async () => (await import('./HeaderMenu.tsx')).HeaderMenu)

const SortMenu = lazyPart(async () => (await import('./SortMenu.tsx')).SortMenu)

export async function preloadHeaderMenu(): Promise<void> {
  await Promise.all([HeaderMenu.preload(), SortMenu.preload()])
}

export function HeaderMenuButton(props: HeaderMenuProps): JSX.Element {
  return <HeaderMenu {...props} />
}

export function SortMenuButton(props: SortMenuProps): JSX.Element {
  return <SortMenu {...props} />
}

// What can be done with a column, behind a button in its title. Its code is not of the first screen.
import type { JSX } from 'react'
import type { ColumnInfo } from '../../contracts/documentApi.ts'
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

const HeaderMenu = lazyPart(async () => (await import('./HeaderMenu.tsx')).HeaderMenu)

export const preloadHeaderMenu = HeaderMenu.preload

export function HeaderMenuButton(props: HeaderMenuProps): JSX.Element {
  return <HeaderMenu {...props} />
}

// The one look of buttons outside the table and the drawer.
import type { ComponentProps, JSX } from 'react'
import styles from './Button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /** `plain` until hovered, `outlined`, or `primary` for the one thing to do next. */
  readonly look?: 'plain' | 'outlined' | 'primary'
  /** `small` inside lists; `icon` square, for a single icon; it needs an aria-label. */
  readonly size?: 'normal' | 'small' | 'icon'
}

export function Button({
  look = 'plain',
  size = 'normal',
  className,
  ...rest
}: ButtonProps): JSX.Element {
  const names = [styles['button'], styles[look], styles[size], className]
  return <button type="button" className={names.filter(Boolean).join(' ')} {...rest} />
}

// The one look of buttons outside the table and the drawer.
import type { ComponentProps, JSX } from 'react'
import styles from './Button.module.css'

export interface ButtonProps extends ComponentProps<'button'> {
  /**
   * `primary` for the one thing to do next, `danger` for what loses something. Absent: no frame and no
   * ground until hovered.
   */
  readonly look?: 'outlined' | 'primary' | 'danger'
  /** `small` inside lists; `icon` square, for a single icon; it needs an aria-label. */
  readonly size?: 'small' | 'icon'
}

export function Button({ look, size, className, ...rest }: ButtonProps): JSX.Element {
  const names = [styles['button'], look && styles[look], size && styles[size], className]
  return (
    <button type="button" className={names.filter(Boolean).join(' ')} data-look={look} {...rest} />
  )
}

// Whether a dialog or a question is open; their code is loaded apart.
import type { JSX } from 'react'
import { useApp } from '../../state/hooks.ts'
import { DialogOnTop } from './lazyParts.tsx'

export function OpenDialog(): JSX.Element | null {
  const isOpen = useApp(({ dialog, confirmation }) => (dialog ?? confirmation) !== undefined)
  return isOpen ? <DialogOnTop /> : null
}

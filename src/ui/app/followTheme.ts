// Puts the chosen theme on the html element, where tokens.css reads it.
import { readTheme } from '../../state/persistence.ts'
import { store, type ThemeChoice } from '../../state/store.ts'

/** Applies the stored theme now and every later choice. */
export function followTheme(): void {
  applyTheme(readTheme())
  store.subscribe((state, previous) => {
    if (state.theme !== previous.theme) applyTheme(state.theme)
  })
}

function applyTheme(theme: ThemeChoice): void {
  const { dataset } = document.documentElement
  if (theme === 'system') delete dataset['theme']
  else dataset['theme'] = theme
}

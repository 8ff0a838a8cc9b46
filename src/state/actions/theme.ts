// Light, dark, or as the system has it.
import { storeTheme } from '../persistence.ts'
import { store, type ThemeChoice } from '../store.ts'

export function setTheme(theme: ThemeChoice): void {
  store.setState({ theme })
  storeTheme(theme)
}

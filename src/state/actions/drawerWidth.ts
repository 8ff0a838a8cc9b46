// How wide the user wants the drawers beside the tables.
import { storeDrawerWidths } from '../persistence.ts'
import { type DrawerKind, store } from '../store.ts'

/** `px` in CSS pixels; undefined for the width that it has by itself. */
export function setDrawerWidth(kind: DrawerKind, px: number | undefined): void {
  const others = Object.entries(store.getState().drawerWidths).filter(([other]) => other !== kind)
  const drawerWidths = Object.fromEntries(px === undefined ? others : [...others, [kind, px]])
  store.setState({ drawerWidths })
  storeDrawerWidths(drawerWidths)
}

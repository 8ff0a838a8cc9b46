/**
 * How many columns stay when the table is scrolled sideways: those at the front that are pinned, and never the
 * last, or there would be nothing to scroll.
 */
export function pinnedCount(
  columns: readonly { readonly id: string }[],
  pins: readonly string[],
): number {
  const first = columns.findIndex(({ id }) => !pins.includes(id))
  return first < 0 ? Math.max(0, columns.length - 1) : first
}

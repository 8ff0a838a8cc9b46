// Loads the fonts of the table and of its signs before the first file is there to be shown. A browser
// looks for them at their first use, in the middle of laying out the page, which then takes twice as long.

/** What stands in tables and panels and is in few fonts. */
const SIGNS = '✓▲✕–…→×↑↓≡·“”'

const TEXT = '0123456789 Lineproof {"custom_id": "request-1"}'

/** Comes from a font of its own, which is large. */
const HAN = '行有效'

/** Sizes and weights as the style sheets have them. */
const FONTS: readonly (readonly [prefix: string, family: string])[] = [
  ['13px', '--sans'],
  ['550 13px', '--sans'],
  ['600 11px', '--sans'],
  ['700 10px', '--sans'],
  ['12px', '--mono'],
  ['600 12px', '--mono'],
]

export function warmFonts(): void {
  const context = document.createElement('canvas').getContext('2d')
  if (!context) return
  const style = getComputedStyle(document.documentElement)
  const isChinese = document.documentElement.lang.startsWith('zh')
  for (const [prefix, family] of FONTS) {
    context.font = `${prefix} ${style.getPropertyValue(family)}`
    context.measureText(TEXT + SIGNS + (isChinese ? HAN : ''))
  }
}

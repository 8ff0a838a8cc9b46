// How high a row is: known when the page is loaded, and the same for all rows from then on.

/** CSS pixels. Whole, so that no row boundary ever needs rounding; as high as a fingertip where there is no mouse. */
export const ROW_HEIGHT: number = isTouched() ? 44 : 26

/** False outside a browser. */
function isTouched(): boolean {
  return typeof matchMedia === 'function' && matchMedia('(pointer: coarse)').matches
}

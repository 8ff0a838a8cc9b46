// Numbers and truth values among the texts of a table.

/** No plus sign and no leading zeros: those are telephone numbers, postal codes and ids. */
const NUMBER = /^-?(?:0|[1-9]\d*)(?:\.\d+)?(?:e[+-]?\d+)?$/i
/** `12e4` is more often a code than a number; a point or a sign makes it one. */
const CODE = /^-?\d+e\d+$/i
const TRUTH = /^(?:true|false)$/i
/** Decimal digits that every 64-bit number keeps. */
const SAFE_DIGITS = 15

/**
 * The JSON of a number or a truth value, its digits as they stand; undefined for what has to stay a text,
 * among that numbers whose digits a reader would lose.
 */
export function inferValue(text: string): string | undefined {
  const first = text.charCodeAt(0)
  const isDigit = first >= 0x30 && first <= 0x39
  if (isDigit || first === 0x2d) return isSafeNumber(text) ? text : undefined
  return TRUTH.test(text) ? text.toLowerCase() : undefined
}

function isSafeNumber(text: string): boolean {
  if (!NUMBER.test(text) || CODE.test(text)) return false
  const value = Number(text)
  const digits = text.replace(/e.*$/i, '').replace(/\D/g, '').replace(/^0+/, '')
  // Beyond the range of numbers it would be infinite, or nothing.
  if (!Number.isFinite(value)) return false
  if (value === 0) return digits === '' && !text.startsWith('-')
  return digits.length <= SAFE_DIGITS || (Number.isSafeInteger(value) && String(value) === text)
}

// Numbers that readers with doubles do not keep: JavaScript and many others read all numbers as such, Python
// those that are no integers. Digits of a fraction that are more than a double has are none of these: they
// are what programs write of doubles, too. scanner/assembly/numbers.ts tells the same.

export type NumberLoss = 'digits' | 'range'

/** More significant digits than a double is ever written with. */
const MOST_SIGNIFICANT = 17
/** Up to as many digits of an integer are compared with what is read. */
const COMPARED_DIGITS = 19

/** 0.LEAD times ten to this power: the least that is infinite, and the largest that is zero. */
const INFINITE = { power: 309, lead: '1797693134862315807' }
const ZERO = { power: -323, lead: '2470328229206232720' }

/** What a double loses of a number as JSON writes it; undefined: nothing, or digits of its fraction. */
export function lossOf(source: string): NumberLoss | undefined {
  if (isOutOfRange(source)) return 'range'
  const digits = source.startsWith('-') ? source.slice(1) : source
  return /^\d{16,}$/.test(digits) && !isKept(digits) ? 'digits' : undefined
}

function isKept(digits: string): boolean {
  const significant = digits.replace(/0+$/, '').length
  if (digits.length > COMPARED_DIGITS) return significant <= MOST_SIGNIFICANT
  const read = Number(digits)
  return String(read) === digits || BigInt(read) === BigInt(digits)
}

/** Infinity, or 0 though it is none; to 19 digits. */
function isOutOfRange(source: string): boolean {
  const parts = /^-?(\d+)(?:\.(\d+))?(?:[eE]([+-]?\d+))?$/.exec(source)
  if (parts === null) return false
  const [, whole = '', fraction = '', exponent = '0'] = parts
  const digits = (whole + fraction).replace(/^0+/, '')
  if (digits === '') return false
  const power = whole.length - (whole.length + fraction.length - digits.length) + Number(exponent)
  const lead = digits.slice(0, INFINITE.lead.length).padEnd(INFINITE.lead.length, '0')
  if (power > INFINITE.power || power < ZERO.power) return true
  if (power === INFINITE.power) return lead > INFINITE.lead
  return power === ZERO.power && lead <= ZERO.lead
}

// Characters by what they can stand in one run with when a text is cut into words: the encodings cut
// between letters, spaces and signs, and digits into threes.

export const RUN_KINDS = {
  /** In no run: a digit. */
  none: 0,
  space: 1,
  letter: 2,
  sign: 3,
  /** Not told apart here: goes with whatever it follows. */
  any: 4,
} as const

const ASCII = Uint8Array.from({ length: 128 }, (_, code) => {
  if (code <= 32) return RUN_KINDS.space
  const character = String.fromCharCode(code)
  if (/[0-9]/.test(character)) return RUN_KINDS.none
  return /[a-z]/i.test(character) ? RUN_KINDS.letter : RUN_KINDS.sign
})

/** Punctuation of Chinese and Japanese, general punctuation: half-open ranges of code units. */
const SIGNS = [
  [0x2010, 0x2028],
  [0x2030, 0x205f],
  [0x3001, 0x3004],
  [0x3008, 0x3021],
  [0xff01, 0xff10],
  [0xff1a, 0xff21],
  [0xff3b, 0xff41],
  [0xff5b, 0xff66],
] as const

export function kindOf(codeUnit: number): number {
  if (codeUnit < 128) return ASCII[codeUnit] as number
  if (codeUnit < 0x2010) return RUN_KINDS.any
  for (const [from, to] of SIGNS) if (codeUnit >= from && codeUnit < to) return RUN_KINDS.sign
  return RUN_KINDS.any
}

/** The second half of a character beyond U+FFFF. */
export function isLowSurrogate(codeUnit: number): boolean {
  return codeUnit >= 0xdc00 && codeUnit < 0xe000
}

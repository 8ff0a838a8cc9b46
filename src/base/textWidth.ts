// How wide a text is in a monospaced font, in cells: Latin letters take one, East Asian characters and emoji
// two, marks on other characters none. For the widths of columns: what a font draws for a script that it
// does not have, nobody knows before.

/** [code unit]: one more than its cells, once they were asked for. */
const known = new Uint8Array(0x10000)

const MARK = /[\p{Mn}\p{Me}\p{Cf}]/u
const EMOJI = /\p{Emoji_Presentation}/u

type Ranges = readonly (readonly [from: number, to: number])[]

/** Unicode's East_Asian_Width W and F, but for emoji. */
const WIDE: Ranges = [
  // First consonants of Hangul, which stand for the syllable.
  [0x1100, 0x115f],
  [0x2329, 0x232a],
  // Radicals, punctuation, kana, Bopomofo, ideographs; Yi; Hangul.
  [0x2e80, 0x303e],
  [0x3041, 0x4dbf],
  [0x4e00, 0xa4cf],
  [0xa960, 0xa97c],
  [0xac00, 0xd7a3],
  // Other forms of ideographs, of vertical text, and of Latin.
  [0xf900, 0xfaff],
  [0xfe10, 0xfe19],
  [0xfe30, 0xfe6b],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  // Tangut, Khitan, Nüshu and old kana; squares; ideographs.
  [0x16fe0, 0x1b2ff],
  [0x1f200, 0x1f265],
  [0x20000, 0x3fffd],
]

/** Vowels and last consonants of Hangul, which stand in the cells of the first. */
const IN_SYLLABLE: Ranges = [
  [0x1160, 0x11ff],
  [0xd7b0, 0xd7ff],
]

const FLAG_LETTERS: Ranges = [[0x1f1e6, 0x1f1ff]]
const SKIN_TONES: Ranges = [[0x1f3fb, 0x1f3ff]]

const JOINER = 0x200d
/** What stands before it is drawn as an emoji. */
const EMOJI_STYLE = 0xfe0f

export function textWidth(text: string): number {
  let width = 0
  /** Of the last character that has one. */
  let last = 0
  let isJoined = false
  for (let at = 0; at < text.length; at++) {
    const point = text.codePointAt(at) as number
    if (point < 0x300) {
      width++
      last = 1
      isJoined = false
      continue
    }
    if (point > 0xffff) at++
    let own = widthOf(point)
    if (point === EMOJI_STYLE || (last > 0 && isIn(SKIN_TONES, point))) own = last === 1 ? 1 : 0
    else if (isJoined && own === 2) own = 0
    isJoined = point === JOINER && last === 2
    if (own === 0) continue
    width += own
    // A sign that has become an emoji has two.
    last = point === EMOJI_STYLE ? 2 : own
  }
  return width
}

function widthOf(point: number): number {
  if (point > 0xffff) return findWidth(point)
  const cells = known[point] as number
  if (cells > 0) return cells - 1
  const found = findWidth(point)
  known[point] = found + 1
  return found
}

function findWidth(point: number): number {
  if (isIn(IN_SYLLABLE, point)) return 0
  if (isIn(WIDE, point)) return MARK.test(String.fromCodePoint(point)) ? 0 : 2
  // Two make a flag.
  if (isIn(FLAG_LETTERS, point)) return 1
  const character = String.fromCodePoint(point)
  if (MARK.test(character)) return 0
  return EMOJI.test(character) ? 2 : 1
}

function isIn(ranges: Ranges, point: number): boolean {
  return ranges.some(([from, to]) => point >= from && point <= to)
}

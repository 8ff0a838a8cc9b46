// Long texts in steps between which other work gets its turn.
import { isLowSurrogate } from './runKinds.ts'

/** Code units of a step, at most. Some 10 ms of counting. */
export const STEP = 64 * 1024

/** How far before the end of a step a place between words is looked for. */
const LOOK_BACK = 1024

/**
 * The text in pieces. Cut before a space between two words, where the encodings cut too, their tokens add up
 * to those of the text; where there is no such place, to a few more.
 */
export function* stepsOf(text: string, step = STEP): Generator<string> {
  for (let from = 0; from < text.length; ) {
    const to = cutBefore(text, from, Math.min(text.length, from + step))
    yield text.slice(from, to)
    from = to
  }
}

function cutBefore(text: string, from: number, end: number): number {
  if (end === text.length) return end
  const least = Math.max(from + 1, end - LOOK_BACK)
  for (let at = end; at >= least; at--) {
    if (text[at] === ' ' && isWord(text.charCodeAt(at - 1)) && isWord(text.charCodeAt(at + 1))) {
      return at
    }
  }
  return isLowSurrogate(text.charCodeAt(end)) && end - 1 > from ? end - 1 : end
}

/** A letter of ASCII. */
function isWord(code: number): boolean {
  const lower = code | 32
  return lower >= 97 && lower <= 122
}

// Sorts lines by 64-bit keys: by 16 bits after the other, the lowest first, and only by those in which keys differ.
// Stable.

const DIGITS = 0x10000

/** Sorts lines [from, to) of `lines`; `spare` is as long, and is written to. */
export function sortByKeys(
  lines: Uint32Array,
  spare: Uint32Array,
  from: number,
  to: number,
  high: Uint32Array,
  low: Uint32Array,
): void {
  if (to - from < 2) return
  const counts = new Uint32Array(DIGITS)
  let source = lines
  let target = spare
  for (const half of [low, high]) {
    const varying = varyingBits(lines, from, to, half)
    for (const shift of [0, 16]) {
      if (((varying >>> shift) & (DIGITS - 1)) === 0) continue
      scatter(source, target, from, to, half, shift, counts)
      const other = source
      source = target
      target = other
    }
  }
  if (source !== lines) lines.set(source.subarray(from, to), from)
}

function varyingBits(lines: Uint32Array, from: number, to: number, half: Uint32Array): number {
  let all = 0xffffffff
  let any = 0
  for (let i = from; i < to; i++) {
    const bits = half[lines[i] as number] as number
    all &= bits
    any |= bits
  }
  return any & ~all
}

function scatter(
  source: Uint32Array,
  target: Uint32Array,
  from: number,
  to: number,
  half: Uint32Array,
  shift: number,
  counts: Uint32Array,
): void {
  counts.fill(0)
  for (let i = from; i < to; i++) {
    const digit = ((half[source[i] as number] as number) >>> shift) & (DIGITS - 1)
    counts[digit] = (counts[digit] as number) + 1
  }
  let at = from
  for (let digit = 0; digit < DIGITS; digit++) {
    const count = counts[digit] as number
    counts[digit] = at
    at += count
  }
  for (let i = from; i < to; i++) {
    const line = source[i] as number
    const digit = ((half[line] as number) >>> shift) & (DIGITS - 1)
    const place = counts[digit] as number
    target[place] = line
    counts[digit] = place + 1
  }
}

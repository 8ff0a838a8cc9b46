// The live length of the line in bytes. A long draft is counted in idle pieces after it has come to
// rest: counting 50 MB in one go holds up the page for longer than a keystroke may take.
import { useEffect, useState } from 'react'
import type { LineDetail } from '../../contracts/documentApi.ts'
import { utf8Length } from '../text/textPlace.ts'

/** Code units up to which bytes are counted with every keystroke, and counted in one piece. */
const PIECE = 200_000
const REST_MS = 400

/** Bytes of the draft, or of the line when there is none; undefined while there is no line. */
export function useByteLength(
  detail: LineDetail | undefined,
  draft: string | undefined,
): number | undefined {
  const [counted, setCounted] = useState<number>()
  const isLarge = draft !== undefined && draft.length > PIECE

  useEffect(() => {
    if (!isLarge || draft === undefined) return
    let at = 0
    let bytes = 0
    const countPiece = () => {
      // A pair that is split between pieces would count as two lone halves of three bytes each.
      const to = Math.min(at + PIECE, draft.length)
      const end = to < draft.length && isLowSurrogate(draft.charCodeAt(to)) ? to + 1 : to
      bytes += utf8Length(draft.slice(at, end))
      at = end
      if (at < draft.length) timer = setTimeout(countPiece)
      else setCounted(bytes)
    }
    let timer = setTimeout(countPiece, REST_MS)
    return () => clearTimeout(timer)
  }, [draft, isLarge])

  if (draft === undefined) return detail?.byteLength
  return isLarge ? (counted ?? detail?.byteLength) : utf8Length(draft)
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff
}

// The live length of the line in bytes, counted after a moment where counting takes long.
import { useEffect, useState } from 'react'
import type { LineDetail } from '../../worker/documentApi.ts'
import { utf8Length } from './textPlace.ts'

/** Code units up to which bytes are counted with every keystroke. */
const AT_ONCE_LIMIT = 200_000
const DELAY_MS = 300

/** Bytes of the draft, or of the line when there is none; undefined while there is no line. */
export function useByteLength(
  detail: LineDetail | undefined,
  draft: string | undefined,
): number | undefined {
  const [counted, setCounted] = useState<{ readonly text: string; readonly bytes: number }>()
  const isLarge = draft !== undefined && draft.length > AT_ONCE_LIMIT

  useEffect(() => {
    if (!isLarge || draft === undefined) return
    const timer = setTimeout(() => setCounted({ text: draft, bytes: utf8Length(draft) }), DELAY_MS)
    return () => clearTimeout(timer)
  }, [draft, isLarge])

  if (draft === undefined) return detail?.byteLength
  return isLarge ? (counted?.bytes ?? detail?.byteLength) : utf8Length(draft)
}

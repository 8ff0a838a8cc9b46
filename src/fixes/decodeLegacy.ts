// A whole line in an encoding from before UTF-8.
import type { FixProposal } from './defineFix.ts'
import { sequenceLength } from './brokenBytes.ts'
import { isValidJson } from './repairSyntax.ts'

/** Share of the characters beyond ASCII that have to be Han, kana, or their punctuation. */
const LEAST_SHARE = 0.9

/**
 * The line decoded; undefined when it is not valid JSON then, when it does not read like Chinese, or
 * when it has characters of UTF-8, so that only a part of it can be in the other encoding.
 */
export function decodeLegacy(
  bytes: Uint8Array,
  encoding: 'big5' | 'gb18030',
): FixProposal | undefined {
  if (hasUtf8Characters(bytes)) return undefined
  let text: string
  try {
    text = new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
  const beyondAscii = text.match(/\P{ASCII}/gu) ?? []
  const fitting = text.match(/[\p{Script=Han}\u3000-\u30ff\uff00-\uffef]/gu) ?? []
  if (fitting.length < 2 || fitting.length < LEAST_SHARE * beyondAscii.length) return undefined
  return isValidJson(text) ? { kind: 'replace', text } : undefined
}

/** Three bytes and more: two bytes of another encoding look like UTF-8 too often. */
function hasUtf8Characters(bytes: Uint8Array): boolean {
  for (let at = 0; at < bytes.length; ) {
    const length = sequenceLength(bytes, at)
    if (length >= 3) return true
    at += Math.max(1, length)
  }
  return false
}

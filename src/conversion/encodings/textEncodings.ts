// The encodings that a text file can be read in, as browsers call and know them.
// https://encoding.spec.whatwg.org/#names-and-labels
import { msg, type Message } from '../../i18n/message.ts'

export type TextEncodingId =
  | 'utf-8'
  | 'utf-16le'
  | 'utf-16be'
  | 'big5'
  | 'gb18030'
  | 'shift_jis'
  | 'euc-jp'
  | 'euc-kr'
  | 'windows-1252'

export interface TextEncoding {
  readonly id: TextEncodingId
  readonly label: Message
}

/** In the order in which they are offered. */
export const TEXT_ENCODINGS: readonly TextEncoding[] = [
  { id: 'utf-8', label: msg('UTF-8') },
  { id: 'big5', label: msg('Big5 (Traditional Chinese)') },
  { id: 'gb18030', label: msg('GB18030, GBK (Simplified Chinese)') },
  { id: 'utf-16le', label: msg('UTF-16, little-endian') },
  { id: 'utf-16be', label: msg('UTF-16, big-endian') },
  { id: 'shift_jis', label: msg('Shift_JIS (Japanese)') },
  { id: 'euc-jp', label: msg('EUC-JP (Japanese)') },
  { id: 'euc-kr', label: msg('EUC-KR (Korean)') },
  { id: 'windows-1252', label: msg('Windows-1252 (Western European)') },
]

export function labelOfEncoding(id: TextEncodingId): Message {
  return TEXT_ENCODINGS.find((encoding) => encoding.id === id)?.label as Message
}

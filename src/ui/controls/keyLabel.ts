// Keys as they are written on the keyboard at hand.
import { type Message, msg } from '../../i18n/message.ts'

/** Whether Ctrl is ⌘ here. */
export const isMac: boolean =
  typeof navigator !== 'undefined' && /Mac|iPhone|iPad/.test(navigator.userAgent)

const macKeys: Readonly<Record<string, string>> = { Mod: '⌘', Shift: '⇧', Alt: '⌥', Enter: '↵' }
const otherKeys: Readonly<Record<string, string>> = { Mod: 'Ctrl', Enter: '↵' }

/** 'Mod+Shift+Z' becomes 'Ctrl Shift Z', or '⌘ ⇧ Z'. */
export function keyLabel(keys: string, mac = isMac): string {
  const names = mac ? macKeys : otherKeys
  return keys
    .split('+')
    .map((key) => names[key] ?? key)
    .join(' ')
}

/** 'Undo (Ctrl Z)', for the title of a button. */
export function withKeys(action: Message, keys: string): Message {
  return msg('{action} ({keys})', { action, keys: keyLabel(keys) })
}

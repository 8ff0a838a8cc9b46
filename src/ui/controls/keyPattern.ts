// Keys as commands name them, such as 'Mod+Shift+Z': Mod is ⌘ on a Mac and Ctrl elsewhere.

/** What of a KeyboardEvent matters. */
export interface KeyPress {
  readonly key: string
  /** The key by its place on a US keyboard, such as `KeyZ`. */
  readonly code: string
  readonly ctrlKey: boolean
  readonly metaKey: boolean
  readonly shiftKey: boolean
  readonly altKey: boolean
}

/** Whether the press is exactly that combination. */
export function matchesKeys(pattern: string, press: KeyPress, isMac: boolean): boolean {
  const parts = pattern.split('+')
  const key = parts.at(-1) ?? ''
  const hasMod = parts.includes('Mod')
  if (press.altKey !== parts.includes('Alt')) return false
  if ((isMac ? press.metaKey : press.ctrlKey) !== hasMod) return false
  if (isMac ? press.ctrlKey : press.metaKey) return false
  // A sign such as ? needs Shift on some keyboards and not on others: the sign decides.
  const isSign = key.length === 1 && key.toLowerCase() === key.toUpperCase()
  if (!isSign && press.shiftKey !== parts.includes('Shift')) return false
  return letterOf(press) === key.toLowerCase()
}

/**
 * The key in lower case. On keyboards that write Cyrillic, Greek, Hebrew, Thai and others no key has a
 * Latin letter: there its place counts. Those that write Latin letters in other places mean the letters.
 */
function letterOf({ key, code }: KeyPress): string {
  // A vowel of Thai is a mark that combines with a letter.
  const isOtherLetter = /^[\p{L}\p{M}]$/u.test(key) && !/\p{Script=Latin}/u.test(key)
  return (isOtherLetter ? code.replace(/^Key/, '') : key).toLowerCase()
}

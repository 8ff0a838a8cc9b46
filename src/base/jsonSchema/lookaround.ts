/**
 * Whether a regular expression looks ahead or behind. Recorded: "Invalid JSON schema: regex lookaround is
 * not supported."
 */
export function hasLookaround(pattern: string): boolean {
  let isInClass = false
  for (let i = 0; i < pattern.length; i++) {
    const c = pattern[i]
    if (c === '\\') i++
    else if (isInClass) isInClass = c !== ']'
    else if (c === '[') isInClass = true
    else if (c === '(' && /^\(\?<?[=!]/.test(pattern.slice(i, i + 4))) return true
  }
  return false
}

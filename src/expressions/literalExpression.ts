// A text that is looked for as it is, as an expression of the browser's own. Every character is escaped,
// so no text makes it take long. The same one finds and marks: what is counted is what is marked.

/** Global. Letters of ASCII match in either case as they do where bytes are searched: no other letters. */
export function literalExpression(text: string, { ignoreCase }: { ignoreCase: boolean }): RegExp {
  const source = text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
  if (!ignoreCase) return new RegExp(source, 'g')
  // By the rules of Unicode the letter k would also match the sign of Kelvin.
  const isUnicode = !/^\p{ASCII}*$/u.test(text) && text.isWellFormed()
  return new RegExp(source, isUnicode ? 'giu' : 'gi')
}

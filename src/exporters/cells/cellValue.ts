// What a cell of a table says, before anyone has written it as CSV or Markdown.

/** Nothing at all is `undefined`. */
export type CellValue =
  | { readonly kind: 'text'; readonly text: string }
  | { readonly kind: 'number'; readonly number: number }
  /** JSON text as the line has it. */
  | { readonly kind: 'json'; readonly source: string }

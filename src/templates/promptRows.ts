// Prompts as people paste them become rows of one column.
import { PROMPT_COLUMN } from './row.ts'

const LINE_END = /\r\n|\n|\r/
const BLANK_LINES = /(?:\r\n|\n|\r)[^\S\r\n]*(?:\r\n|\n|\r)(?:[^\S\r\n]*(?:\r\n|\n|\r))*/

/** Rows that are put together before they become bytes. */
const GROUP = 4096

/** `lines`: one prompt a line; `paragraphs`: blank lines between prompts. Blank ones are none. */
export function promptsOf(text: string, split: 'lines' | 'paragraphs'): readonly string[] {
  const parts = text.replace(/^\ufeff/, '').split(split === 'lines' ? LINE_END : BLANK_LINES)
  // Line ends at the outside of a paragraph belong to none.
  return parts
    .map((part) => (split === 'lines' ? part : part.replace(/^[\r\n]+|[\r\n]+$/g, '')))
    .filter((part) => part.trim() !== '')
}

/** JSON Lines. */
export function rowsOfPrompts(prompts: readonly string[]): Blob {
  const groups: string[] = []
  for (let i = 0; i < prompts.length; i += GROUP) {
    const rows = prompts.slice(i, i + GROUP)
    groups.push(rows.map((prompt) => `${JSON.stringify({ [PROMPT_COLUMN]: prompt })}\n`).join(''))
  }
  return new Blob(groups)
}

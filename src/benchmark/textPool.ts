// Free text of made-up lines. Texts are taken from a pool: making each again would cost more than
// writing the file.
import { pick, seededRandom } from './seededRandom.ts'

export type Script = 'ascii' | 'chinese' | 'mixed'

/** Texts in a pool; a power of two, so that a place in it can be cut out of a scrambled index. */
export const POOL_SIZE = 512

const WORDS = {
  ascii:
    'the quick summary of a long report asks which number is right and why it was changed'.split(
      ' ',
    ),
  chinese: '請幫我 摘要 這份 報告 的 重點 並 列出 三個 可能 的 風險 與 對策 謝謝'.split(' '),
  mixed: 'please 摘要 the report 並 list 三個 risks – naïve “quoted” 🙂 for Zürich and Łódź'.split(
    ' ',
  ),
} as const satisfies Record<Script, readonly string[]>

/** Content with quotes, escapes, brackets and commas inside strings, as real prompts have. */
const SPICES =
  String.raw`\n|\"quoted\"|{\"k\": [1, 2]}|\t|back\\slash|\u00e9|a, b, c|// no comment`.split('|')

/**
 * POOL_SIZE insides of JSON strings, escapes included, of about `length` code units each. The same
 * for the same arguments.
 */
export function createTextPool(script: Script, length: number, seed = 1): readonly string[] {
  const random = seededRandom(seed)
  return Array.from({ length: POOL_SIZE }, () => {
    let text = ''
    while (text.length < length) {
      text += random() < 0.02 ? `${pick(random, SPICES)} ` : `${pick(random, WORDS[script])} `
    }
    return text.trimEnd()
  })
}

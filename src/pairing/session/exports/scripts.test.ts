// Exports keep every character of every script, composed as it was.
import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { anyScript } from '../../../base/testing/anyScript.ts'
import { valueOf } from '../../../base/testing/valueOf.ts'
import { runs } from '../../../tooling/runs.ts'
import { chatAnswer, chatRequest, linesOf, pairTexts } from '../testing/pairTexts.ts'
import { exportRequest, type TestedExport } from './testing/openPairs.ts'

/** On one line, and no formula to a spreadsheet. */
const words = anyScript.map((text) => `: ${text.toWellFormed().replace(/[\s\p{Cc}]/gu, '')}.`)

test('tables, text and lines have the words of a file as they stand there', async () => {
  await fc.assert(
    fc.asyncProperty(words, words, words, async (key, prompt, answer) => {
      const { pairing } = await pairTexts([
        { key: 'in', role: 'requests', text: linesOf([chatRequest(key, prompt)]) },
        { key: 'out', role: 'answers', text: linesOf([chatAnswer(key, answer)]) },
      ])
      const bytesOf = async (what: TestedExport): Promise<string> => {
        const { files } = valueOf(await pairing.exportBlobs(exportRequest(what), () => {}))
        return (await files[0]?.blob.text()) ?? ''
      }
      const fields = ['custom_id', 'prompt', 'answer']
      const table = await bytesOf({ exporterId: 'joinedCsv', options: { fields } })
      expect(parse(table, { bom: true })).toEqual([fields, [key, prompt, answer]])
      const joined = await bytesOf({ exporterId: 'joinedJsonl', options: { fields } })
      expect(Object.values(JSON.parse(joined) as object)).toEqual([key, prompt, answer])
      const text = await bytesOf({ exporterId: 'answersText', options: { withPrompts: true } })
      expect(text).toContain(prompt)
      expect(text).toContain(answer)
    }),
    runs(100),
  )
})

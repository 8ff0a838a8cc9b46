// JSON answers as columns of CSV, compared byte for byte.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/test.ts'

const ANSWERS = [
  '{"mood": "good", "score": 12345678901234567890, "topics": ["lid", "handle"]}',
  'Sorry, I cannot say.',
  '{"score": 1.0, "note": "=SUM(A1)", "by": {"name": "Ada"}}',
  '{"mood": "so, \\"so\\"", "none": null, "sure": true}',
] as const

test('fields of JSON answers are columns, in the order in which they first stand', async ({
  app,
  pairing,
  folder,
}) => {
  const ids = ANSWERS.map((_, at) => `r-${at + 1}`)
  const requests = [...ids, 'r-5'].map(
    (id) =>
      `{"custom_id":"${id}","method":"POST","url":"/v1/chat/completions","body":{"model":"gpt-6-luna","messages":[{"role":"user","content":"How is it?"}]}}`,
  )
  const answers = ids.map(
    (id, at) =>
      `{"custom_id":"${id}","response":{"status_code":200,"body":{"choices":[{"message":{"content":${JSON.stringify(ANSWERS[at])}},"finish_reason":"stop"}]}},"error":null}`,
  )
  const paths = [join(folder, 'input.jsonl'), join(folder, 'output.jsonl')] as const
  await writeFile(paths[0], `${requests.join('\n')}\n`)
  await writeFile(paths[1], `${answers.join('\n')}\n`)
  await app.openFiles(paths)
  await pairing.expectCounts({ requests: 5, succeeded: 4, missing: 1 })

  await pairing.openExportPairs('Joined results (CSV)')
  await pairing.tick('Fields of JSON answers as columns')
  await pairing.tick('Byte-order mark for spreadsheets', false)
  for (const field of ['error_code', 'error_message', 'finish_reason', 'model', 'prompt']) {
    await pairing.tick(field, false)
  }
  await pairing.tick('total_tokens', false)
  expect(await pairing.downloadText(5)).toBe(
    [
      'custom_id,outcome,answer,answer.mood,answer.score,answer.topics,answer.note,answer.by,answer.none,answer.sure',
      'r-1,succeeded,,good,12345678901234567890,"[""lid"", ""handle""]",,,,',
      'r-2,succeeded,"Sorry, I cannot say.",,,,,,,',
      `r-3,succeeded,,,1.0,,'=SUM(A1),"{""name"": ""Ada""}",,`,
      'r-4,succeeded,,"so, ""so""",,,,,,true',
      'r-5,missing,,,,,,,,',
      '',
    ].join('\r\n'),
  )
})

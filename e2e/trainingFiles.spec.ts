// Files of examples, as people open them together: one to train a model, one to test it.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { expect, test } from './support/test.ts'

const example = (question: string): string =>
  JSON.stringify({
    messages: [
      { role: 'user', content: question },
      { role: 'assistant', content: 'Yes.' },
    ],
  })

const questions = (from: number, to: number): string =>
  Array.from({ length: to - from }, (_, i) => `${example(`Question ${from + i}`)}\n`).join('')

test('examples of the training file are found in the validation file, until they are deleted', async ({
  app,
  folder,
}) => {
  const train = join(folder, 'train.jsonl')
  const valid = join(folder, 'valid.jsonl')
  await writeFile(train, questions(0, 20))
  await writeFile(valid, questions(18, 24))
  await app.open(train)
  await app.open(valid)
  const shared = app.cause('shared-examples')
  await expect(shared).toContainText('2 lines are also in train.jsonl')
  await expect(app.cause('too-few-examples')).toContainText('The file has 6 examples')
  await app.tab('train.jsonl').click()
  await expect(shared).toContainText('2 lines are also in valid.jsonl')
  await expect(app.cause('too-few-examples')).toHaveCount(0)

  await app.openLine(19)
  await app.editor.getByRole('button', { name: 'Delete line', exact: true }).click()
  await expect(shared).toContainText('1 line is also in valid.jsonl')
  await app.tab('valid.jsonl').click()
  await expect(shared).toContainText('1 line is also in train.jsonl')
  await app.closeTab('train.jsonl')
  await expect(shared).toHaveCount(0)
})

test('a model that was shut down is an error on each line, and the file says from when that is known', async ({
  app,
  folder,
}) => {
  const path = join(folder, 'old.jsonl')
  const line = (i: number, model: string): string =>
    `{"custom_id":"r-${i}","method":"POST","url":"/v1/chat/completions","body":{"model":"${model}","messages":[{"role":"user","content":"Hi"}]}}\n`
  await writeFile(path, [1, 2, 3].map((i) => line(i, 'gpt-4-turbo')).join(''))
  await app.open(path)
  await app.expectFacts({ invalid: 3 })
  await expect(app.cause('model-shut-down')).toContainText('3')
  const entry = app.page.getByText('Rules as of').locator('..')
  await expect(entry).toContainText(/\d{4}-\d\d-\d\d \(allowed values: \d{4}-\d\d-\d\d\)/)
})

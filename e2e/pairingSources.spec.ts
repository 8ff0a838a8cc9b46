// What takes part in a pairing and how it is read: order, places of ids, other providers.
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fixturePath } from './support/fixturePath.ts'
import { expect, test } from './support/test.ts'

interface Batch {
  readonly requests: readonly unknown[]
  readonly answers: readonly unknown[]
}

/** One batch of each kind: 'a' has an answer, 'b' an error or none. */
const BATCHES: Readonly<Record<string, Batch>> = {
  anthropic: {
    requests: ['a', 'b'].map((id) => ({
      custom_id: id,
      params: {
        model: 'claude-sonnet-5',
        max_tokens: 50,
        messages: [{ role: 'user', content: `Question ${id}?` }],
      },
    })),
    answers: [
      {
        custom_id: 'b',
        result: {
          type: 'errored',
          error: { type: 'error', error: { type: 'overloaded_error', message: 'Too busy.' } },
        },
      },
      {
        custom_id: 'a',
        result: {
          type: 'succeeded',
          message: {
            type: 'message',
            role: 'assistant',
            model: 'claude-sonnet-5',
            content: [{ type: 'text', text: 'Answer a.' }],
            stop_reason: 'end_turn',
            usage: { input_tokens: 7, output_tokens: 3 },
          },
        },
      },
    ],
  },
  gemini: {
    requests: ['a', 'b'].map((key) => ({
      key,
      request: { contents: [{ role: 'user', parts: [{ text: `Question ${key}?` }] }] },
    })),
    answers: [
      { key: 'b', error: { code: 14, message: 'Too busy.' } },
      {
        key: 'a',
        response: {
          candidates: [
            { content: { role: 'model', parts: [{ text: 'Answer a.' }] }, finishReason: 'STOP' },
          ],
          usageMetadata: { promptTokenCount: 7, candidatesTokenCount: 3, totalTokenCount: 10 },
          modelVersion: 'gemini-3-flash',
        },
      },
    ],
  },
  responses: {
    requests: ['a', 'b'].map((id) => ({
      custom_id: id,
      method: 'POST',
      url: '/v1/responses',
      body: { model: 'gpt-6-luna', input: `Question ${id}?` },
    })),
    answers: [
      {
        custom_id: 'b',
        response: null,
        error: { code: 'batch_expired', message: 'Too busy.' },
      },
      {
        custom_id: 'a',
        response: {
          status_code: 200,
          body: {
            object: 'response',
            status: 'completed',
            error: null,
            model: 'gpt-6-luna',
            output: [
              { type: 'reasoning', summary: [] },
              {
                type: 'message',
                role: 'assistant',
                content: [{ type: 'output_text', text: 'Answer a.' }],
              },
            ],
            usage: { input_tokens: 7, output_tokens: 3, total_tokens: 10 },
          },
        },
        error: null,
      },
    ],
  },
}

async function write(folder: string, name: string, lines: readonly unknown[]): Promise<string> {
  const path = join(folder, name)
  await writeFile(path, lines.map((line) => `${JSON.stringify(line)}\n`).join(''))
  return path
}

for (const [name, { requests, answers }] of Object.entries(BATCHES)) {
  test(`a batch of another form: ${name}`, async ({ app, pairing, folder }) => {
    await app.dropFiles([
      await write(folder, 'sent.jsonl', requests),
      await write(folder, 'came.jsonl', answers),
    ])
    await pairing.expectCounts({ requests: 2, succeeded: 1, failed: 1, missing: 0, unexpected: 0 })
    await expect(pairing.row('a')).toContainText('Answer a.')
    await expect(pairing.row('a')).toContainText('10')
    await expect(pairing.row('b')).toContainText('Too busy.')
    await pairing.openRow('a')
    await expect(pairing.drawer).toContainText('Question a?')
    await expect(pairing.drawer).toContainText('Answer a.')
    await pairing.openExportPairs('Retry file')
    expect(await pairing.downloadText(1)).toBe(`${JSON.stringify(requests[1])}\n`)
  })
}

test('of embeddings the drawer tells dimensions and norm', async ({ app, pairing, folder }) => {
  const request = {
    custom_id: 'e',
    method: 'POST',
    url: '/v1/embeddings',
    body: { model: 'text-embedding-3-small', input: 'a word' },
  }
  const answer = {
    custom_id: 'e',
    response: {
      status_code: 200,
      body: {
        object: 'list',
        data: [{ object: 'embedding', index: 0, embedding: [0.6, 0, 0.8] }],
        model: 'text-embedding-3-small',
        usage: { prompt_tokens: 2, total_tokens: 2 },
      },
    },
    error: null,
  }
  await app.openFiles([
    await write(folder, 'words.jsonl', [request]),
    await write(folder, 'vectors.jsonl', [answer]),
  ])
  await pairing.expectCounts({ requests: 1, succeeded: 1 })
  await pairing.openRow('e')
  await expect(pairing.drawer).toContainText('a word')
  await expect(pairing.drawer).toContainText(/3 dimensions|dimensions\D*3/i)
  await expect(pairing.drawer).toContainText(/norm\D*1(\.0+)?\b/i)
})

test('the later of two answer files counts, and the user says which is later', async ({
  app,
  pairing,
  folder,
}) => {
  const request = {
    custom_id: 'a',
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-6-luna', messages: [{ role: 'user', content: 'Well?' }] },
  }
  const answer = (content: string) => ({
    custom_id: 'a',
    response: {
      status_code: 200,
      body: { choices: [{ message: { role: 'assistant', content }, finish_reason: 'stop' }] },
    },
    error: null,
  })
  await app.openFiles([
    await write(folder, 'input.jsonl', [request]),
    await write(folder, 'first.jsonl', [answer('First words.')]),
    await write(folder, 'second.jsonl', [answer('Second words.')]),
  ])
  await pairing.expectCounts({ requests: 1, succeeded: 1, duplicate: 1 })
  const counted = pairing.grid.locator('[role=row][data-outcome=succeeded]')
  await expect(counted).toContainText('Second words.')
  await pairing.sources.getByRole('button', { name: 'Later: first.jsonl' }).click()
  await expect(counted).toContainText('First words.')
  await pairing.expectCounts({ succeeded: 1, duplicate: 1 })
  // Left out it takes no part, and stays open.
  await pairing.sources.getByRole('button', { name: 'Leave out first.jsonl' }).click()
  await pairing.expectCounts({ succeeded: 1, duplicate: 0 })
  await expect(counted).toContainText('Second words.')
  await expect(app.tabs).toHaveCount(3)
})

test('ids are where the user says', async ({ app, pairing, folder }) => {
  const lines = ['x', 'y'].map((id) => ({
    custom_id: 'same',
    method: 'POST',
    url: '/v1/chat/completions',
    body: {
      model: 'gpt-6-luna',
      metadata: { row: id },
      messages: [{ role: 'user', content: `About ${id}.` }],
    },
  }))
  await app.openFiles([
    await write(folder, 'input.jsonl', lines),
    fixturePath('pairing/output.jsonl'),
  ])
  await pairing.expectCounts({ requests: 2, missing: 1, duplicate: 1 })
  const field = pairing.sources.getByRole('textbox', { name: 'Where the id is in input.jsonl' })
  await field.fill('body.metadata.row')
  await field.press('Enter')
  await pairing.expectCounts({ requests: 2, missing: 2, duplicate: 0 })
  await expect(pairing.row('x')).toContainText('About x.')
})

test('answers alone make a picture, and the requests complete it', async ({ app, pairing }) => {
  const [input, output, errors] = ['input', 'output', 'errors'].map((name) =>
    fixturePath(`pairing/${name}.jsonl`),
  ) as [string, string, string]
  await app.openFiles([output, errors])
  await pairing.waitUntilReady()
  const alone = await pairing.counts()
  expect(alone).toMatchObject({ requests: 0, missing: 0, unexpected: 0 })
  expect(alone.succeeded).toBeGreaterThan(0)
  expect(alone.failed).toBeGreaterThan(0)
  await expect(pairing.region.getByRole('status').first()).toContainText('the answers alone')
  await pairing.show('Failed')
  await pairing.expectRowCount(alone.failed)
  await pairing.show('All')
  // What needs requests says so; what does not is written.
  await pairing.openExportPairs('Retry file')
  await expect(app.page.getByRole('dialog')).toContainText('Add the input file')
  await app.page.keyboard.press('Escape')
  const csv = await pairing.exportPairs('Joined results (CSV)')
  expect(csv.trimEnd().split('\r\n').length).toBeGreaterThan(alone.succeeded + alone.failed)

  await app.openFiles([input])
  await expect(pairing.region).not.toHaveAttribute('data-requests', '0')
  await expect(pairing.region.getByText('the answers alone')).toHaveCount(0)
})

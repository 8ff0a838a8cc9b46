// For tests: sessions with rows, and what is made of a template.
import { expect } from 'vitest'
import type { BatchTemplate, RowSource } from '../../contracts/templatesApi.ts'
import { DownloadTarget } from '../../api/downloadStore.ts'
import { TemplateSession } from '../templateSession.ts'

export const CHAT = JSON.stringify({
  model: 'gpt-6-luna',
  messages: [
    { role: 'system', content: 'Be brief.' },
    { role: 'user', content: '{{prompt}}' },
  ],
})

export function template(
  change: Partial<BatchTemplate> & { readonly body?: string } = {},
): BatchTemplate {
  const { body = CHAT, ...rest } = change
  return {
    endpoint: '/v1/chat/completions',
    variants: [{ body, suffix: '' }],
    idPattern: 'request-{{#}}',
    repeats: 1,
    ...rest,
  }
}

export async function openRows(source: RowSource): Promise<TemplateSession> {
  const session = new TemplateSession(() => new DownloadTarget(undefined))
  const opened = await session.openRows('rows', source, () => {})
  if (!opened.ok) throw new Error(opened.failure.code)
  return session
}

export const lines = (rows: readonly unknown[]): RowSource => ({
  kind: 'lines',
  blob: new Blob(rows.map((row) => `${JSON.stringify(row)}\n`)),
})

export async function made(
  session: TemplateSession,
  of: BatchTemplate,
): Promise<readonly string[]> {
  const file = await session.make({ jobId: 'make', template: of, name: 'a.jsonl' }, () => {})
  if (!file.ok) throw new Error(file.failure.code)
  const text = await file.value.file.text()
  expect(text.endsWith('\n')).toBe(true)
  return text.slice(0, -1).split('\n')
}

export async function checked(session: TemplateSession, of: BatchTemplate) {
  const check = await session.check({ jobId: 'check', template: of }, () => {})
  if (!check.ok) throw new Error(check.failure.code)
  return check.value
}

export const codesOf = async (session: TemplateSession, of: BatchTemplate) =>
  (await checked(session, of)).problems.map(({ code, count }) => [code, count])

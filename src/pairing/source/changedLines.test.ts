// The law of changes: the lines that were sent, brought up to date by every change that is told, are
// those that reading the edited document gives.
import fc from 'fast-check'
import { expect, test, vi } from 'vitest'
import { valueOf } from '../../base/testing/valueOf.ts'
import { applyChange } from '../join/applyChange.ts'
import { keyAt } from '../join/keyColumn.ts'
import type { PairLines } from '../pairLines.ts'
import type { EditCommand } from '../../contracts/documentApi.ts'
import type { DocumentSession } from '../../session/documentSession.ts'
import { idAt, openText } from '../../session/testing/openText.ts'
import { runs } from '../../tooling/runs.ts'

vi.setConfig({ testTimeout: 120_000 })

const ANSWERS = { role: 'answers', providerId: 'openai' } as const

const answered = (id: string, text: string, tokens: number) =>
  `{"custom_id":"${id}","response":{"status_code":200,"body":{"choices":[{"message":{"content":"${text}"},"finish_reason":"stop"}],"usage":{"prompt_tokens":${tokens},"completion_tokens":1}}}}`

const line = fc.oneof(
  fc
    .tuple(fc.constantFrom('a', 'b', 'c', 'é'), fc.constantFrom('x', ' ', ''), fc.nat(3))
    .map(([id, text, tokens]) => answered(id, text, tokens)),
  fc.constantFrom(
    '',
    '  ',
    '{"custom_id":"a","error":{"code":"expired"}}',
    '{"custom_id":"d",',
    '{"custom_id":"b","error":{"code":"ex',
    'pired"}}',
    '<<<<<<< HEAD',
    '[]',
  ),
)

type Step =
  | { readonly kind: 'replace' | 'insert'; readonly at: number; readonly texts: readonly string[] }
  | { readonly kind: 'delete' | 'duplicate' | 'up' | 'down'; readonly at: number }
  | { readonly kind: 'undo' | 'redo' | 'send'; readonly at: number }

const steps: fc.Arbitrary<Step[]> = fc.array(
  fc.oneof(
    fc.record({
      kind: fc.constantFrom('replace' as const, 'insert' as const),
      at: fc.nat(9),
      texts: fc.array(line, { minLength: 1, maxLength: 3 }),
    }),
    fc.record({
      kind: fc.constantFrom(
        'delete',
        'duplicate',
        'up',
        'down',
        'undo',
        'undo',
        'redo',
        'send',
        'send',
      ),
      at: fc.nat(9),
    }) as fc.Arbitrary<Step>,
  ),
  { maxLength: 20 },
)

async function take(session: DocumentSession, step: Step): Promise<void> {
  if (step.kind === 'undo' || step.kind === 'redo') {
    await session[step.kind]()
    return
  }
  if (step.kind === 'insert') {
    await session.edit({ kind: 'insert', at: step.at, texts: step.texts })
    return
  }
  const id = await idAt(session, step.at)
  if (id === undefined || step.kind === 'send') return
  const commands: Record<
    Exclude<Step['kind'], 'undo' | 'redo' | 'insert' | 'send'>,
    EditCommand
  > = {
    replace: { kind: 'replace', id, texts: 'texts' in step ? step.texts : [] },
    delete: { kind: 'delete', ids: [id] },
    duplicate: { kind: 'duplicate', id },
    up: { kind: 'move', id, by: -1 },
    down: { kind: 'move', id, by: 1 },
  }
  await session.edit(commands[step.kind])
}

async function readAll(session: DocumentSession, onChange: () => void = () => {}) {
  return valueOf(await session.pairSource.readLines(ANSWERS, 'read', () => {}, onChange))
}

function plain(lines: PairLines): object[] {
  const { tokens } = lines as PairLines & { role: 'answers' }
  return Array.from({ length: lines.count }, (_, i) => ({
    id: lines.ids[i],
    byteLength: lines.byteLengths[i],
    key: keyAt(lines, i),
    ...lines.classes[lines.classOf[i] as number],
    // Of the first line of its class, whichever that is.
    errorMessage: undefined,
    prompt: tokens.prompt?.[i] ?? 0,
    completion: tokens.completion?.[i] ?? 0,
  }))
}

test('lines brought up to date are lines read again', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(line, { minLength: 1, maxLength: 8 }),
      steps,
      async (texts, arbitrary) => {
        const { session } = await openText(texts.join('\n'), { formatId: 'plain' })
        let isTold = false
        let lines = await readAll(session, () => (isTold = true))
        const send = async () => {
          // What no one was told of has not changed.
          if (!isTold) return
          isTold = false
          const change = await session.pairSource.readChange()
          if (!change.ok || change.value === 'all') throw new Error('no change')
          lines = applyChange(lines, change.value)
        }
        for (const step of arbitrary) {
          await take(session, step)
          if (step.kind === 'send') await send()
        }
        await send()
        expect(plain(lines)).toEqual(plain(await readAll(session)))
      },
    ),
    runs(60),
  )
})

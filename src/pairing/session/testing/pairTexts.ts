// For tests in Node: documents and their pairing, without threads.
import { present } from '../../../base/assert.ts'
import { inEnglish } from '../../../i18n/testing/inEnglish.ts'
import { openText, type OpenedText } from '../../../session/testing/openText.ts'
import type { PairRole } from '../../pairLines.ts'
import type {
  PairingFacts,
  PairRow,
  PairSourceSetup,
  PairView,
  PairWindow,
} from '../../../contracts/pairingApi.ts'
import { PairingSession } from '../pairingSession.ts'
import { valueOf } from '../../../base/testing/valueOf.ts'

export const ALL_PAIRS: PairView = { filter: {}, order: 'requests' }

export interface TextToPair {
  readonly key: string
  readonly role: PairRole
  readonly text: string
  readonly providerId?: string
  readonly keyPath?: string
}

/** A row with its previews in English. */
export type ShownRow = Omit<PairRow, 'promptPreview' | 'answerPreview'> & {
  readonly promptPreview: string
  readonly answerPreview: string
}

export interface PairedTexts {
  readonly pairing: PairingSession
  readonly documents: ReadonlyMap<string, OpenedText>
  readonly setups: readonly PairSourceSetup[]
  /** All that were reported. */
  readonly reports: PairingFacts[]
  readonly facts: () => PairingFacts
  readonly rows: (view?: PairView) => Promise<readonly ShownRow[]>
  /** Resolves when the facts fit. */
  readonly until: (fits: (facts: PairingFacts) => boolean) => Promise<PairingFacts>
}

export async function pairTexts(
  texts: readonly TextToPair[],
  pairing = new PairingSession(),
): Promise<PairedTexts> {
  const documents = new Map<string, OpenedText>()
  const setups: PairSourceSetup[] = []
  for (const { key, role, text, providerId = 'openai', keyPath } of texts) {
    const name = `${key}.jsonl`
    const document = await openText(text, { name })
    documents.set(key, document)
    pairing.attachSource(key, document.session.pairSource)
    setups.push({ key, name, role, providerId, keyPath })
  }
  const reports: PairingFacts[] = []
  const listeners = new Set<() => void>()
  valueOf(
    await pairing.pair(setups, 'pair', (facts) => {
      reports.push(facts)
      for (const listener of listeners) listener()
    }),
  )
  const facts = (): PairingFacts => present(reports.at(-1), 'facts')
  return {
    pairing,
    documents,
    setups,
    reports,
    facts,
    rows: async (view = ALL_PAIRS) =>
      (await windowOf(pairing, view)).rows.map((row) => ({
        ...row,
        promptPreview: inEnglish(row.promptPreview),
        answerPreview: inEnglish(row.answerPreview),
      })),
    until: (fits) =>
      new Promise((resolve) => {
        const look = (): void => {
          if (!fits(facts())) return
          listeners.delete(look)
          resolve(facts())
        }
        listeners.add(look)
        look()
      }),
  }
}

export async function windowOf(pairing: PairingSession, view: PairView): Promise<PairWindow> {
  return valueOf(await pairing.readRows(view, 0, 1000))
}

export function linesOf(records: readonly unknown[]): string {
  return records
    .map((record) => `${typeof record === 'string' ? record : JSON.stringify(record)}\n`)
    .join('')
}

/** A chat request; `more` is added to its body. */
export function chatRequest(id: unknown, prompt = `Prompt of ${String(id)}`, more: object = {}) {
  const body = { model: 'gpt-4o-mini', messages: [{ role: 'user', content: prompt }], ...more }
  return { custom_id: id, method: 'POST', url: '/v1/chat/completions', body }
}

/** A good answer to it. */
export function chatAnswer(id: unknown, content = `Answer to ${String(id)}`, finish = 'stop') {
  return {
    id: `batch_req_${String(id)}`,
    custom_id: id,
    response: {
      status_code: 200,
      request_id: 'r',
      body: {
        model: 'gpt-4o-mini-2024-07-18',
        choices: [{ index: 0, message: { role: 'assistant', content }, finish_reason: finish }],
        usage: { prompt_tokens: 10, completion_tokens: 5, total_tokens: 15 },
      },
    },
    error: null,
  }
}

export function failedAnswer(id: unknown, status = 429, code = 'rate_limit_exceeded') {
  return {
    id: `batch_req_${String(id)}`,
    custom_id: id,
    response: { status_code: status, request_id: 'r', body: { error: { code, message: 'Wait.' } } },
    error: null,
  }
}

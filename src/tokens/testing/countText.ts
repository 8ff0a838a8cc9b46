// For tests in Node: a session over a text whose lines are counted, without workers.
import { vi } from 'vitest'
import type { TokenFacts } from '../../contracts/lineTokens.ts'
import { type OpenedText, openText } from '../../session/testing/openText.ts'
import { followLines } from '../lines/followLines.ts'

export interface CountedText extends OpenedText {
  readonly tokens: () => TokenFacts | undefined
  /** Resolves when every line is counted. */
  readonly whenCounted: () => Promise<void>
  /** By line, from top to bottom; undefined where there are none. */
  readonly tokensByLine: () => Promise<readonly (number | undefined)[]>
  readonly close: () => Promise<void>
}

/** A request to /v1/chat/completions with one message. */
export function request(content: string, body: object = {}): string {
  return JSON.stringify({
    custom_id: content.replaceAll(/\W/g, '').slice(0, 20) || 'none',
    method: 'POST',
    url: '/v1/chat/completions',
    body: { model: 'gpt-4', messages: [{ role: 'user', content }], ...body },
  })
}

export async function countText(
  content: string,
  options: Parameters<typeof openText>[1] = {},
): Promise<CountedText> {
  // Models of a short context are those that were shut down.
  const opened = await openText(content, { ignored: ['model-shut-down'], ...options })
  const { session, facts } = opened
  session.tokenSource.follow()
  const following = followLines(session.tokenSource)
  const tokens = () => facts().tokens
  return {
    ...opened,
    tokens,
    whenCounted: () =>
      vi.waitFor(
        () => {
          if (tokens()?.isExact !== true || tokens()?.state !== 'counted')
            throw new Error('not counted')
        },
        { timeout: 20_000, interval: 2 },
      ),
    async tokensByLine() {
      const window = await session.readRows({ kind: 'all' }, 0, 1000)
      if (!window.ok) throw new Error(window.failure.code)
      return window.value.rows.map((row) => row.tokens)
    },
    async close() {
      session.tokenSource.unfollow()
      await following
    },
  }
}

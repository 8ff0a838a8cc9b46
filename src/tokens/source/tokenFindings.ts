// What the tokens of a line come to as a finding, and where it is put among what was found by validating.
import type { LineId } from '../../base/units.ts'
import type { TokenKind, TokenReason } from '../../contracts/lineTokens.ts'
import type { Diagnostic, Finding } from '../../diagnostics/diagnostic.ts'
import {
  contextExceeded,
  contextPerhapsExceeded,
  exampleTooLong,
  isTokenCode,
} from '../../diagnostics/tokenCodes.ts'
import { type Message, msg } from '../../i18n/message.ts'
import type { ValidatedDocument } from '../../validation/validatedDocument.ts'

type TokenFinding = NonNullable<TokenKind['finding']>

const FINDINGS: Readonly<Record<TokenReason, Finding>> = {
  context: contextExceeded,
  text: contextExceeded,
  request: contextExceeded,
  perhaps: contextPerhapsExceeded,
  input: contextPerhapsExceeded,
  answer: contextPerhapsExceeded,
  example: exampleTooLong,
}

/** Gives line `id` the finding, or takes whatever it had from it. */
export function settleFinding(
  { lines, findingSets }: ValidatedDocument,
  id: LineId,
  finding: TokenFinding | undefined,
): void {
  if (!lines.has(id)) return
  const before = lines.findingSetOf(id)
  const own = finding && FINDINGS[finding.reason]
  let after = before
  for (const { code } of findingSets.findingsOf(before)) {
    if (isTokenCode(code) && code !== own?.code) after = findingSets.withoutCode(after, code)
  }
  if (own) after = findingSets.withCode(after, own)
  if (after !== before) lines.setFindingSet(id, after)
}

export function explainFinding(
  { reason, limit }: TokenFinding,
  tokens: number,
  model: string,
): Diagnostic {
  return { ...FINDINGS[reason], message: MESSAGES[reason]({ tokens, limit, model }) }
}

interface Values {
  readonly tokens: number
  readonly limit: number
  readonly model: string
}

const MESSAGES: Readonly<Record<TokenReason, (values: Values) => Message>> = {
  context: (values) =>
    msg(
      'The prompt has {tokens, number} tokens, and {model} takes {limit, number}. The API refuses the request with context_length_exceeded. Shorten the prompt, split it, or choose a model with a longer context.',
      { ...values },
    ),
  text: (values) =>
    msg(
      'One of its texts has more than the {limit, number} tokens that {model} takes for a text ({tokens, number} tokens in all). The API refuses the request. Split the text.',
      { ...values },
    ),
  request: (values) =>
    msg(
      'Its texts have {tokens, number} tokens together; the API takes {limit, number} in a request to {model}. Put some of them into another request.',
      { ...values },
    ),
  perhaps: (values) =>
    msg(
      'The request has about {tokens, number} tokens, and {model} takes {limit, number}. The count holds estimates, so whether it fits is not sure. Shorten it.',
      { ...values },
    ),
  input: (values) =>
    msg(
      'The prompt has {tokens, number} tokens, and {model} is said to take {limit, number} besides its answer. Shorten the prompt.',
      { ...values },
    ),
  answer: (values) =>
    msg(
      'The prompt has {tokens, number} tokens. With the longest answer that the request allows, that is more than the {limit, number} of {model}: it may be refused, or the answer is cut off. Lower the limit of the answer.',
      { ...values },
    ),
  example: (values) =>
    msg(
      'The example has {tokens, number} tokens. The longest that a model is known to learn from has {limit, number}; the rest is cut off. Shorten or split it.',
      { tokens: values.tokens, limit: values.limit },
    ),
}

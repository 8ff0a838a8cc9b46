// What is said of lines by the number of their tokens, which is known later than all else: lines are counted
// by another worker, after they were validated.
import type { Finding } from './diagnostic.ts'
import { msg } from '../i18n/message.ts'

/**
 * The API's code is `context_length_exceeded`, of the single request and not of the batch (answers recorded in
 * openai-openapi#302 and openai-python#3071; read on 2026-11-27).
 */
export const contextExceeded: Finding = {
  code: 'context-exceeded',
  severity: 'error',
  title: msg('Longer than the model’s context'),
  message: msg('The API refuses such a request with context_length_exceeded.'),
}

/** The same, where the count or the limit is an estimate, or the answer may be shorter than it is allowed to be. */
export const contextPerhapsExceeded: Finding = {
  code: 'context-perhaps-exceeded',
  severity: 'warning',
  title: msg('Perhaps longer than the model’s context'),
}

/** OpenAI's guide to fine-tuning, "Token limits" (as it was on 2025-01-15): the rest of an example is cut off. */
export const exampleTooLong: Finding = {
  code: 'example-too-long',
  severity: 'warning',
  title: msg('Example is cut off'),
}

const TOKEN_FINDINGS: readonly Finding[] = [contextExceeded, contextPerhapsExceeded, exampleTooLong]

/** Whether it is a finding of counting: it says nothing of how a line was validated. */
export function isTokenCode(code: string): boolean {
  return TOKEN_FINDINGS.some((finding) => finding.code === code)
}

// How far our verdicts on bodies agree with an independent validator's on OpenAI's published description:
// bodies drawn from it must be accepted, and bodies broken at one place refused. Run with the path of the
// description's JSON in LINEPROOF_OPENAPI; without it there is nothing to compare with, and it is skipped.
import { describe, expect, test } from 'vitest'
import { createFormatValidator } from '../../formats/formatValidator.ts'
import { isObject } from '../../json/jsonPath.ts'
import { randomFrom } from '../../session/testing/variedLines.ts'
import { runs } from '../../tooling/runs.ts'
import {
  CHAT_COMPLETIONS,
  COMPLETIONS,
  EMBEDDINGS,
  IMAGE_EDITS,
  IMAGE_GENERATIONS,
  MODERATIONS,
  RESPONSES,
} from './endpoints/urls.ts'
import { format } from './formats/batchInput.ts'
import { type Broken, breakBody, FAULTS } from './testing/published/breakBody.ts'
import { BodyDrawer } from './testing/published/drawBody.ts'
import { reasonOf, stricterReasonOf } from './testing/published/knownDifferences.ts'
import { DESCRIPTION_PATH, readPublishedApi } from './testing/published/publishedSchema.ts'

const URLS = [
  RESPONSES,
  CHAT_COMPLETIONS,
  EMBEDDINGS,
  COMPLETIONS,
  MODERATIONS,
  IMAGE_GENERATIONS,
  IMAGE_EDITS,
]

/** Of the bodies that are invalid by the description and broken at one place. */
const LEAST_REFUSED = 0.99

const { numRuns } = runs(6000)
const validator = createFormatValidator(format)

function findingsOf(url: string, body: unknown) {
  return validator
    .validate({ custom_id: 'r-1', method: 'POST', url, body })
    .findings.filter(({ severity }) => severity !== 'hint')
}

const errorsOf = (url: string, body: unknown): readonly string[] =>
  findingsOf(url, body).flatMap(({ code, severity }) => (severity === 'error' ? [code] : []))

/** What the API is known to ask for beyond its description. */
function runsInBatch(url: string, body: unknown): boolean {
  if (!isObject(body) || body['stream'] === true) return false
  const { model } = body
  if (model === undefined ? url !== MODERATIONS : typeof model !== 'string' || model === '') {
    return false
  }
  if (url !== RESPONSES) return true
  const isThere = (key: string): boolean => body[key] !== undefined && body[key] !== null
  if (isThere('conversation') && isThere('previous_response_id')) return false
  return ['input', 'prompt', 'conversation', 'previous_response_id'].some(isThere)
}

const TITLE =
  DESCRIPTION_PATH === undefined
    ? 'NOT COMPARED with OpenAI’s description, since LINEPROOF_OPENAPI names no file'
    : 'verdicts on bodies as published'

describe.skipIf(DESCRIPTION_PATH === undefined)(TITLE, () => {
  test.for(URLS)('of %s', { timeout: 600_000 }, async (url, { annotate }) => {
    const { Ajv } = await import('ajv')
    const api = readPublishedApi(DESCRIPTION_PATH as string)
    const schema = api.bodySchema(url)
    const ajv = new Ajv({ strict: false, validateFormats: false })
    const isDescribed = ajv.compile({ ...schema, components: api.components })
    const isValid = (body: unknown): boolean => isDescribed(body) && runsInBatch(url, body)

    const random = randomFrom(numRuns)
    const drawer = new BodyDrawer(api, random)
    const falseErrors: string[] = []
    const stricter: string[] = []
    /** Errors in a body that is valid as described: false ones, unless the API is known to say so, too. */
    const addErrors = (body: unknown): void => {
      for (const code of errorsOf(url, body)) {
        const reason = stricterReasonOf(url, code)
        if (reason === undefined) falseErrors.push(`${code} ${JSON.stringify(body)}`)
        else stricter.push(`${code}: ${reason}`)
      }
    }
    const missed: Broken[] = []
    let valid = 0
    let stillValid = 0
    let refused = 0
    let warned = 0
    for (let tried = 0; valid < numRuns; tried++) {
      expect(tried).toBeLessThan(numRuns * 50)
      const drawn = drawer.draw(schema)
      const body = { ...(drawn as object), ...(url !== MODERATIONS && { model: 'gpt-6-luna' }) }
      if (!isValid(body)) continue
      valid++
      addErrors(body)
      const fault = FAULTS[valid % FAULTS.length] as (typeof FAULTS)[number]
      const broken = breakBody(body, fault, random)
      if (broken === undefined) continue
      const findings = findingsOf(url, broken.body)
      const isRefused = findings.some(({ severity }) => severity === 'error')
      if (isValid(broken.body)) {
        stillValid++
        addErrors(broken.body)
      } else if (isRefused) refused++
      else if (findings.some(({ code }) => code.startsWith('unknown-value:'))) warned++
      else missed.push(broken)
    }
    const unexplained = missed.filter((one) => reasonOf(url, one) === undefined)
    const invalid = refused + warned + missed.length
    const shown = missed.map(
      (one) =>
        `${one.fault} ${one.place} = ${JSON.stringify(one.value)?.slice(0, 60)}: ${reasonOf(url, one) ?? 'NO REASON'}`,
    )
    await annotate(
      [
        `${url}: ${valid} valid, ${falseErrors.length} false errors (${stillValid} changed and still valid);`,
        `${invalid} broken: ${refused} refused, ${warned} may be newer, ${missed.length} accepted`,
        ...countOf(shown),
        ...countOf(stricter),
      ].join('\n  '),
    )
    expect(falseErrors.slice(0, 5)).toEqual([])
    expect(unexplained.slice(0, 5)).toEqual([])
    expect((refused + warned) / invalid).toBeGreaterThanOrEqual(LEAST_REFUSED)
  })
})

/** Each text once, the most frequent first. */
function countOf(texts: readonly string[]): readonly string[] {
  const counts = new Map<string, number>()
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1)
  return [...counts].sort((a, b) => b[1] - a[1]).map(([text, count]) => `${count} × ${text}`)
}

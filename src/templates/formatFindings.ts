// What the format of the provider finds in requests: of the first ones, since the document that is made of them
// is judged line by line anyway.
import type { TemplateProblem } from '../contracts/templatesApi.ts'
import type { FormatDefinition } from '../formats/defineFormat.ts'
import { createFormatValidator, type FormatValidator } from '../formats/formatValidator.ts'
import { type Message, msg } from '../i18n/message.ts'
import { format as openaiFormat } from '../providers/openai/formats/batchInput.ts'
import { isObject } from '../json/jsonPath.ts'

/** Requests that are validated; some milliseconds. */
const VALIDATED = 300

/** Ids are told of for all requests. */
const ABOUT_IDS = /:(?:custom_id|key|recordId)$|^anthropic-custom-id$/

/** Made once for each format. */
const validators = new Map<FormatDefinition, FormatValidator>()

function validatorOf(format: FormatDefinition): FormatValidator {
  const validator = validators.get(format) ?? createFormatValidator(format)
  validators.set(format, validator)
  return validator
}

interface Found {
  readonly severity: TemplateProblem['severity']
  readonly message: Message
  count: number
}

export class FormatFindings {
  readonly #found = new Map<string, Found>()
  readonly #validator: FormatValidator
  #requests = 0

  constructor(format: FormatDefinition) {
    this.#validator = validatorOf(format)
  }

  add(line: string): void {
    this.#requests++
    if (this.#requests > VALIDATED) return
    const value: unknown = JSON.parse(line)
    for (const { code, severity, title } of this.#validator.validate(value).findings) {
      if (severity === 'hint' || ABOUT_IDS.test(code)) continue
      const known = this.#found.get(code)
      if (known) known.count++
      else {
        const explained = this.#validator.explain(line, value).find((each) => each.code === code)
        const message = explained
          ? msg('{title}: {message}', { title, message: explained.message })
          : title
        this.#found.set(code, {
          severity: severity === 'error' ? 'error' : 'warning',
          message,
          count: 1,
        })
      }
    }
  }

  list(): readonly TemplateProblem[] {
    return Array.from(this.#found, ([code, { severity, message, count }]) => ({
      code,
      severity,
      stops: false,
      about: 'requests',
      message: this.#requests > VALIDATED ? ofTheFirst(count, message) : message,
      count,
    }))
  }
}

function ofTheFirst(count: number, message: Message): Message {
  return msg('In {count, number} of the first {validated, number} requests: {message}', {
    count,
    validated: VALIDATED,
    message,
  })
}

/** Texts that a request asks to embed; 0 for requests of other endpoints. */
export function inputsOf(line: string): number {
  const value: unknown = JSON.parse(line)
  const count = openaiFormat.countItems?.(value) ?? 0
  if (count !== 'elements') return count
  const body = isObject(value) ? value['body'] : undefined
  const input = isObject(body) ? body['input'] : undefined
  return Array.isArray(input) ? input.length : 0
}

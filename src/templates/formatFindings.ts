// What the format of batch input finds in requests: of the first ones, since the document that is made of them
// is judged line by line anyway.
import type { TemplateProblem } from '../contracts/templatesApi.ts'
import { createFormatValidator } from '../formats/formatValidator.ts'
import { type Message, msg } from '../i18n/message.ts'
import { format } from '../providers/openai/formats/batchInput.ts'
import { isObject } from '../json/jsonPath.ts'

/** Requests that are validated; some milliseconds. */
const VALIDATED = 300

const validator = createFormatValidator(format)

interface Found {
  readonly severity: TemplateProblem['severity']
  readonly message: Message
  count: number
}

export class FormatFindings {
  readonly #found = new Map<string, Found>()
  #requests = 0

  add(line: string): void {
    this.#requests++
    if (this.#requests > VALIDATED) return
    const value: unknown = JSON.parse(line)
    for (const { code, severity, title } of validator.validate(value).findings) {
      // Ids are told of for all requests.
      if (severity === 'hint' || code.endsWith(':custom_id')) continue
      const known = this.#found.get(code)
      if (known) known.count++
      else {
        const explained = validator.explain(line, value).find((each) => each.code === code)
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
  const count = format.countItems?.(value) ?? 0
  if (count !== 'elements') return count
  const body = isObject(value) ? value['body'] : undefined
  const input = isObject(body) ? body['input'] : undefined
  return Array.isArray(input) ? input.length : 0
}

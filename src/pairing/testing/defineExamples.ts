// Lines with what is read in them: documentation of a format, and its tests.
import type { InEnglish } from '../../i18n/testing/inEnglish.ts'
import type { AnswerReading } from '../answerReading.ts'
import type { RequestReading } from '../requestReading.ts'

type DeepPartial<T> = T extends readonly (infer Item)[]
  ? readonly DeepPartial<Item>[]
  : T extends object
    ? { readonly [Key in keyof T]?: DeepPartial<T[Key]> | undefined }
    : T

interface Example<Reading> {
  /** For the name of its test. */
  readonly shows: string
  /** One line of a file. */
  readonly line: string
  /** What of the reading matters here, in English; lists are compared whole. */
  readonly reads: DeepPartial<InEnglish<Reading>>
}

export interface ProviderExamples {
  readonly requests: readonly Example<RequestReading>[]
  readonly results: readonly Example<AnswerReading>[]
}

/** Identity at run time: it is there so that examples are checked where they are written. */
export function defineExamples(examples: ProviderExamples): ProviderExamples {
  return examples
}

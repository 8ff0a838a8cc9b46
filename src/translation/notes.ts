// What is noted while a line is translated.
import type { Message, Value } from '../i18n/message.ts'
import type { JsonPath } from '../json/jsonPath.ts'
import { formatPath } from '../json/jsonPath.ts'
import type { JsonNode } from './jsonNode.ts'
import { KINDS, messageOf, type NoteCode, type ValuesOf } from './noteKinds.ts'
import type { TranslationNote } from './translation.ts'

/** Kinds that say no more than which field has nothing that corresponds to it. */
export type FieldCode = {
  [Code in NoteCode]: { field: string; provider: Message } extends ValuesOf<Code> ? Code : never
}[NoteCode]

/** The provider is that of the target unless another one is given. */
type Values<Code extends NoteCode> = Omit<ValuesOf<Code>, 'provider'> & {
  readonly provider?: Value
}

export class Notes {
  readonly list: TranslationNote[] = []
  /** Who takes the target, as notes name it. */
  readonly provider: Message

  constructor(provider: Message) {
    this.provider = provider
  }

  /** For reading what is copied anyway: nothing of it is noted. */
  aside(): Notes {
    return new Notes(this.provider)
  }

  add<Code extends NoteCode>(
    code: Code,
    values: Values<Code>,
    source?: JsonNode,
    targetPath?: JsonPath,
  ): void {
    this.list.push({
      code,
      severity: KINDS[code].severity,
      message: messageOf(code, { provider: this.provider, ...values } as ValuesOf<Code>),
      ...(source && { sourcePath: source.path }),
      ...(targetPath && { targetPath }),
    })
  }

  /** A note on a field of the source. */
  field(code: FieldCode, source: JsonNode): void {
    const values = { field: formatPath(source.path), provider: this.provider }
    this.add(code, values, source)
  }

  /** Members of an object that are not among the known ones and not null. */
  others(holder: JsonNode, known: ReadonlySet<string>): void {
    for (const member of holder.members) {
      if (!known.has(String(member.step)) && member.kind !== 'null') {
        this.field(CODES_BY_NAME.get(String(member.step)) ?? 'field-dropped', member)
      }
    }
  }
}

/** Fields that have a kind of their own wherever they stand. */
export const CODES_BY_NAME: ReadonlyMap<string, FieldCode> = new Map<string, FieldCode>([
  ['cache_control', 'cache-control-dropped'],
  ['cachePoint', 'cache-control-dropped'],
  ['prompt_cache_breakpoint', 'cache-control-dropped'],
  ['prompt_cache_key', 'cache-control-dropped'],
  ['prompt_cache_options', 'cache-control-dropped'],
  ['prompt_cache_retention', 'cache-control-dropped'],
  ['cachedContent', 'stored-state'],
  ['cached_content', 'stored-state'],
  ['previous_response_id', 'stored-state'],
  ['conversation', 'stored-state'],
  ['prompt', 'stored-state'],
  ['container', 'stored-state'],
  ['safetySettings', 'safety-dropped'],
  ['safety_settings', 'safety-dropped'],
  ['safe_prompt', 'safety-dropped'],
  ['guardrails', 'safety-dropped'],
  ['guardrailConfig', 'safety-dropped'],
  ['moderation', 'safety-dropped'],
])

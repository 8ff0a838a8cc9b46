import type { ValueType } from '../../fields/fieldQuery.ts'
import { type Message, msg } from '../../i18n/message.ts'

const NAMES: Readonly<Record<ValueType, Message>> = {
  object: msg('an object'),
  array: msg('an array'),
  string: msg('a string'),
  number: msg('a number'),
  boolean: msg('true or false'),
  null: msg('null'),
}

/** What a value of this type is called in a sentence. */
export function typeName(type: ValueType): Message {
  return NAMES[type]
}

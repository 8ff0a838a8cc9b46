// The options of an export of lines, as data: the page shows them by what is said here and knows no
// exporter by name.
import { fail, ok, type Result } from '../../base/result.ts'
import type { Message } from '../../i18n/message.ts'
import { msg } from '../../i18n/message.ts'
import { parseColumn } from './columns/exportColumn.ts'
import { parseFieldPath } from './fields/fieldPath.ts'

interface OptionBase {
  readonly title: Message
  readonly help?: Message
  /** Shown while another option has this value; it counts in any case. */
  readonly when?: { readonly option: string; readonly is: string | boolean }
}

export interface FlagOption extends OptionBase {
  readonly kind: 'flag'
  readonly initial: boolean
}

export interface ChoiceOption<Value extends string = string> extends OptionBase {
  readonly kind: 'choice'
  readonly choices: readonly { readonly value: Value; readonly title: Message }[]
  readonly initial: Value
}

/** A text that is taken as it was typed, spaces included. */
export interface TextOption extends OptionBase {
  readonly kind: 'text'
  readonly initial: string
}

/** Some of the fields that the lines have, in order; all that are found while none were chosen. */
export interface FieldsOption extends OptionBase {
  readonly kind: 'fields'
}

/** The path of one field. */
export interface FieldOption extends OptionBase {
  readonly kind: 'field'
}

export type ExportOption = FlagOption | ChoiceOption | TextOption | FieldsOption | FieldOption

/** By name, in the order in which they are shown. */
export type ExportOptions = Readonly<Record<string, ExportOption>>

/** `undefined`: all fields. Columns and paths are texts (columns/exportColumn.ts). */
export type ExportOptionValue = boolean | string | readonly string[] | undefined

type ValueOf<Option> = Option extends { readonly kind: 'flag' }
  ? boolean
  : Option extends {
        readonly kind: 'choice'
        readonly choices: readonly { readonly value: infer Value }[]
      }
    ? Value
    : Option extends { readonly kind: 'fields' }
      ? readonly string[] | undefined
      : Option extends { readonly kind: 'text' | 'field' }
        ? string
        : ExportOptionValue

export type ExportOptionValues<Options extends ExportOptions = ExportOptions> = {
  readonly [Name in keyof Options]: ValueOf<Options[Name]>
}

const NO_FIELD = msg('Choose a field.')
const NO_FIELDS = msg('Choose at least one field.')

/**
 * The values of all options: what was given where it fits, what they are initially elsewhere. Fails with
 * `bad-option` where there is no value without the user.
 */
export function readExportOptions(
  options: ExportOptions,
  given: Readonly<Record<string, ExportOptionValue>>,
): Result<ExportOptionValues> {
  const values: Record<string, ExportOptionValue> = {}
  for (const [name, option] of Object.entries(options)) {
    const value = readOption(option, Object.hasOwn(given, name) ? given[name] : undefined)
    if (!value.ok) return value
    values[name] = value.value
  }
  return ok(values)
}

function readOption(option: ExportOption, given: ExportOptionValue): Result<ExportOptionValue> {
  switch (option.kind) {
    case 'flag':
      return ok(typeof given === 'boolean' ? given : option.initial)
    case 'text':
      return ok(typeof given === 'string' ? given : option.initial)
    case 'choice':
      return ok(
        option.choices.some(({ value }) => value === given) ? (given as string) : option.initial,
      )
    case 'field':
      if (typeof given !== 'string' || given.trim() === '') return fail('bad-option', NO_FIELD)
      return parseFieldPath(given) ? ok(given) : badPath(given)
    case 'fields': {
      if (!Array.isArray(given)) return ok(undefined)
      const paths: readonly string[] = given
      if (paths.length === 0) return fail('bad-option', NO_FIELDS)
      const bad = paths.find((path) => !parseColumn(path))
      return bad === undefined ? ok([...new Set(paths)]) : badPath(bad)
    }
  }
}

function badPath(path: string): Result<never> {
  return fail(
    'bad-option',
    msg('“{path}” is no path of a field. Paths look like {example}.', {
      path,
      example: 'body.messages[0].content',
    }),
  )
}

// The options of an export of pairs, as data. The page shows them by what is said here, so that it
// needs to know no export by name.
import type { Message } from '../i18n/message.ts'
import type { PairFilter } from './join/pairFilter.ts'

/**
 * What a line of an export is, or the whole: a code, and the page has the words of it
 * (state/pairing/exportMessages.ts).
 */
export type ExportNoun = 'row' | 'request' | 'answer' | 'example' | 'report'

/** The rows whose number is told beside a choice. */
export type CountedRows = Pick<PairFilter, 'outcome' | 'unusable'>

export interface CheckOption {
  readonly kind: 'check'
  readonly title: Message
  readonly isChecked: boolean
  readonly help?: Message
  /** Options beside each other that have the same group stand below its title. */
  readonly group?: Message
}

/** A text on one line; '' is none. */
export interface TextOption {
  readonly kind: 'text'
  readonly title: Message
  readonly group?: Message
  /** What no text means. */
  readonly placeholder: Message
  readonly help?: Message
}

/** A whole number, or none. */
export interface NumberOption {
  readonly kind: 'number'
  readonly title: Message
  readonly group?: Message
  /** What no number means. */
  readonly placeholder: Message
  readonly help?: Message
  readonly min: number
  readonly max: number
  /** Said of anything else. */
  readonly problem: Message
}

export interface ListItem<Value extends string = string> {
  readonly value: Value
  readonly title: Message
  readonly counts?: CountedRows
  /** Not offered while there are no such rows. */
  readonly isOfferedWhenCounted?: true
}

/** Some of several items. */
export interface ListOption<Value extends string = string> {
  readonly kind: 'list'
  readonly title: Message
  readonly items: readonly ListItem<Value>[]
  readonly chosen: readonly Value[]
  /** The user puts the items in order; they are values rather than words. */
  readonly isOrdered?: true
  /** Said when none is chosen. */
  readonly whenNone: Message
}

export type OptionSpec = CheckOption | TextOption | NumberOption | ListOption

/** By name, in the order in which they are shown. What a name stands for is the same in all exports. */
export type OptionSpecs = Readonly<Record<string, OptionSpec>>

export type OptionValue = boolean | string | number | undefined | readonly string[]

type ValueOf<Spec> = Spec extends {
  readonly kind: 'list'
  readonly items: readonly ListItem<infer Value>[]
}
  ? readonly Value[]
  : Spec extends CheckOption
    ? boolean
    : Spec extends TextOption
      ? string
      : Spec extends NumberOption
        ? number | undefined
        : OptionValue

export type OptionValues<Specs extends OptionSpecs = OptionSpecs> = {
  readonly [Name in keyof Specs]: ValueOf<Specs[Name]>
}

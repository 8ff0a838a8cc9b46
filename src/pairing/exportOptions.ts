// The options of an export of pairs, as data. The page shows them by what is said here, so that it
// needs to know no export by name.
import type { PairFilter } from './join/pairFilter.ts'

/** The rows whose number is told beside a choice. */
export type CountedRows = Pick<PairFilter, 'outcome' | 'unusable'>

export interface CheckOption {
  readonly kind: 'check'
  readonly title: string
  readonly isChecked: boolean
  readonly help?: string
  /** Options beside each other that have the same group stand below its title. */
  readonly group?: string
}

/** A text on one line; '' is none. */
export interface TextOption {
  readonly kind: 'text'
  readonly title: string
  readonly group?: string
  /** What no text means. */
  readonly placeholder: string
  readonly help?: string
}

/** A whole number, or none. */
export interface NumberOption {
  readonly kind: 'number'
  readonly title: string
  readonly group?: string
  /** What no number means. */
  readonly placeholder: string
  readonly help?: string
  readonly min: number
  readonly max: number
  /** Said of anything else. */
  readonly problem: string
}

export interface ListItem<Value extends string = string> {
  readonly value: Value
  readonly title: string
  readonly counts?: CountedRows
  /** Not offered while there are no such rows. */
  readonly isOfferedWhenCounted?: true
}

/** Some of several items. */
export interface ListOption<Value extends string = string> {
  readonly kind: 'list'
  readonly title: string
  readonly items: readonly ListItem<Value>[]
  readonly chosen: readonly Value[]
  /** The user puts the items in order; they are values rather than words. */
  readonly isOrdered?: true
  /** Said when none is chosen. */
  readonly whenNone: string
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

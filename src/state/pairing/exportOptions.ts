// Options of an export as they stand in the dialog, and the values that they come to.
import { fail, ok, type Result } from '../../base/result.ts'
import type {
  NumberOption,
  OptionSpec,
  OptionSpecs,
  OptionValue,
} from '../../pairing/exportOptions.ts'

/** All items of a list, in the order in which the chosen ones are written. */
export type ItemChoices = readonly ItemChoice[]

export interface ItemChoice {
  readonly value: string
  readonly isChosen: boolean
}

/** A box that is ticked or not, a text or number as typed, or the items of a list. */
export type OptionChoice = boolean | string | ItemChoices

/** By name. An option that is absent stands as its export has it. */
export type OptionChoices = Readonly<Record<string, OptionChoice>>

/** How an option stands before anyone chooses. */
function usualChoice(spec: OptionSpec): OptionChoice {
  switch (spec.kind) {
    case 'check':
      return spec.isChecked
    case 'text':
    case 'number':
      return ''
    case 'list':
      return spec.items.map(({ value }) => ({ value, isChosen: spec.chosen.includes(value) }))
  }
}

export function isTicked(choices: OptionChoices, name: string, spec: OptionSpec): boolean {
  return (choices[name] ?? usualChoice(spec)) === true
}

export function typedOf(choices: OptionChoices, name: string): string {
  const choice = choices[name]
  return typeof choice === 'string' ? choice : ''
}

export function itemsOf(choices: OptionChoices, name: string, spec: OptionSpec): ItemChoices {
  const choice = choices[name] ?? usualChoice(spec)
  return typeof choice === 'object' ? choice : []
}

/** The values of all options, or what is missing from one of them. */
export function readOptions(
  specs: OptionSpecs,
  choices: OptionChoices,
): Result<Readonly<Record<string, OptionValue>>> {
  const values: Record<string, OptionValue> = {}
  for (const [name, spec] of Object.entries(specs)) {
    const value = readOption(choices, name, spec)
    if (!value.ok) return value
    values[name] = value.value
  }
  return ok(values)
}

function readOption(choices: OptionChoices, name: string, spec: OptionSpec): Result<OptionValue> {
  switch (spec.kind) {
    case 'check':
      return ok(isTicked(choices, name, spec))
    case 'text':
      return ok(typedOf(choices, name).trim())
    case 'number':
      return parseNumber(typedOf(choices, name), spec)
    case 'list': {
      const chosen = itemsOf(choices, name, spec).filter(({ isChosen }) => isChosen)
      if (chosen.length === 0) return fail('bad-option', spec.whenNone)
      return ok(chosen.map(({ value }) => value))
    }
  }
}

/** A whole number as people type it, separators between groups of digits allowed; '' is none. */
export function parseNumber(
  typed: string,
  { min, max, problem }: Pick<NumberOption, 'min' | 'max' | 'problem'>,
): Result<number | undefined> {
  const text = typed.trim()
  if (text === '') return ok(undefined)
  const digits = text.replace(/[,.'_\u00a0\u202f ](?=\d{3}(?!\d))/g, '')
  const value = Number(digits)
  return /^\d+$/.test(digits) && value >= min && value <= max
    ? ok(value)
    : fail('bad-option', problem)
}

export function chooseItem(items: ItemChoices, value: string, isChosen: boolean): ItemChoices {
  return items.map((item) => (item.value === value ? { value, isChosen } : item))
}

/** One place up (-1) or down (1); an item at the end stays. */
export function moveItem(items: ItemChoices, value: string, by: -1 | 1): ItemChoices {
  const from = items.findIndex((item) => item.value === value)
  const moved = items[from]
  const to = from + by
  if (!moved || to < 0 || to >= items.length) return items
  return items.toSpliced(from, 1).toSpliced(to, 0, moved)
}

// Options that stand together below a title.
import type { OptionSpec, OptionSpecs } from '../../../pairing/exportOptions.ts'

export interface NamedOption {
  readonly name: string
  readonly spec: OptionSpec
}

export interface OptionGroup {
  /** Undefined for options that stand alone. */
  readonly title: string | undefined
  readonly options: readonly NamedOption[]
}

/** In the order of the options; only those beside each other are put together. */
export function groupOptions(specs: OptionSpecs): readonly OptionGroup[] {
  const groups: { title: string | undefined; options: NamedOption[] }[] = []
  for (const [name, spec] of Object.entries(specs)) {
    const title = spec.kind === 'list' ? spec.title : spec.group
    const last = groups.at(-1)
    const isBeside = last?.title === title && last?.options[0]?.spec.kind !== 'list'
    if (last && isBeside && spec.kind !== 'list') last.options.push({ name, spec })
    else groups.push({ title, options: [{ name, spec }] })
  }
  return groups
}

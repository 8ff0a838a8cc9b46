// Options that stand together below a title.
import type { Message } from '../../../i18n/message.ts'
import type { OptionSpec, OptionSpecs } from '../../../pairing/exportOptions.ts'

export interface NamedOption {
  readonly name: string
  readonly spec: OptionSpec
}

export interface OptionGroup {
  /** Undefined for options that stand alone. */
  readonly title: Message | undefined
  readonly options: readonly NamedOption[]
}

/** In the order of the options; only those beside each other are put together. */
export function groupOptions(specs: OptionSpecs): readonly OptionGroup[] {
  const groups: { title: Message | undefined; options: NamedOption[] }[] = []
  for (const [name, spec] of Object.entries(specs)) {
    const title = spec.kind === 'list' ? spec.title : spec.group
    const last = groups.at(-1)
    const isBeside = isSame(last?.title, title) && last?.options[0]?.spec.kind !== 'list'
    if (last && isBeside && spec.kind !== 'list') last.options.push({ name, spec })
    else groups.push({ title, options: [{ name, spec }] })
  }
  return groups
}

/** Messages come from another thread: equal ones need not be one object. */
function isSame(one: Message | undefined, other: Message | undefined): boolean {
  return JSON.stringify(one) === JSON.stringify(other)
}

// Options as an exporter takes them: all of them, each of its type.
import type {
  OptionSpec,
  OptionSpecs,
  OptionValue,
  OptionValues,
} from '../../pairing/exportOptions.ts'

/** What is given where it fits the option; the option's own default elsewhere. */
export function completeOptions(
  specs: OptionSpecs,
  given: Readonly<Record<string, unknown>>,
): OptionValues {
  return Object.fromEntries(
    Object.entries(specs).map(([name, spec]) => [name, valueOf(spec, given[name])]),
  )
}

function valueOf(spec: OptionSpec, given: unknown): OptionValue {
  switch (spec.kind) {
    case 'check':
      return typeof given === 'boolean' ? given : spec.isChecked
    case 'text':
      return typeof given === 'string' ? given : ''
    case 'number':
      return typeof given === 'number' ? given : undefined
    case 'list':
      return Array.isArray(given)
        ? given.filter((value) => spec.items.some((item) => item.value === value))
        : spec.chosen
  }
}

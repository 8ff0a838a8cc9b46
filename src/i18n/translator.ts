// Makes words of messages in one language, and of numbers, sizes, times and lists. The only place that
// formats anything for people.
import format, { type CompiledMessage } from 'icu-minify/format'
import { type Catalogue, keyOf } from './catalogue.ts'
import type { LanguageTag } from './languages.ts'
import { type AmountValue, type ListValue, type Message, msg, type Value } from './message.ts'

const LATIN_START = /^[\p{Script=Latin}\d"'`]/u
const LATIN_END = /[\p{Script=Latin}\d"'`]$/u
const CHINESE_START = /^\p{Script=Han}/u
const CHINESE_END = /\p{Script=Han}$/u

/** Makes something of what stands between `<name>` and `</name>`. */
export type Tags<Part> = Readonly<Record<string, (children: readonly (string | Part)[]) => Part>>

export interface Translator {
  readonly tag: LanguageTag
  readonly t: (message: Message) => string
  /** A message with parts that are marked; in order. */
  readonly rich: <Part>(message: Message, tags: Tags<Part>) => readonly (string | Part)[]
  /** With groups of digits. */
  readonly number: (value: number, options?: Intl.NumberFormatOptions) => string
  /** In decimal units, as file managers and API limits count: '214 bytes', '31.2 MB', '1.00 GB'. */
  readonly bytes: (value: number) => string
  /** Milliseconds as '0.05 s', '3.2 s' or '2 min 5 s'. */
  readonly duration: (ms: number) => string
  /** `value` from 0 to 1, as whole percent; 100 only when it is 1. */
  readonly percent: (value: number) => string
  readonly date: (value: Date | number, options?: Intl.DateTimeFormatOptions) => string
  readonly list: (items: readonly string[], type: ListValue['type']) => string
  /** The order of texts as readers of the language expect it. */
  readonly compare: (a: string, b: string) => number
}

/** `change` is done to every text of a message, but not to values (for the pseudo-language). */
export function createTranslator(
  tag: LanguageTag,
  catalogue: Catalogue = {},
  change?: (source: CompiledMessage) => CompiledMessage,
): Translator {
  const intl = createFormatters(tag)
  const resolved = (source: CompiledMessage): CompiledMessage => {
    const own = catalogue[keyOf(source)] ?? source
    return change ? change(own) : own
  }

  function t(message: Message): string {
    const text = format(resolved(message.source), intl.locale, valuesOf(message), intl.options)
    return typeof text === 'string' ? text : text.join('')
  }
  function rich<Part>(message: Message, tags: Tags<Part>): readonly (string | Part)[] {
    const given = { ...valuesOf(message), ...tags }
    const parts = format<Part>(resolved(message.source), intl.locale, given, intl.options)
    return Array.isArray(parts) ? parts : [parts]
  }
  function valuesOf({ source, values }: Message): Record<string, string | number> {
    if (!values) return {}
    const isAlone = isValueAlone(source)
    return Object.fromEntries(
      Object.entries(values).map(([name, value]) => [
        name,
        typeof value === 'number' ? value : isAlone ? textOf(value) : isolated(textOf(value)),
      ]),
    )
  }
  function textOf(value: Value | number): string {
    if (typeof value === 'string') return value
    if (typeof value === 'number') return number(value)
    if ('source' in value) return t(value)
    if ('list' in value)
      return list(
        value.list.map((item) => isolated(textOf(item))),
        value.type,
      )
    return amount(value)
  }
  function amount({ amount: value, unit }: AmountValue): string {
    if (unit === 'bytes') return bytes(value)
    return unit === 'ms' ? duration(value) : percent(value)
  }
  function number(value: number, options?: Intl.NumberFormatOptions): string {
    return intl.options.formatters.getNumberFormat(intl.locale, options).format(value)
  }
  function fixed(value: number, digits: number): string {
    return number(value, { minimumFractionDigits: digits, maximumFractionDigits: digits })
  }
  function bytes(value: number): string {
    if (value < 1000)
      return t(msg('{count, plural, one {# byte} other {# bytes}}', { count: value }))
    let amount = value / 1000
    for (const unit of ['kB', 'MB']) {
      // Below the value that would round to 1,000 in this unit.
      if (amount < 999.5) return `${threeDigits(amount)} ${unit}`
      amount /= 1000
    }
    return `${threeDigits(amount)} GB`
  }
  function threeDigits(value: number): string {
    if (value < 9.995) return fixed(value, 2)
    return fixed(value, value < 99.95 ? 1 : 0)
  }
  function duration(ms: number): string {
    const seconds = ms / 1000
    if (seconds < 59.95) {
      return t(msg('{seconds} s', { seconds: fixed(seconds, seconds < 0.995 ? 2 : 1) }))
    }
    const whole = Math.round(seconds)
    const [minutes, rest] = [Math.floor(whole / 60), whole % 60]
    return t(msg('{minutes, number} min {seconds, number} s', { minutes, seconds: rest }))
  }
  function percent(value: number): string {
    const whole = Math.max(0, Math.min(Math.floor(value * 100), 100))
    return number(whole / 100, { style: 'percent' })
  }
  function date(value: Date | number, options?: Intl.DateTimeFormatOptions): string {
    return intl.options.formatters.getDateTimeFormat(intl.locale, options).format(value)
  }
  function list(items: readonly string[], type: ListValue['type']): string {
    const parts = intl.listFormat(type).formatToParts(items)
    return parts.reduce((text, { type: kind, value }) => {
      // Intl writes 「a和b」, where Chinese has a space between Latin letters and its own.
      const needsSpace =
        kind === 'element'
          ? CHINESE_END.test(text) && LATIN_START.test(value)
          : LATIN_END.test(text) && CHINESE_START.test(value)
      return needsSpace ? `${text} ${value}` : text + value
    }, '')
  }
  return {
    tag,
    t,
    rich,
    number,
    bytes,
    duration,
    percent,
    date,
    list,
    compare: (a, b) => intl.collator().compare(a, b),
  }
}

const RIGHT_TO_LEFT =
  /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc\u{10800}-\u{10fff}\u{1e800}-\u{1efff}]/u

/** '{value}' and nothing around it. */
function isValueAlone(source: CompiledMessage): boolean {
  if (typeof source === 'string' || source.length !== 1) return false
  const [part] = source
  return Array.isArray(part) && part.length === 1
}

/** A value of Arabic or Hebrew turns no number and no sign about that stands beside it in the sentence. */
function isolated(value: string): string {
  return RIGHT_TO_LEFT.test(value) ? `\u2068${value}\u2069` : value
}

/** What Intl offers for a language; each object is made once, which costs microseconds each. */
function createFormatters(tag: LanguageTag) {
  const locale = tag === 'pseudo' ? 'en' : tag
  const made = new Map<string, unknown>()
  function once<T>(name: string, options: unknown, make: () => T): T {
    const key = options === undefined ? name : name + JSON.stringify(options)
    if (!made.has(key)) made.set(key, make())
    return made.get(key) as T
  }
  return {
    locale,
    options: {
      formatters: {
        getNumberFormat: (_locale: unknown, options?: Intl.NumberFormatOptions) =>
          once('number', options, () => new Intl.NumberFormat(locale, options)),
        getDateTimeFormat: (_locale: unknown, options?: Intl.DateTimeFormatOptions) =>
          once('date', options, () => new Intl.DateTimeFormat(locale, options)),
        getPluralRules: (_locale: unknown, options?: Intl.PluralRulesOptions) =>
          once('plural', options, () => new Intl.PluralRules(locale, options)),
      },
    },
    listFormat: (type: ListValue['type']) =>
      once('list', type, () => {
        // 'a, b or c', without the comma of American English before the last.
        const of = locale === 'en' ? 'en-GB' : locale
        return new Intl.ListFormat(of, { type: type === 'or' ? 'disjunction' : 'conjunction' })
      }),
    collator: () => once('compare', undefined, () => new Intl.Collator(locale, { numeric: true })),
  }
}

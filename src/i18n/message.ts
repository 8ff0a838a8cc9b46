// What people read, before it has a language: a message in English as ICU MessageFormat has it, and the
// values of its placeholders. Messages are data that cross threads; the page makes words of them
// (translator.ts). The translations stand in `catalogues`, found by the English text.
import type { CompiledMessage } from 'icu-minify/format'

/**
 * - `source`: the English text as the build compiled it (build/messagesPlugin.ts). It is also the name of
 *   the message in the catalogues.
 */
export interface Message {
  readonly source: CompiledMessage
  readonly values?: MessageValues
}

export type MessageValues = Readonly<Record<string, Value | number>>

/** What can stand for a placeholder without a type. A string is shown as it is, in every language. */
export type Value = string | Message | ListValue | AmountValue

/** 'a, b and c', 'a, b or c'. */
export interface ListValue {
  readonly list: readonly (Value | number)[]
  readonly type: 'and' | 'or'
}

/**
 * A number with its unit: bytes in decimal units ('1.2 MB'), milliseconds as a duration ('2 min 5 s'),
 * a share from 0 to 1 as percent.
 */
export interface AmountValue {
  readonly amount: number
  readonly unit: 'bytes' | 'ms' | 'share'
}

/**
 * A message. `source` is a literal in ICU MessageFormat: `{name}` for a value, `{count, number}` for a
 * number, `{count, plural, one {# line} other {# lines}}` for what depends on one, `<b>…</b>` for what
 * the interface marks (`Translator.rich`). A brace that is meant as one stands in single quotes: '{'.
 */
export function msg<const S extends string>(
  source: S,
  ...[values]: keyof Placeholders<S> extends never ? [] : [values: Placeholders<S>]
): Message {
  return values === undefined ? { source } : { source, values: values as MessageValues }
}

/** A text of the file's, a name or a code, where a message is wanted: the same in every language. */
export function verbatim(text: string): Message {
  return { source: [['text']], values: { text } }
}

/** Whole sentences, one after the other. */
export function sentences(first: Message, ...further: readonly Message[]): Message {
  return further.reduce((before, after) => msg('{before} {after}', { before, after }), first)
}

/** The placeholders of a message with the types of their values. */
export type Placeholders<
  S extends string,
  Found = unknown,
> = S extends `${infer Before}{${infer Rest}`
  ? Before extends `${string}'`
    ? Placeholders<Rest extends `'${infer After}` ? After : Rest, Found>
    : Before extends BeforeBranch
      ? Placeholders<Rest, Found>
      : Rest extends `${infer Inside}}${infer After}`
        ? Inside extends `${infer Name}, number${string}`
          ? Placeholders<After, Found & { readonly [key in Name]: number }>
          : Inside extends `${infer Name}, plural,${string}`
            ? Rest extends `${Name}, plural,${infer Branches}`
              ? Placeholders<Branches, Found & { readonly [key in Name]: number }>
              : never
            : Placeholders<After, Found & { readonly [key in Inside]: Value }>
        : Found
  : Found

/** What stands before the text of a plural's branch, which is no placeholder. */
type BeforeBranch =
  | `${string} ${'zero' | 'one' | 'two' | 'few' | 'many' | 'other'} `
  | `${string}=${number} `

export function listOf(list: readonly (Value | number)[], type: ListValue['type']): ListValue {
  return { list, type }
}

export function bytes(amount: number): AmountValue {
  return { amount, unit: 'bytes' }
}

export function duration(ms: number): AmountValue {
  return { amount: ms, unit: 'ms' }
}

/** `value`: from 0 to 1. */
export function share(value: number): AmountValue {
  return { amount: value, unit: 'share' }
}

// Sums over the requests of one model.
import type { ModelTokens, TokenSums } from '../contracts/tokensApi.ts'
import type { Message } from '../i18n/message.ts'
import type { Prompt } from './promptOf.ts'
import { TokenSample } from './tokenSample.ts'

/** A request, but for the tokens of its prompt. */
export interface CountedRequest {
  readonly prompt: Prompt
  /** Bytes of text in its line. */
  readonly text: number
  readonly outputLimit: number | undefined
}

interface Sums {
  requests: number
  promptTokens: number
  maxOutputTokens: number
}

const noSums = (): Sums => ({ requests: 0, promptTokens: 0, maxOutputTokens: 0 })

export class ModelTally {
  readonly sample = new TokenSample()
  readonly #longAbove: number
  readonly #all = noSums()
  readonly #long = noSums()
  /** Requests that were not counted and may be long: few, since each has as many bytes as that takes tokens. */
  readonly #perhapsLong: { readonly text: number; readonly output: number }[] = []
  /** Of the requests that were counted. */
  #countedText = 0
  #countedTokens = 0
  #withoutOutputLimit = 0
  #withImages = 0
  #withTools = 0
  #withStoredInput = 0

  /** `longAbove`: prompts of more tokens are long; Infinity where none is. */
  constructor(longAbove: number) {
    this.#longAbove = longAbove
  }

  /** A request whose tokens were counted. `chance`: that it had of being so. */
  take(request: CountedRequest, tokens: number, chance: number): void {
    this.#add(request)
    this.#all.promptTokens += tokens
    this.#countedText += request.text
    this.#countedTokens += tokens
    if (chance < 1) this.sample.take(tokens, request.text, chance)
    if (tokens > this.#longAbove) addTo(this.#long, tokens, request.outputLimit ?? 0)
  }

  skip(request: CountedRequest): void {
    this.#add(request)
    const { text, outputLimit: output = 0 } = request
    this.sample.skip(text)
    if (text > this.#longAbove) this.#perhapsLong.push({ text, output })
  }

  get counted(): { readonly tokens: number; readonly text: number } {
    return { tokens: this.#countedTokens, text: this.#countedText }
  }

  /** `usualRatio`: tokens a byte over all models, for one of which no line was counted. */
  summary(model: string | undefined, usualRatio: number, note: Message | undefined): ModelTokens {
    const own = this.#countedText > 0 ? this.#countedTokens / this.#countedText : usualRatio
    const ratio = this.sample.ratio ?? own
    const error = this.sample.error(ratio)
    const long: Sums = { ...this.#long }
    for (const { text, output } of this.#perhapsLong) {
      const tokens = Math.round(ratio * text)
      if (tokens > this.#longAbove) addTo(long, tokens, output)
    }
    const promptTokens = Math.round(this.#all.promptTokens + this.sample.estimate(ratio))
    return {
      ...(this.#all satisfies TokenSums),
      model,
      promptTokens,
      ...(!this.sample.isEmpty && { error: Math.ceil(error) }),
      long,
      withoutOutputLimit: this.#withoutOutputLimit,
      withImages: this.#withImages,
      withTools: this.#withTools,
      withStoredInput: this.#withStoredInput,
      ...(note && { note }),
    }
  }

  #add({ prompt, outputLimit }: CountedRequest): void {
    this.#all.requests++
    if (outputLimit === undefined) this.#withoutOutputLimit++
    else this.#all.maxOutputTokens += outputLimit
    if (prompt.hasMedia) this.#withImages++
    if (prompt.hasTools) this.#withTools++
    if (prompt.hasStoredInput) this.#withStoredInput++
  }
}

function addTo(sums: Sums, tokens: number, output: number): void {
  sums.requests++
  sums.promptTokens += tokens
  sums.maxOutputTokens += output
}

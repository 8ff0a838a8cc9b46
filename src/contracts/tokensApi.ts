// What the page may ask the worker that counts tokens: of request lines as they would be sent, before
// anything is sent. All of it is an estimate; what the API counts is on the bill.
import type { Result } from '../base/result.ts'
import type { Message } from '../i18n/message.ts'
import type { OnProgress } from './progress.ts'

export interface TokenRequest {
  readonly jobId: string
  /** Lines of requests, each with a LF. */
  readonly blob: Blob
  /** Of lines that name none. */
  readonly model?: string | undefined
  /** Bytes of text that are counted exactly; of more a sample is. Default: EXACT_BYTES. */
  readonly exactBytes?: number | undefined
}

/** Some seconds of counting. */
export const EXACT_BYTES = 20 * 1024 * 1024

/** Sums over requests. */
export interface TokenSums {
  readonly requests: number
  readonly promptTokens: number
  /** As many as the requests allow, where they say so. */
  readonly maxOutputTokens: number
}

export interface ModelTokens extends TokenSums {
  /** As the lines have it; undefined for lines that name none. */
  readonly model: string | undefined
  /** promptTokens is right within ± so many, 19 times of 20; absent where every token was counted. */
  readonly error?: number | undefined
  /**
   * Of all these the requests whose prompt is so long that the model bills more for it. Without a price for
   * long prompts there are none.
   */
  readonly long: TokenSums
  /** Requests that state no limit of their answer; they are in no `maxOutputTokens`. */
  readonly withoutOutputLimit: number
  /** Requests with images, sound or files, whose tokens are in no sum. */
  readonly withImages: number
  /** Requests with tools or a JSON schema: what they cost is estimated by their JSON. */
  readonly withTools: number
  /** Requests that refer to what the API keeps: earlier answers, conversations, prompts. In no sum. */
  readonly withStoredInput: number
  /** What to know about how tokens of this model were counted. */
  readonly note?: Message | undefined
}

export interface TokenEstimate {
  /** All tokens were counted, none estimated from a sample. */
  readonly isExact: boolean
  /** Lines that are a JSON object. */
  readonly requests: number
  /** Other lines, but for blank ones; they are in nothing else here. */
  readonly unreadable: number
  readonly promptTokens: number
  /** As that of a model. */
  readonly error?: number | undefined
  /** Most prompt tokens first. */
  readonly models: readonly ModelTokens[]
  readonly cost: CostEstimate
}

/** USD. */
export interface TwoPrices {
  /** Had each request been sent on its own. */
  readonly standard: number
  readonly batch: number
}

export interface CostSums {
  /** Right within ± `error`, which is absent where every token was counted. */
  readonly prompts: TwoPrices
  readonly error?: TwoPrices | undefined
  /** If every answer is as long as its request allows. At least, answers cost nothing. */
  readonly answers: TwoPrices
}

export interface ModelCost extends CostSums {
  readonly model: string
}

/** Of models that the table of prices knows; the others are named. */
export interface CostEstimate extends CostSums {
  readonly models: readonly ModelCost[]
  readonly unknownModels: readonly string[]
  /** Requests that are in no cost, because their model has no price or they name none. */
  readonly requestsWithoutPrice: number
  /** Requests with a price whose answers are in no cost, because nothing limits them. */
  readonly answersWithoutLimit: number
  /** 'YYYY-MM-DD'; shown with every cost. */
  readonly tableDate: string
  /** Package and version. */
  readonly tableSource: string
}

export interface TokensApi {
  /**
   * Counts the lines of the document at the other end of `port`'s channel (TokenSourceApi), from now on and
   * whenever they change, until `detach`. `key` names the document; an earlier channel of it is closed.
   */
  attach(key: string, port: MessagePort): Promise<Result<void>>
  detach(key: string): Promise<Result<void>>
  /** Fails with `cancelled`, and as reading a file does. Reports bytes. */
  estimate(request: TokenRequest, onProgress: OnProgress): Promise<Result<TokenEstimate>>
  /** Does not wait for the end of the job. */
  cancel(jobId: string): Promise<Result<void>>
}

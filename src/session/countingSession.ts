// The part of the contract that is about tokens.
import type { Result } from '../base/result.ts'
import type { LineIndex } from '../base/units.ts'
import type { FoundLine } from '../contracts/documentApi.ts'
import type { LineTokensApi, TokenReport } from '../contracts/lineTokens.ts'
import type { TokenSource } from '../tokens/source/tokenSource.ts'
import { SortingSession } from './sortingSession.ts'

export abstract class CountingSession extends SortingSession implements LineTokensApi {
  /** The document as what a worker counts the tokens of. */
  abstract readonly tokenSource: TokenSource

  countTokens(isExact: boolean): Promise<Result<void>> {
    return this.tokenSource.countTokens(isExact)
  }

  readTokens(): Promise<Result<TokenReport>> {
    return this.tokenSource.readTokens()
  }

  lineWithTokens(from: number, to: number, after: LineIndex): Promise<Result<FoundLine>> {
    return this.tokenSource.lineWithTokens(from, to, after)
  }
}

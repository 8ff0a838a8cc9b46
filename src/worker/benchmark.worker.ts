// The thread's entry for 'Measure speed': measures a case, with document workers of its own as
// the engines. The page sees times alone: a file that it had held would stay in memory until the page
// is next tidied up, and so would the file of every case. This thread ends with its case, and its
// files end with it.
import { expose } from 'comlink'
import { present } from '../base/assert.ts'
import type { Failure } from '../base/failures.ts'
import { ok } from '../base/result.ts'
import { BENCH_CASES } from '../benchmark/benchCases.ts'
import { type Engine, measureCase } from '../benchmark/measureCase.ts'
import type { BenchmarkApi } from './benchmarkClient.ts'
import { openDocumentClient } from './documentClient.ts'

const api: BenchmarkApi = {
  async measureCase(caseId, targetBytes, onProgress) {
    const entry = present(
      BENCH_CASES.find(({ id }) => id === caseId),
      `the case ${caseId}`,
    )
    try {
      return ok(await measureCase(entry, targetBytes, openEngine, onProgress))
    } catch (error) {
      if (error instanceof EngineFailure) return { ok: false, failure: error.failure }
      throw error
    }
  },
}

/** An expected failure of an engine on its way through the measuring. */
class EngineFailure extends Error {
  readonly failure: Failure

  constructor(failure: Failure) {
    super(failure.code)
    this.failure = failure
  }
}

/** Closed as soon as it has validated, before it keeps anything of the file for another opening. */
function openEngine(): Engine {
  const client = openDocumentClient()
  return {
    async validate(file) {
      const startedAt = performance.now()
      const options = { jobId: file.name, startedAt: Date.now() }
      const result = await client.open(file, options, () => {})
      const ms = performance.now() - startedAt
      if (!result.ok) throw new EngineFailure(result.failure)
      const { lines, invalid } = result.value
      return { lines, invalid, ms }
    },
    close: () => client.close(),
  }
}

expose(api)

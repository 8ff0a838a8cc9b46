import { verbatim } from '../../../i18n/message.ts'
import type { FactsExample } from '../exportExample.ts'

const NO_USAGE = {
  answers: 0,
  prompt: 0,
  cached: 0,
  cacheWritten: 0,
  cacheWrittenHour: 0,
  completion: 0,
  reasoning: 0,
  total: 0,
}

export const REPORT_OF_NOTHING: FactsExample = {
  kind: 'facts',
  shows: 'files without lines',
  facts: {
    sources: [{ name: 'empty.jsonl', role: 'requests', lines: 0, broken: 0, withoutKey: 0 }],
    requests: 0,
    answers: 0,
    counts: { succeeded: 0, failed: 0, missing: 0, unexpected: 0, duplicate: 0 },
    summary: {
      errors: [],
      finishReasons: [],
      statuses: [],
      unusable: [],
      models: [],
      usage: NO_USAGE,
      spreads: [],
      cost: { cost: { standard: 0, batch: 0 }, saved: 0, unpricedAnswers: 0, models: [] },
      pricesOf: '2026-09-23',
      nearMisses: [],
    },
    firstIds: [],
  },
  file: `# Batch report

## Files

| File | Role | Lines | Not JSON | Without id |
| --- | --- | --: | --: | --: |
| empty.jsonl | requests | 0 | 0 | 0 |

## Outcomes

0 requests, 0 answers.

| Outcome | Count |
| --- | --: |
| Succeeded | 0 |
| Failed | 0 |
| Missing: no answer | 0 |
| Unexpected: no request | 0 |
| Duplicate | 0 |
`,
}

export const REPORT_EXAMPLE: FactsExample = {
  kind: 'facts',
  shows: 'all sections, and values that Markdown would act upon',
  facts: {
    sources: [
      { name: 'in|put_1.jsonl', role: 'requests', lines: 1204, broken: 1, withoutKey: 2 },
      { name: '*out*.jsonl', role: 'answers', lines: 1200, broken: 0, withoutKey: 0 },
    ],
    requests: 1204,
    answers: 1200,
    counts: { succeeded: 1198, failed: 1, missing: 5, unexpected: 1, duplicate: 0 },
    summary: {
      errors: [
        { value: 'rate_limit', count: 1, message: verbatim('Slow down:\n<b>1</b> a minute.') },
      ],
      finishReasons: [{ value: 'stop', count: 1198 }],
      statuses: [{ value: 200, count: 1198 }],
      unusable: [{ value: 'cut-off', count: 3 }],
      models: [{ asked: 'gpt-6-luna', answered: undefined, count: 1198 }],
      usage: { ...NO_USAGE, answers: 1198, prompt: 1_000_000, completion: 5, total: 1_000_005 },
      spreads: [],
      cost: {
        cost: { standard: 1234.5, batch: 0.0123 },
        saved: 617.25,
        unpricedAnswers: 2,
        models: [
          {
            model: 'gpt-6-luna',
            usage: { ...NO_USAGE, answers: 1196 },
            cost: { standard: 1234.5, batch: 0.0123 },
          },
          { model: undefined, usage: { ...NO_USAGE, answers: 2 }, cost: undefined },
        ],
      },
      pricesOf: '2026-09-23',
      nearMisses: [{ value: 'spaces', count: 1 }],
    },
    firstIds: [
      { outcome: 'failed', ids: ['- a_1'], count: 1 },
      { outcome: 'missing', ids: ['1. b', ''], count: 5 },
    ],
  },
  file: String.raw`# Batch report

## Files

| File | Role | Lines | Not JSON | Without id |
| --- | --- | --: | --: | --: |
| in\|put\_1.jsonl | requests | 1,204 | 1 | 2 |
| \*out\*.jsonl | answers | 1,200 | 0 | 0 |

## Outcomes

1,204 requests, 1,200 answers.

| Outcome | Count |
| --- | --: |
| Succeeded | 1,198 |
| Failed | 1 |
| Missing: no answer | 5 |
| Unexpected: no request | 1 |
| Duplicate | 0 |

## Errors

| Code | Count | Message of one of them |
| --- | --: | --- |
| rate\_limit | 1 | Slow down: \<b\>1\</b\> a minute. |

## Finish reasons

| Finish reason | Count |
| --- | --: |
| stop | 1,198 |

## Not usable

| Reason | Count |
| --- | --: |
| Cut off | 3 |

## Models

| Asked for | Answered | Count |
| --- | --- | --: |
| gpt-6-luna | – | 1,198 |

## Tokens

1,198 answers state their usage.

| Tokens | Count |
| --- | --: |
| Prompt | 1,000,000 |
| Completion | 5 |
| Total | 1,000,005 |

## Cost

$0.0123 in a batch, $1,234.50 at the standard price, $617.25 saved. An estimate by the prices of 2026-09-23. 2 answers are from models without a known price and not in it.

| Model | Answers | In a batch | At the standard price |
| --- | --: | --: | --: |
| gpt-6-luna | 1,196 | $0.0123 | $1,234.50 |
| – | 2 | unknown | unknown |

## Ids that nearly match

| Why they are not joined | Count |
| --- | --: |
| They differ in spaces before or after | 1 |

## Failed

- \- a\_1

## Missing: no answer

The first 2 of 5:

- 1\. b
- (no id)
`,
}

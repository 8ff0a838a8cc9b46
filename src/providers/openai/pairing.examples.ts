import { defineExamples } from '../../pairing/testing/defineExamples.ts'
import { requests } from './examples/requests.ts'
import { results } from './examples/results.ts'

export const examples = defineExamples({ requests, results })

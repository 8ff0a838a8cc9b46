import { defineExamples } from './defineExamples.ts'
import { requests } from './openai/requests.ts'
import { results } from './openai/results.ts'

export const examples = defineExamples({ requests, results })

// A file for each endpoint of the Batch API, and for the answers of each: for the benchmark alone.
import { verbatim } from '../i18n/message.ts'
import type { BenchCase } from './benchCases.ts'
import {
  callingAnswer,
  completionsAnswer,
  imageAnswer,
  moderationsAnswer,
  responsesAnswer,
} from './endpointAnswers.ts'
import {
  chatWithCalls,
  completionsRequest,
  embeddingsRequest,
  imageEditRequest,
  imageRequest,
  moderationsRequest,
  responsesRequest,
  responsesWithSchemas,
} from './endpointRequests.ts'

type Line = BenchCase['line']

function input(id: string, title: string, lineBytes: number, line: Line): BenchCase {
  return { id, title: verbatim(title), formatId: 'batchInput', lineBytes, line }
}

function output(id: string, title: string, lineBytes: number, line: Line): BenchCase {
  return { id, title: verbatim(title), formatId: 'batchOutput', lineBytes, line }
}

export const ENDPOINT_CASES: readonly BenchCase[] = [
  input('responses', '/v1/responses', 762, responsesRequest),
  input(
    'responses-schemas',
    '/v1/responses, schemas and tools of their own',
    4227,
    responsesWithSchemas,
  ),
  input('chat-calls', '/v1/chat/completions with calls of tools', 1397, chatWithCalls),
  input('embeddings-input', '/v1/embeddings', 655, embeddingsRequest),
  input('completions', '/v1/completions', 677, completionsRequest),
  input('moderations', '/v1/moderations', 637, moderationsRequest),
  input('images', '/v1/images/generations', 693, imageRequest),
  input('image-edits', '/v1/images/edits', 753, imageEditRequest),
  output('responses-output', 'Answers of /v1/responses', 1262, responsesAnswer),
  output('calls-output', 'Answers with calls of tools', 756, callingAnswer),
  output('completions-output', 'Answers of /v1/completions', 956, completionsAnswer),
  output('moderations-output', 'Answers of /v1/moderations', 736, moderationsAnswer),
  output('images-output', 'Answers of /v1/images', 4422, imageAnswer),
]

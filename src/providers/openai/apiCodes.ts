// What OpenAI's Batch API calls the faults that it finds, where somebody recorded it. When a batch is made the
// envelope, the model, `stream` and the ids are checked; values inside of a body come back line by line later.
import type { ApiCodes, PlacedApiCode } from '../../formats/defineFormat.ts'

const SCHEMA_CODES: readonly PlacedApiCode[] = [
  { at: ['body', 'text', 'format'], apiCode: 'invalid_json_schema' },
  { at: ['body', 'tools'], apiCode: 'invalid_function_parameters' },
]

/**
 * Recorded: github.com/meta-llama/llama-stack, tests/integration/batches/test_batches_errors.py (2025-08);
 * community.openai.com/t/718416 and 723696; a second model: a log of 2026-01-18, and DashScope's documentation of
 * the same code. Of bodies: openai-node#1341 (an empty array), dms-ai-assistant#12 of 2026-05 and repowise#987
 * of 2026-07 (parameters that a model refuses). `empty_file` is documented by Azure, which has the code from
 * OpenAI. Read on 2026-11-27. Names: mcp-use#90 (2025-05, of calls) and ailoy#109 (2025-06, of tools). Parameters
 * of functions: langchainjs#9804 and everruns#984 of 2026, strict ones openai-agents-python#992 (2025-07); in `text.format`
 * pi-web-providers#14 (2026-04); in `response_format` outlines#1666 (2025-06): `code` is null there. Parts: see
 * partSourceRules.ts; the code of two that exclude each other, and of MCP tools without a server, by gateways and by
 * Microsoft's Foundry, which pass on what OpenAI answers (2026). Keys of a body that are not known: open-responses-server#41
 * (2025-06) of chats, codex#10834 (2026-02) of responses. Values: deep-research-py#19 and
 * continuous-alignment-testing#25 (2025). `reasoning.effort`: baml#2708 (2025-11).
 * Parts of the wrong kind in `input`: openhuman#3624 (2026-06). Models that are not there: a note at the rule, modelEndRules.ts. Tokens: openai-openapi#302 of one request, and
 * openai-python#2084 (2025-02) of the batch. Read on 2026-11-28.
 */
export const OPENAI_CODES: ApiCodes = {
  notJson: 'invalid_json_line',
  byCode: {
    'empty-file': 'empty_file',
    'missing:custom_id': 'missing_required_parameter',
    'missing:method': 'missing_required_parameter',
    'missing:url': 'missing_required_parameter',
    'missing:body': 'missing_required_parameter',
    'bare-body': 'missing_required_parameter',
    'misnamed:customId': 'missing_required_parameter',
    'misnamed:id': 'missing_required_parameter',
    'misnamed:request_id': 'missing_required_parameter',
    'misnamed:endpoint': 'missing_required_parameter',
    'misnamed:path': 'missing_required_parameter',
    'misnamed:uri': 'missing_required_parameter',
    'misnamed:params': 'missing_required_parameter',
    'misnamed:payload': 'missing_required_parameter',
    'misnamed:request': 'missing_required_parameter',
    'value:url': 'invalid_url',
    'url-*': 'invalid_url',
    'mixed-urls': 'invalid_url',
    'value:body.response_format.type': 'invalid_value',
    'too-big:body.n': 'integer_above_max_value',
    'misplaced:body.reasoning': 'unknown_parameter',
    'missing:body.model': 'invalid_request',
    'missing:body.messages': 'invalid_request',
    'streaming-unsupported': 'streaming_unsupported',
    'duplicate-custom-id': 'duplicate_custom_id',
    'mixed-models': 'mismatched_model',
    'too-small:body.messages[].tool_calls': 'empty_array',
    'image-data-base64': 'invalid_base64',
    'image-data-empty': 'invalid_value',
    'image-part-without-source': 'missing_mutually_exclusive_parameters',
    'image-part-two-sources': 'mutually_exclusive_parameters',
    'file-part-without-source': 'missing_required_parameter',
    'file-part-without-name': 'missing_required_parameter',
    'file-part-name-beside': 'mutually_exclusive_parameters',
    'mcp-server-missing': 'missing_mutually_exclusive_parameters',
    'image-data-kind': 'invalid_value',
    'model-refuses:max_tokens': 'unsupported_parameter',
    'model-refuses:temperature': 'unsupported_value',
    'model-without-reasoning:reasoning.effort': 'unsupported_parameter',
    'model-shut-down': 'model_not_found',
    'model-may-be-shut-down': 'model_not_found',
    'assistant-input-part': 'invalid_value',
    'value:body.input[].content[].type': 'invalid_value',
    'tool-name-characters': 'invalid_value',
    'called-name-characters': 'invalid_value',
    'tool-schema-root': 'invalid_function_parameters',
    'tool-schema-properties': 'invalid_function_parameters',
    'context-exceeded': 'context_length_exceeded',
    'enqueued-tokens': 'token_limit_exceeded',
  },
  byPlace: {
    'strict-schema-*': SCHEMA_CODES,
    'schema-items': SCHEMA_CODES,
    'schema-invalid': SCHEMA_CODES,
    'unknown-key': [{ at: ['body'], apiCode: 'unknown_parameter' }],
  },
}

/** Of jobs of fine-tuning; recorded in 2025, see leastExamples.ts. */
export const FINE_TUNING_CODES: ApiCodes = {
  byCode: { 'too-few-examples': 'invalid_n_examples' },
}

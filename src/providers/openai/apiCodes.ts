// What OpenAI's Batch API calls the faults that it finds, where somebody recorded it. When a batch is made the
// envelope, the model, `stream` and the ids are checked; values inside of a body come back line by line later.
import type { ApiCodes } from '../../formats/defineFormat.ts'

/**
 * Recorded: github.com/meta-llama/llama-stack, tests/integration/batches/test_batches_errors.py (2025-08);
 * community.openai.com/t/718416 and 723696; a second model: a log of 2026-01-18, and DashScope's documentation of
 * the same code. Of bodies: openai-node#1341 (an empty array), dms-ai-assistant#12 of 2026-05 and repowise#987
 * of 2026-07 (parameters that a model refuses). `empty_file` is documented by Azure, which has the code from
 * OpenAI. Read on 2026-11-27.
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
    'missing:body.model': 'invalid_request',
    'missing:body.messages': 'invalid_request',
    'streaming-unsupported': 'streaming_unsupported',
    'duplicate-custom-id': 'duplicate_custom_id',
    'mixed-models': 'mismatched_model',
    'too-small:body.messages[].tool_calls': 'empty_array',
    'image-data-base64': 'invalid_base64',
    'image-data-empty': 'invalid_value',
    'image-data-kind': 'invalid_value',
    'model-refuses:max_tokens': 'unsupported_parameter',
    'model-refuses:temperature': 'unsupported_value',
  },
}

// What stands in the body of a request to OpenAI, and to which endpoint it belongs.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { COMES_BACK_400, MAY_BE_REFUSED } from '../consequences.ts'
import { OPENAPI, SDK, issue } from '../sources.ts'

export const entries: CodeEntries = {
  'misplaced:*': (place) => ({
    meaning: msg('{place} is a parameter of another endpoint.', { place }),
    matters: msg('OpenAI answers 400 to a parameter that the endpoint does not know.'),
    remedy: msg('Move its value to the parameter that the finding names, or remove it.'),
    source: issue('teabranch/open-responses-server', 41, '2025-06-29'),
  }),
  'misplaced:body.tools[].function': {
    meaning: msg(
      'The tool is written for chat completions: name and parameters are inside of "function".',
    ),
    matters: COMES_BACK_400,
    remedy: msg('Move them out, beside "type".'),
    source: OPENAPI,
  },
  'flat-tool': {
    meaning: msg('The tool is written for /v1/responses: name and parameters stand beside "type".'),
    matters: COMES_BACK_400,
    remedy: msg('Move them into "function".'),
    source: OPENAPI,
  },
  'nested-text-format': {
    meaning: msg(
      'The format of the answer is written for chat completions: its name and schema are inside of "json_schema".',
    ),
    matters: COMES_BACK_400,
    remedy: msg('Move them out, beside "type".'),
    source: OPENAPI,
  },
  'missing:body.input': {
    meaning: msg('The request has nothing to answer: "input" is missing.'),
    matters: COMES_BACK_400,
    remedy: msg(
      'Add "input". On /v1/responses it takes what "messages" holds in chat completions.',
    ),
    source: OPENAPI,
  },
  'assistant-without-content': {
    meaning: msg('A message of the assistant says nothing and calls no tool.'),
    matters: msg('The API refuses the conversation with 400.'),
    remedy: msg('Add the text, or leave the message out.'),
    source: issue('run-llama/llama_index', 17921, '2025-02-25'),
  },
  'speaker-name-characters': {
    meaning: msg(
      'The name of who speaks in a message has a character that is not taken there, or none at all.',
    ),
    matters: msg(
      'OpenAI answers 400: string does not match pattern. Names with spaces are the most frequent ones.',
    ),
    remedy: msg('Write "_" in place of spaces and of <, |, \\, / and >, or leave "name" out.'),
    source: issue('langchain-ai/langchain', 35054, '2026-02-06'),
  },
  'tool-name-twice': {
    meaning: msg('Two tools of the request have the same name.'),
    matters: msg(
      'Nobody can tell which of them a call is for. OpenAI takes it, as far as is known; other providers refuse it.',
    ),
    remedy: msg('Give each tool a name of its own, or remove the one that is there twice.'),
    source: issue('openai/openai-agents-python', 4116, '2026-08-02'),
  },
  'null-tool-calls': {
    meaning: msg(
      'A message has "tool_calls" with the value null, as Python’s model_dump() writes it.',
    ),
    matters: msg(
      'The API’s description does not allow it. That OpenAI refuses it was recorded by nobody; other servers do.',
    ),
    remedy: msg('Leave the key out, in Python with model_dump(exclude_none=True).'),
    source: issue('SWE-agent/SWE-agent', 967, '2025-02-19'),
  },
  'null-for-nothing': {
    meaning: msg(
      'A key has the value null where it should be left out, as Python’s model_dump() writes it.',
    ),
    matters: msg(
      'The API’s description does not allow it. That OpenAI refuses it was recorded by nobody; other servers do.',
    ),
    remedy: msg('Leave the key out, in Python with model_dump(exclude_none=True).'),
    source: issue('openai/openai-openapi', 348, '2024-10-10'),
  },
  'bare-base64-image': {
    meaning: msg('An image is given as base64 alone.'),
    matters: msg('The API takes a link or a data URL and refuses the request.'),
    remedy: msg('Put "data:image/…;base64," with the right type in front.'),
    source: OPENAPI,
  },
  'background-in-batch': {
    meaning: msg('The request asks to run in the background.'),
    matters: msg(
      'A batch runs in the background anyway. What it makes of this parameter is documented nowhere.',
    ),
    remedy: msg('Remove "background".'),
    source: OPENAPI,
  },
  'conversation-twice': {
    meaning: msg('The request names both a conversation and a previous response.'),
    matters: msg('They exclude each other, and the API refuses the request.'),
    remedy: msg('Keep one of them.'),
    source: OPENAPI,
  },
  'mcp-server-missing': {
    meaning: msg('A tool of type "mcp" names no server.'),
    matters: msg('The API does not know what to call, and refuses the request.'),
    remedy: msg('Add one of "server_url", "connector_id" and "tunnel_id".'),
    source: OPENAPI,
  },
  'tool-choice-alone': {
    meaning: msg('The request says which tool to call and has no tools.'),
    matters: msg('OpenAI answers 400: tool_choice is only allowed beside tools.'),
    remedy: msg('Add the tools, or remove "tool_choice".'),
    source: issue('anomalyco/opencode', 48857, '2026-09'),
  },
  'top-logprobs-alone': {
    meaning: msg('The request asks for the likeliest tokens and not for log probabilities.'),
    matters: COMES_BACK_400,
    remedy: msg('Add "logprobs": true, or remove "top_logprobs".'),
    source: OPENAPI,
  },
  'audio-without-parameters': {
    meaning: msg('The request asks for sound and says neither the voice nor the format.'),
    matters: COMES_BACK_400,
    remedy: msg('Add "audio" with a voice and a format, or ask for text alone.'),
    source: OPENAPI,
  },
  'best-of-below-n': {
    meaning: msg('The request asks for more answers than are made.'),
    matters: COMES_BACK_400,
    remedy: msg('Make "best_of" as large as "n", or remove it.'),
    source: OPENAPI,
  },
  'moderation-text-model': {
    meaning: msg('The request has an image for a model that knows text alone.'),
    matters: MAY_BE_REFUSED,
    remedy: msg('Use omni-moderation-latest.'),
    source: SDK,
  },
  'assistant-input-part': {
    meaning: msg('What the model said earlier is sent as if it were input.'),
    matters: msg('OpenAI answers 400: in answers it takes only output_text and refusal.'),
    remedy: msg('Write "output_text" in place of "input_text" where the role is "assistant".'),
    source: issue('tinyhumansai/openhuman', 3624, '2026-06-12'),
  },
  'stream-options-alone': {
    meaning: msg('The request has options for streaming, and does not stream.'),
    matters: COMES_BACK_400,
    remedy: msg('Remove "stream_options": a batch cannot stream.'),
    source: issue('BerriAI/litellm', 5803, '2024-09-20'),
  },
  'image-png-compression': {
    meaning: msg(
      'The request asks for a PNG that is compressed with loss, and PNG has no such thing.',
    ),
    matters: msg('OpenAI answers 400 with the code invalid_png_output_compression.'),
    remedy: msg('Remove "output_compression", or choose the format "webp" or "jpeg".'),
    source: SDK,
  },
  'image-format-parameter': {
    meaning: msg('The format of the image does not go with another parameter of the request.'),
    matters: MAY_BE_REFUSED,
    remedy: msg('Remove the parameter that the finding names, or choose another "output_format".'),
    source: SDK,
  },
  'partial-images-in-batch': {
    meaning: msg(
      'The request asks for images that are not finished, as they are sent while it streams.',
    ),
    matters: msg('A batch does not stream, so none of them arrive.'),
    remedy: msg('Remove "partial_images".'),
    source: SDK,
  },
  'metadata-too-many': {
    meaning: msg('The metadata have more than 16 keys.'),
    matters: COMES_BACK_400,
    remedy: msg('Keep 16 of them, or write several values into one.'),
    source: OPENAPI,
  },
  'seed-not-whole': {
    meaning: msg('The seed has a fraction.'),
    matters: COMES_BACK_400,
    remedy: msg('Write an integer.'),
    source: OPENAPI,
  },
  'image-size': {
    meaning: msg('The size is none that an image model takes.'),
    matters: MAY_BE_REFUSED,
    remedy: msg(
      'Use "auto", or a width and height that are multiples of 16, at most 3,840, and at most 3 to 1.',
    ),
    source: SDK,
  },
  'image-size-form': {
    meaning: msg('The size is not written as width x height.'),
    matters: COMES_BACK_400,
    remedy: msg('Write it as "1024x1536", or as "auto".'),
    source: OPENAPI,
  },
  'image-source': {
    meaning: msg('An image to edit has no source, or two.'),
    matters: COMES_BACK_400,
    remedy: msg('Give it exactly one of "image_url" and "file_id".'),
    source: OPENAPI,
  },
}

// Calls of tools in a conversation and what came of them, the tools that a request chooses, and the word JSON.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import {
  COMES_BACK_400,
  CONVERSATION_REFUSED,
  MAY_BE_REFUSED,
  UNCLEAR_ANSWER,
} from '../consequences.ts'
import { FUNCTION_CALLING, issue } from '../sources.ts'

export const entries: CodeEntries = {
  'answer-without-call': {
    meaning: msg(
      'A tool message answers a call that the assistant’s message before it did not make.',
    ),
    matters: CONVERSATION_REFUSED,
    remedy: msg('Give it the id of a call in that message, or remove it.'),
    source: issue('Haervwe/open-webui-tools', 12, '2025-03-25'),
  },
  'call-without-answer': {
    meaning: msg('The conversation goes on although a call of a tool was not answered.'),
    matters: CONVERSATION_REFUSED,
    remedy: msg(
      'Add a tool message with its "tool_call_id" right after the message that makes the call, or remove the call.',
    ),
    source: issue('BerriAI/litellm', 10083, '2025-04-17'),
  },
  'call-at-end': {
    meaning: msg('The conversation ends with a call of a tool that is not answered.'),
    matters: msg(
      'The model has nothing to go on from. No refusal by OpenAI is known, but it may refuse the request.',
    ),
    remedy: msg('Add the tool message with the answer.'),
    source: FUNCTION_CALLING,
  },
  'call-answered-twice': {
    meaning: msg('Two tool messages answer the same call.'),
    matters: CONVERSATION_REFUSED,
    remedy: msg('Keep one of them.'),
    source: issue('agno-agi/agno', 5116, '2025-10'),
  },
  'call-id-twice': {
    meaning: msg('Two calls in one message have the same id.'),
    matters: UNCLEAR_ANSWER,
    remedy: msg('Give each call an id of its own, and its answer the same one.'),
    source: FUNCTION_CALLING,
  },
  'output-without-call': {
    meaning: msg('"input" has the output of a tool, and not the call that it belongs to.'),
    matters: COMES_BACK_400,
    remedy: msg('Add the call before it, or remove the output.'),
    source: issue('continuedev/continue', 10092, '2026-02-01'),
  },
  'call-without-output': {
    meaning: msg('"input" has the call of a tool, and not its output.'),
    matters: COMES_BACK_400,
    remedy: msg('Add the output with the same "call_id", or remove the call.'),
    source: issue('router-for-me/CLIProxyAPI', 2368, '2026-03'),
  },
  'output-before-call': {
    meaning: msg('The output of a tool stands before its call.'),
    matters: MAY_BE_REFUSED,
    remedy: msg('Move the call before its output.'),
    source: FUNCTION_CALLING,
  },
  'output-twice': {
    meaning: msg('A call has two outputs.'),
    matters: msg(
      'Servers of /v1/responses were seen to answer 400: a call has one output. Of OpenAI itself no refusal was recorded.',
    ),
    remedy: msg('Keep one of them.'),
    source: issue('NousResearch/hermes-agent', 111443, '2026-09-15'),
  },
  'call-twice': {
    meaning: msg('Two calls have the same "call_id".'),
    matters: UNCLEAR_ANSWER,
    remedy: msg('Give each call a "call_id" of its own, and its output the same one.'),
    source: FUNCTION_CALLING,
  },
  'parallel-calls-alone': {
    meaning: msg('The request says whether tools may be called in parallel, and has no tools.'),
    matters: msg('OpenAI answers 400: parallel_tool_calls is only allowed beside tools.'),
    remedy: msg('Add the tools, or remove "parallel_tool_calls".'),
    source: issue('openai/swarm', 30, '2024-07-12'),
  },
  'no-tools': {
    meaning: msg('"tools" is an empty array.'),
    matters: COMES_BACK_400,
    remedy: msg('Add a tool, or remove "tools".'),
    source: issue('vllm-project/vllm', 40311, '2026-04'),
  },
  'tool-choice-needs-tools': {
    meaning: msg('The request demands the call of a tool, and has no tools.'),
    matters: COMES_BACK_400,
    remedy: msg('Add the tools, or remove "tool_choice".'),
    source: issue('vllm-project/vllm', 40399, '2026-04'),
  },
  'chosen-tool-unknown': {
    meaning: msg('The request names a tool to call, and no tool of it has that name.'),
    matters: COMES_BACK_400,
    remedy: msg('Name a tool that is there, or add it to the tools.'),
    source: issue('vllm-project/vllm', 40399, '2026-04'),
  },
  'chosen-kind-missing': {
    meaning: msg(
      'The request names a kind of tool that OpenAI runs, such as web search, and has no such tool.',
    ),
    matters: COMES_BACK_400,
    remedy: msg('Add it to "tools", or choose another.'),
    source: issue('vllm-project/vllm', 40399, '2026-04'),
  },
  'called-name-characters': {
    meaning: msg(
      'A message calls a tool whose name is empty or has characters that the API does not take.',
    ),
    matters: COMES_BACK_400,
    remedy: msg(
      'Use letters from a to z, digits, "_" and "-", here and where the tool is described.',
    ),
    source: issue('mcp-use/mcp-use', 90, '2025-05'),
  },
  'no-json-word': {
    meaning: msg('The request asks for a JSON object, and its prompt does not have the word JSON.'),
    matters: COMES_BACK_400,
    remedy: msg('Tell the model in a message to answer in JSON.'),
    source: issue('ultimatejimmy/xray.koplugin', 33, '2026-05-09'),
  },
  'json-word-beside-input': {
    meaning: msg('The request asks for a JSON object, and the word JSON is not in "input".'),
    matters: msg(
      'Some servers look for the word in "input" alone, and refuse the request with status 400.',
    ),
    remedy: msg('Tell the model in "input", too, to answer in JSON.'),
    source: issue('BigDawnGhost/wenyi', 66, '2026-07-14'),
  },
}

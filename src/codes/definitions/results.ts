// What became of a request. The line is in order, and its news are bad.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { NO_ANSWER } from '../consequences.ts'
import { BATCH_GUIDE, OPENAPI, issue, rfc8259 } from '../sources.ts'

export const entries: CodeEntries = {
  'request-failed': {
    meaning: msg(
      'The provider could not answer the request: it was refused, or failed while it ran.',
    ),
    matters: NO_ANSWER,
    remedy: msg('Read the error in the line, mend the request, and send it again.'),
    source: issue('openai/openai-openapi', 302, '2024-08-02'),
  },
  'request-expired': {
    meaning: msg('The time of the batch was over before this request ran.'),
    matters: NO_ANSWER,
    remedy: msg('Send it again in another batch; what was not run was not billed.'),
    source: BATCH_GUIDE,
  },
  'request-cancelled': {
    meaning: msg('The batch was cancelled before this request ran.'),
    matters: NO_ANSWER,
    remedy: msg('Send it again if you still want the answer.'),
    source: BATCH_GUIDE,
  },
  'answer-cut-off': {
    meaning: msg('The answer ended at the limit of its length and is not complete.'),
    matters: msg('It is billed all the same, and JSON that is cut off cannot be read.'),
    remedy: msg('Raise the limit of tokens and send it again.'),
    source: OPENAPI,
  },
  'answer-filtered': {
    meaning: msg('A content filter of the provider stopped the answer.'),
    matters: NO_ANSWER,
    remedy: msg('Change the request, or leave it out.'),
    source: OPENAPI,
  },
  'answer-refused': {
    meaning: msg('The model declined to answer.'),
    matters: msg(
      'The line says so in a field of its own, which a reader of the text alone overlooks.',
    ),
    remedy: msg('Change the request, or leave it out.'),
    source: OPENAPI,
  },
  'answer-empty': {
    meaning: msg('The answer holds neither a text nor a call of a tool.'),
    matters: msg('Often all tokens were spent on reasoning.'),
    remedy: msg('Raise the limit of tokens, or lower the effort of reasoning, and send it again.'),
    source: OPENAPI,
  },
  'no-result': {
    meaning: msg('The line has neither an answer nor an error.'),
    matters: msg('It says nothing of what became of its request.'),
    remedy: msg('Get the file again. If the line is still so, send the request again.'),
    source: BATCH_GUIDE,
  },
  'answer-json-broken': {
    meaning: msg('The answer begins as a JSON object and does not end as one.'),
    matters: msg('Programs that read it as JSON stop at it or lose it.'),
    remedy: msg('Raise the limit of tokens and send it again, or cut off what follows the object.'),
    source: rfc8259('2'),
  },
}

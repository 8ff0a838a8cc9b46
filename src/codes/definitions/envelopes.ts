// The envelope of a request (custom_id, method, url, body), ids, and rules across the lines of a batch.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries, CodeEntry } from '../codeEntry.ts'
import { BATCH_FAILS, COMES_BACK_400 } from '../consequences.ts'
import {
  ANTHROPIC_BATCH,
  BATCH_GUIDE,
  BEDROCK_BATCH,
  GEMINI_BATCH,
  OPENAPI,
  RECORDED,
  issue,
  source,
} from '../sources.ts'

const RESULTS_CARRY_IT = msg(
  'Results come in any order and are matched by the exact text of this id.',
)

export const entries: CodeEntries = {
  'missing:body.model': {
    meaning: msg('The request names no model.'),
    matters: BATCH_FAILS,
    remedy: msg('Add "model" to the body.'),
    source: RECORDED,
  },
  'missing:body.messages': {
    meaning: msg('The request to /v1/chat/completions has no messages.'),
    matters: BATCH_FAILS,
    remedy: msg('Add "messages", a list of what was said.'),
    source: RECORDED,
  },
  'missing:custom_id': {
    meaning: msg('The line has no custom_id.'),
    matters: msg(
      'OpenAI fails the whole batch for it: results come in any order and are matched by this id alone.',
    ),
    remedy: msg('Give each line a custom_id of its own.'),
    source: RECORDED,
  },
  'missing:method': partMissing('method'),
  'missing:url': partMissing('url'),
  'missing:body': partMissing('body'),
  'value:method': {
    meaning: msg('The method is another one than POST.'),
    matters: msg('A batch takes no other, in capitals.'),
    remedy: msg('Write "POST".'),
    source: BATCH_GUIDE,
  },
  'type:custom_id': {
    meaning: msg('The custom_id is no string.'),
    matters: RESULTS_CARRY_IT,
    remedy: msg('Put it in quotes, and look for it as a string in the results.'),
    source: BATCH_GUIDE,
  },
  'too-small:custom_id': {
    meaning: msg('The custom_id is empty.'),
    matters: RESULTS_CARRY_IT,
    remedy: msg('Give each line a custom_id of its own.'),
    source: BATCH_GUIDE,
  },
  'too-big:custom_id': {
    meaning: msg('The custom_id is very long.'),
    matters: msg(
      'OpenAI does not say how long it may be; guides of others name 512 characters, and other providers take 64. A longer one is most likely a text in the wrong key.',
    ),
    remedy: msg('Shorten it, and keep what it was made of elsewhere.'),
    source: ANTHROPIC_BATCH,
  },
  'bare-body': {
    meaning: msg('The line is the body of a request, without the envelope that a batch takes.'),
    matters: msg('A script that sends requests one by one wants exactly this; a batch refuses it.'),
    remedy: msg('Wrap it into custom_id, method, url and body.'),
    source: source(
      msg('OpenAI forum, topic 718416'),
      'https://community.openai.com/t/718416',
      '2026-11-23',
    ),
  },
  'misnamed:*': (place) => ({
    meaning: msg('The line has {place} where OpenAI reads another key.', { place }),
    matters: BATCH_FAILS,
    remedy: msg('Rename the key as the finding says.'),
    source: RECORDED,
  }),
  'misnamed:body.image': {
    meaning: msg(
      'The body has "image", as uploads of a form have it; JSON requests have "images".',
    ),
    matters: COMES_BACK_400,
    remedy: msg('Rename the key and write each image as {link} or {file}.', {
      link: '{"image_url": "…"}',
      file: '{"file_id": "…"}',
    }),
    source: OPENAPI,
  },
  'value:url': {
    meaning: msg('The url is no endpoint that a batch can call.'),
    matters: BATCH_FAILS,
    remedy: msg('Use the endpoint that the batch is made for, such as /v1/chat/completions.'),
    source: RECORDED,
  },
  'url-slash': {
    meaning: msg('The url has a slash too many or too few.'),
    matters: BATCH_FAILS,
    remedy: msg('Write it exactly as the endpoint of the batch.'),
    source: RECORDED,
  },
  'url-version': {
    meaning: msg('The url has the version of another provider’s API, such as /v4.'),
    matters: msg('OpenAI takes /v1 alone. For the other provider the line may be right.'),
    remedy: msg('Write /v1, or choose the provider under “These are for”.'),
    source: BATCH_GUIDE,
  },
  'url-with-host': {
    meaning: msg('The url names a host.'),
    matters: BATCH_FAILS,
    remedy: msg('Leave the host out: the url is the path alone.'),
    source: RECORDED,
  },
  'url-with-prefix': {
    meaning: msg('Something stands before /v1 in the url, as other providers have it.'),
    matters: msg('OpenAI fails the batch for it. For the other provider it may be right.'),
    remedy: msg('Remove the prefix, or choose the provider under “These are for”.'),
    source: RECORDED,
  },
  'url-without-version': {
    meaning: msg('The url lacks /v1, as Azure’s older guides write it.'),
    matters: BATCH_FAILS,
    remedy: msg('Put /v1 in front.'),
    source: RECORDED,
  },
  'custom-id-portability': {
    meaning: msg(
      'The custom_id is longer than 64 characters, or has others than A-Z, a-z, 0-9, _ and -.',
    ),
    matters: msg('OpenAI takes it; Anthropic, Together and OpenRouter do not.'),
    remedy: msg('Nothing has to be done unless the file goes to one of those.'),
    source: ANTHROPIC_BATCH,
  },
  'custom-id-spaces': {
    meaning: msg('The custom_id begins or ends with a space, or has characters that nobody sees.'),
    matters: msg('Results carry it as it is; whoever looks for the id without them finds nothing.'),
    remedy: msg('Remove them from the id here and wherever you look it up.'),
    source: BATCH_GUIDE,
  },
  'duplicate-custom-id': {
    meaning: msg('An earlier line has the same custom_id.'),
    matters: msg('OpenAI fails the whole batch, and of results nobody could tell which is whose.'),
    remedy: msg('Make the ids different. Of results, keep the one that you want.'),
    source: source(
      msg('OpenAI forum, topic 723696'),
      'https://community.openai.com/t/723696',
      '2026-11-23',
    ),
  },
  'custom-id-repeated': {
    meaning: msg('A later line has the same custom_id.'),
    matters: msg('The later ones are in error; this is the first of them.'),
    remedy: msg('Make the ids different, or delete the line that is not wanted.'),
    source: BATCH_GUIDE,
  },
  'duplicate-gemini-key': {
    meaning: msg('An earlier line has the same key.'),
    matters: msg('Results are matched by the key: nobody could tell which is whose.'),
    remedy: msg('Make the keys different.'),
    source: GEMINI_BATCH,
  },
  'gemini-key-repeated': {
    meaning: msg('A later line has the same key.'),
    matters: msg('The later ones are in error; this is the first of them.'),
    remedy: msg('Make the keys different.'),
    source: GEMINI_BATCH,
  },
  'duplicate-record-id': {
    meaning: msg('An earlier line has the same recordId.'),
    matters: msg('Results are matched by the recordId, and come in any order.'),
    remedy: msg('Make the ids different.'),
    source: BEDROCK_BATCH,
  },
  'record-id-repeated': {
    meaning: msg('A later line has the same recordId.'),
    matters: msg('The later ones are in error; this is the first of them.'),
    remedy: msg('Make the ids different.'),
    source: BEDROCK_BATCH,
  },
  'mixed-models': {
    meaning: msg('Lines of the file name different models.'),
    matters: msg('OpenAI runs one model per batch and fails a file with several.'),
    remedy: msg('Split the file by model.'),
    source: BATCH_GUIDE,
  },
  'mixed-urls': {
    meaning: msg('Lines of the file go to different endpoints.'),
    matters: msg('A batch has one endpoint; lines with another fail it.'),
    remedy: msg('Split the file by url.'),
    source: issue('openai/openai-python', 2497, '2025-07-25'),
  },
  'too-many-requests': {
    meaning: msg('The file has more requests than one batch takes.'),
    matters: msg('The batch fails before anything runs.'),
    remedy: msg('Split it into several files.'),
    source: BATCH_GUIDE,
  },
  'file-too-large': {
    meaning: msg(
      'The file has more bytes than the provider takes. OpenAI says 200 MB; its server has named 209,715,200 bytes, and was seen to refuse less.',
    ),
    matters: msg('The upload is refused at its end.'),
    remedy: msg('Split it into several files.'),
    source: issue('bespokelabsai/curator', 610, '2026-11-23'),
  },
  'too-many-inputs': {
    meaning: msg(
      'The requests have more texts to embed than one batch takes: an array of ten counts ten.',
    ),
    matters: msg('The batch fails before anything runs.'),
    remedy: msg('Split it into several files.'),
    source: BATCH_GUIDE,
  },
  'streaming-unsupported': {
    meaning: msg('The request asks for a streaming answer.'),
    matters: BATCH_FAILS,
    remedy: msg('Remove "stream", or set it to false.'),
    source: RECORDED,
  },
}

function partMissing(key: string): CodeEntry {
  return {
    meaning: msg('The line has no {key}.', { key }),
    matters: BATCH_FAILS,
    remedy: msg('Add it. Where all lines lack it, add it in the program that writes them.'),
    source: RECORDED,
  }
}

// Images and files in a line: what names them, and images as data URLs. Arguments of calls that stand there as a text.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { COMES_BACK_400, MAY_BE_REFUSED } from '../consequences.ts'
import { DESCRIPTIONS, issue, rfc, source } from '../sources.ts'

const VISION_GUIDE = source(
  msg('OpenAI, guide to images and vision'),
  'https://platform.openai.com/docs/guides/images-vision',
  '2026-11-28',
)

const VISION_TUNING = source(
  msg('OpenAI, guide to vision fine-tuning'),
  'https://developers.openai.com/api/docs/guides/vision-fine-tuning',
  '2026-11-28',
)

const EXAMPLE_LEFT_OUT = msg(
  'The example may be left out, or the file refused: what training makes of it is not recorded.',
)

export const entries: CodeEntries = {
  'image-data-kind': {
    meaning: msg('The data URL says another kind of image than the API takes, or no image at all.'),
    matters: COMES_BACK_400,
    remedy: msg('Convert the image to PNG, JPEG, GIF or WebP and encode that.'),
    source: issue('dickpy/dsh-imagegen', 23, '2026-09-20'),
  },
  'image-data-form': {
    meaning: msg(
      'The data URL is written in another way than the guide has it, or holds a kind of image that the guide does not name.',
    ),
    matters: MAY_BE_REFUSED,
    remedy: msg('Write "data:image/png;base64," with the right kind, and the image in base64.'),
    source: VISION_GUIDE,
  },
  'image-data-empty': {
    meaning: msg('The data URL ends where the image should begin.'),
    matters: COMES_BACK_400,
    remedy: msg('Put the image there in base64, or remove the part.'),
    source: issue('anomalyco/opencode', 23983, '2026-04-23'),
  },
  'image-data-base64': {
    meaning: msg(
      'Base64 has letters, digits, "+" and "/", in groups of four, and "=" at its end alone. This text has something else, or breaks off.',
    ),
    matters: COMES_BACK_400,
    remedy: msg('Encode the image again, in the standard alphabet and with its padding.'),
    source: issue('Azure/azure-sdk-for-java', 41670, '2024-08-28'),
  },
  'image-data-alphabet': {
    meaning: msg(
      'The image is in the base64 that URLs and file names have, with "-" and "_" in place of "+" and "/".',
    ),
    matters: MAY_BE_REFUSED,
    remedy: msg('Write "+" for "-" and "/" for "_", and "=" up to a multiple of four.'),
    source: rfc('4648', '5', '2006-10'),
  },
  'image-data-padding': {
    meaning: msg(
      'The base64 of the image does not end with as many "=" as make its length a multiple of four.',
    ),
    matters: MAY_BE_REFUSED,
    remedy: msg('Add the "=" that are missing, or remove what is too many.'),
    source: rfc('4648', '4', '2006-10'),
  },
  'image-data-spaces': {
    meaning: msg('The base64 of the image has spaces or line breaks in it, as mails have them.'),
    matters: MAY_BE_REFUSED,
    remedy: msg('Encode the image as one line.'),
    source: VISION_GUIDE,
  },
  'image-data-differs': {
    meaning: msg('The data URL names one kind of image, and the data begins as another.'),
    matters: msg(
      'The image may be refused, or read as what it is: nothing of the kind is promised.',
    ),
    remedy: msg('Name the kind that the image has.'),
    source: VISION_GUIDE,
  },
  'image-part-without-source': {
    meaning: msg('A part of the prompt is an image, and names none: no image_url and no file_id.'),
    matters: COMES_BACK_400,
    remedy: msg('Add the link, the data URL or the id of the image, or remove the part.'),
    source: issue('cita-777/metapi', 619, '2026-09-04'),
  },
  'image-part-two-sources': {
    meaning: msg('A part of the prompt names its image twice: by image_url and by file_id.'),
    matters: COMES_BACK_400,
    remedy: msg('Keep the one that you mean.'),
    source: issue('cita-777/metapi', 619, '2026-09-04'),
  },
  'file-part-without-source': {
    meaning: msg('A part of the prompt is a file, and neither its content nor its id is there.'),
    matters: COMES_BACK_400,
    remedy: msg('Add file_id, or file_data and filename; in /v1/responses file_url is taken, too.'),
    source: issue('google/adk-python', 2862, '2025-09-05'),
  },
  'file-part-without-name': {
    meaning: msg('The content of a file stands in the request, and its name does not.'),
    matters: msg(
      'The API answers 400, as if there were no file: it tells by the ending of the name what the content is.',
    ),
    remedy: msg('Add filename, with its ending.'),
    source: issue('laravel/ai', 321, '2026-03-27'),
  },
  'file-part-name-beside': {
    meaning: msg('A file that is named by file_id or file_url has a filename besides.'),
    matters: msg(
      'The API answers 400: the id and the name exclude each other. A name belongs to content in file_data alone.',
    ),
    remedy: msg('Remove filename.'),
    source: issue('laravel/ai', 360, '2026-04-08'),
  },
  'arguments-cut-off': {
    meaning: msg('The arguments of a call begin as a JSON object and do not end as one.'),
    matters: msg('The model reads a call that nobody could make, and may answer in the same way.'),
    remedy: msg('Complete the arguments, or take the call and its answer out of the conversation.'),
    source: DESCRIPTIONS,
  },
  'arguments-bad-json': {
    meaning: msg('The arguments of a call should be a JSON text, and are none.'),
    matters: msg(
      'The model reads a call that nobody could make, and may answer in the same way. Servers that run other models were seen to refuse the request with status 400.',
    ),
    remedy: msg('Write the arguments as a JSON object.'),
    source: issue('local-inference-lab/vllm', 684, '2026-09-06'),
  },
  'example-images-many': {
    meaning: msg('The example has more images than OpenAI’s guide to vision fine-tuning allows.'),
    matters: EXAMPLE_LEFT_OUT,
    remedy: msg('Leave images out, or make several examples of it.'),
    source: VISION_TUNING,
  },
  'example-image-large': {
    meaning: msg('An image of the example has more than 10 MB.'),
    matters: EXAMPLE_LEFT_OUT,
    remedy: msg('Make the image smaller and encode that.'),
    source: VISION_TUNING,
  },
  'example-image-gif': {
    meaning: msg('An image of the example is a GIF, and the guide names JPEG, PNG and WebP.'),
    matters: EXAMPLE_LEFT_OUT,
    remedy: msg('Convert the image to PNG and encode that.'),
    source: VISION_TUNING,
  },
}

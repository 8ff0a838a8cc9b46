// What is said about the file as a whole, or about what it is instead of JSON Lines.
import { msg } from '../../i18n/message.ts'
import type { CodeEntries } from '../codeEntry.ts'
import { NOT_LINES } from '../consequences.ts'
import {
  AZURE_BATCH,
  BATCH_GUIDE,
  FINE_TUNING,
  JSON_LINES,
  issue,
  rfc8259,
  source,
  tried,
} from '../sources.ts'

export const entries: CodeEntries = {
  'pretty-printed': {
    meaning: msg('The file is JSON that is written over several lines to be read by people.'),
    matters: NOT_LINES,
    remedy: msg('Convert it to lines here, or with jq -c .'),
    source: JSON_LINES,
  },
  'json-array': {
    meaning: msg('The file is one JSON array that holds the records.'),
    matters: NOT_LINES,
    remedy: msg('Convert it to lines: each element becomes a line.'),
    source: JSON_LINES,
  },
  'wrapped-array': {
    meaning: msg(
      'The file is one JSON object, and the records are in an array under one of its keys.',
    ),
    matters: NOT_LINES,
    remedy: msg('Convert it to lines: each element of the array becomes a line.'),
    source: JSON_LINES,
  },
  'lone-cr': {
    meaning: msg('Lines end with a carriage return alone, as on old Macs.'),
    matters: msg('Readers look for a line feed, so they take the whole file for a single line.'),
    remedy: msg('Convert the file, so that lines end with a line feed.'),
    source: JSON_LINES,
  },
  'event-stream': {
    meaning: msg(
      'The file is what a streaming answer sent: JSON stands after “data:”, with other lines between.',
    ),
    matters: NOT_LINES,
    remedy: msg('Keep the data of each event as a line.'),
    source: source(
      msg('HTML, server-sent events'),
      'https://html.spec.whatwg.org/multipage/server-sent-events.html',
      '2026-11-26',
    ),
  },
  'not-json': {
    meaning: msg('The file is something else than JSON: a table, a log, a page, plain text.'),
    matters: NOT_LINES,
    remedy: msg(
      'Convert it to lines where that is offered, or export the data as JSON where it comes from.',
    ),
    source: JSON_LINES,
  },
  'empty-file': {
    meaning: msg('The file has no lines, or none that holds a value.'),
    matters: msg('An upload without requests is refused.'),
    remedy: msg('Check whether the program that wrote it has ended with an error.'),
    source: AZURE_BATCH,
  },
  'utf-16': {
    meaning: msg('The file is UTF-16, as Windows programs and PowerShell write it.'),
    matters: msg('JSON Lines are UTF-8; other readers see NUL bytes between the letters.'),
    remedy: msg('Convert the file to UTF-8 here, or save it again as UTF-8.'),
    source: rfc8259('8.1'),
  },
  'utf-32': {
    meaning: msg('The file is UTF-32.'),
    matters: msg('JSON Lines are UTF-8, and no browser reads UTF-32.'),
    remedy: msg('Save the file again as UTF-8.'),
    source: rfc8259('8.1'),
  },
  'nul-file': {
    meaning: msg(
      'The file holds nothing but NUL bytes: its content was never written, or is lost.',
    ),
    matters: msg('There is nothing in it that could be read.'),
    remedy: msg('Get the file again from where it came from.'),
    source: tried('2026-11-26'),
  },
  compressed: {
    meaning: msg('The file is compressed.'),
    matters: msg('An upload takes the lines themselves and not an archive.'),
    remedy: msg('Unpack it to see what is inside.'),
    source: tried('2026-11-26'),
  },
  'not-text': {
    meaning: msg('The file is binary: a database, a document or a picture.'),
    matters: msg('It holds no lines of JSON.'),
    remedy: msg('Export the data as JSON Lines where it comes from.'),
    source: tried('2026-11-26'),
  },
  'other-encoding': {
    meaning: msg('Lines of the file are not UTF-8, and can be read as another encoding.'),
    matters: msg(
      'An upload refuses what is not UTF-8, and characters are lost or wrong elsewhere.',
    ),
    remedy: msg('Convert the file, and look at some lines of the preview.'),
    source: rfc8259('8.1'),
  },
  crlf: {
    meaning: msg('Lines end with CR LF, as on Windows.'),
    matters: msg(
      'JSON readers take the CR for white space; tools that compare, sort or join lines see a part of the line in it.',
    ),
    remedy: msg('Use LF everywhere, if other tools read the file.'),
    source: rfc8259('2'),
  },
  'mixed-line-ends': {
    meaning: msg(
      'Some lines end with LF and some with CR LF, as when files of two systems were joined.',
    ),
    matters: msg('Tools that compare or join lines take equal lines for different ones.'),
    remedy: msg('Use LF everywhere.'),
    source: rfc8259('2'),
  },
  'missing-final-newline': {
    meaning: msg('The last line does not end with a line feed.'),
    matters: msg(
      'Most readers accept it. Elasticsearch’s bulk API refuses the file, and a file that is appended continues the last line.',
    ),
    remedy: msg('Add a final newline.'),
    source: source(
      msg('Elasticsearch, bulk API'),
      'https://www.elastic.co/docs/api/doc/elasticsearch/operation/operation-bulk',
      '2026-11-26',
    ),
  },
  'file-extension': {
    meaning: msg('The name of the file does not end as the upload demands.'),
    matters: msg('OpenAI answers 400 “Must be .jsonl” before it looks at the content.'),
    remedy: msg('Export the file under a name that ends with .jsonl.'),
    source: issue('BerriAI/litellm', 37527, '2026-08'),
  },
  'recognised-provider': {
    meaning: msg(
      'By their keys, urls or models these lines were taken for one provider’s, and are validated by its rules.',
    ),
    matters: msg('Providers share formats: what one of them refuses another may take.'),
    remedy: msg('Choose another provider under “These are for” if that is wrong.'),
    source: tried('2026-11-27'),
  },
  'looks-like-prompts': {
    meaning: msg('The lines have a text under a key that names a prompt, and are no requests yet.'),
    matters: msg('A batch takes requests with an id, an endpoint and a model.'),
    remedy: msg('Make a batch of them, or go on with the file as it is.'),
    source: BATCH_GUIDE,
  },
  'too-long-to-validate': {
    meaning: msg('The line is so long that it is not looked into; only its grammar was checked.'),
    matters: msg('Faults inside of it are not found here.'),
    remedy: msg('Put large files and pictures behind links, or into an upload of their own.'),
    source: tried('2026-11-26'),
  },
  'repeated-line': {
    meaning: msg('The same line stands in the file before, byte by byte.'),
    matters: msg(
      'Whatever it says counts twice: a request is sent again, and an example weighs more in training.',
    ),
    remedy: msg('Delete the repeats, unless they are meant.'),
    source: FINE_TUNING,
  },
  'line-repeated': {
    meaning: msg('The same line stands in the file again further down.'),
    matters: msg('The later ones are marked; this one is the first of them.'),
    remedy: msg('Delete the repeats, or keep them if they are meant.'),
    source: FINE_TUNING,
  },
  'other-error': {
    meaning: msg(
      'The file has more kinds of lines than are told apart, and these lines have an error that is not counted by name.',
    ),
    matters: msg(
      'The verdict of the lines is right; what is wrong with each shows when it is opened.',
    ),
    remedy: msg('Open the lines one by one, or mend the other causes first.'),
    source: tried('2026-11-26'),
  },
  'other-warning': {
    meaning: msg(
      'The file has more kinds of lines than are told apart, and these lines have a warning that is not counted by name.',
    ),
    matters: msg(
      'The verdict of the lines is right; what is wrong with each shows when it is opened.',
    ),
    remedy: msg('Open the lines one by one, or mend the other causes first.'),
    source: tried('2026-11-26'),
  },
  'other-attention': {
    meaning: msg(
      'The file has more kinds of lines than are told apart, and these results have news that are not counted by name.',
    ),
    matters: msg('What is the matter with each shows when it is opened.'),
    remedy: msg('Open the lines one by one.'),
    source: tried('2026-11-26'),
  },
  'other-hint': {
    meaning: msg(
      'The file has more kinds of lines than are told apart, and these lines have a hint that is not counted by name.',
    ),
    matters: msg('A hint stops nothing.'),
    remedy: msg('Open the lines one by one, if you care.'),
    source: tried('2026-11-26'),
  },
  'mixed-formats': {
    meaning: msg('The file has lines of several formats, such as requests and results.'),
    matters: msg('Programs expect one of them in a file, and refuse or misread the others.'),
    remedy: msg('Put the lines of each format into a file of its own.'),
    source: JSON_LINES,
  },
}

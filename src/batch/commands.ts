// The five steps of a batch as commands for a terminal and for Python: for those who do not want to type
// their key into a page, and for APIs that answer none. They take the key from the environment.
import { type Message, msg } from '../i18n/message.ts'
import { pythonQuote, shellAssignment } from './quoting.ts'

export type CommandLanguage = 'curl' | 'python'

export interface CommandRequest {
  /** Of the file with the requests, as it is on the disk, without its folder. */
  readonly fileName: string
  /** Without a slash at its end. */
  readonly baseUrl: string
  /** The url of the lines, such as `/v1/chat/completions`. */
  readonly endpoint: string
  readonly metadata?: Readonly<Record<string, string>> | undefined
  readonly organization?: string | undefined
  readonly project?: string | undefined
}

export interface CommandStep {
  readonly title: Message
  readonly commands: string
}

const TITLES = [
  msg('The file, and the API'),
  msg('Upload it'),
  msg('Start the batch'),
  msg('Wait for its end'),
  msg('Get the results'),
] as const

/** Each step needs those before it, in the same terminal. Python: with the package `openai`. */
export function commandSteps(
  language: CommandLanguage,
  request: CommandRequest,
): readonly CommandStep[] {
  const commands = language === 'curl' ? curlCommands(request) : pythonCommands(request)
  return commands.map((text, i) => ({ title: TITLES[i] as Message, commands: text }))
}

/** All steps, each below its title as a comment. `textOf`: words of a message; one line. */
export function joinSteps(
  steps: readonly CommandStep[],
  textOf: (message: Message) => string,
): string {
  return steps
    .map(({ title, commands }, i) => `# ${i + 1}. ${textOf(title)}\n${commands}\n`)
    .join('\n')
}

/** A name that no part of an upload can misunderstand, as like the file's as that can be. */
export function uploadName(fileName: string): string {
  const plain = fileName.normalize().replace(/[^\p{L}\p{M}\p{N} ._()+-]/gu, '_')
  return /\.jsonl$/i.test(plain) ? plain : `${plain}.jsonl`
}

/** For POSIX shells, with curl from 7.76 (2021) on. */
function curlCommands(request: CommandRequest): readonly string[] {
  const { fileName, baseUrl, endpoint, metadata, organization, project } = request
  const rest = JSON.stringify({ endpoint, completion_window: '24h', ...(metadata && { metadata }) })
  const headers = [
    ...(organization ? [' -H "OpenAI-Organization: $ORGANIZATION"'] : []),
    ...(project ? [' -H "OpenAI-Project: $PROJECT"'] : []),
  ].join('')
  return [
    [
      shellAssignment('FILE', fileName),
      shellAssignment('BASE', baseUrl),
      ...(organization ? [shellAssignment('ORGANIZATION', organization)] : []),
      ...(project ? [shellAssignment('PROJECT', project)] : []),
      ': "${OPENAI_API_KEY:?}"',
      `api() { curl -sS --fail-with-body -H "Authorization: Bearer $OPENAI_API_KEY"${headers} "$@"; }`,
      // Of the first member of that name whose value is a string; JSON may be on one line or on many.
      String.raw`value() { grep -o "\"$1\"[[:space:]]*:[[:space:]]*\"[^\"]*\"" | head -n 1 | cut -d '"' -f 4; }`,
      'wc -l < "$FILE"',
    ].join('\n'),
    [
      `UPLOAD='file=@-;filename="${uploadName(fileName)}"'`,
      // Through standard input: curl reads names of files in a way of its own.
      'ANSWER=$(api -F purpose=batch -F "$UPLOAD" "$BASE/files" < "$FILE")',
      String.raw`printf '%s\n' "$ANSWER"`,
      `FILE_ID=$(printf '%s' "$ANSWER" | value id)`,
    ].join('\n'),
    [
      // After the id of the file, which is the first member.
      shellAssignment('REST', `,${rest.slice(1)}`),
      String.raw`ANSWER=$(api -H 'Content-Type: application/json' -d "{\"input_file_id\":\"$FILE_ID\"$REST" "$BASE/batches")`,
      String.raw`printf '%s\n' "$ANSWER"`,
      `BATCH_ID=$(printf '%s' "$ANSWER" | value id)`,
    ].join('\n'),
    [
      'while BATCH=$(api "$BASE/batches/$BATCH_ID"); do',
      `  STATUS=$(printf '%s' "$BATCH" | value status)`,
      String.raw`  printf '%s\n' "$STATUS"`,
      '  case $STATUS in completed|failed|expired|cancelled) break ;; esac',
      '  sleep 60',
      'done',
      String.raw`printf '%s\n' "$BATCH"`,
    ].join('\n'),
    [
      'for KIND in output error; do',
      `  ID=$(printf '%s' "$BATCH" | value "\${KIND}_file_id")`,
      '  if [ -z "$ID" ]; then continue; fi',
      '  RESULT=${FILE%.jsonl}.$KIND.jsonl',
      // Nothing that broke off is taken for the whole.
      '  api "$BASE/files/$ID/content" > "$RESULT.part" && mv -- "$RESULT.part" "$RESULT"',
      'done',
    ].join('\n'),
  ]
}

function pythonCommands(request: CommandRequest): readonly string[] {
  const { fileName, baseUrl, endpoint, metadata, organization, project } = request
  const entries = Object.entries(metadata ?? {}).map(
    ([key, value]) => `${pythonQuote(key)}: ${pythonQuote(value)}`,
  )
  return [
    [
      'import os',
      'import time',
      'from openai import OpenAI',
      '',
      `path = ${pythonQuote(fileName)}`,
      'client = OpenAI(',
      '    api_key=os.environ["OPENAI_API_KEY"],',
      `    base_url=${pythonQuote(baseUrl)},`,
      ...(organization ? [`    organization=${pythonQuote(organization)},`] : []),
      ...(project ? [`    project=${pythonQuote(project)},`] : []),
      ')',
      'print(os.path.getsize(path))',
    ].join('\n'),
    [
      'with open(path, "rb") as content:',
      `    file = client.files.create(file=(${pythonQuote(uploadName(fileName))}, content), purpose="batch")`,
      // An empty line ends a block where Python is typed into.
      '',
      'print(file.id)',
    ].join('\n'),
    [
      // By itself the package repeats what had no answer, and a batch that was started twice is billed twice.
      'batch = client.with_options(max_retries=0).batches.create(',
      '    input_file_id=file.id,',
      `    endpoint=${pythonQuote(endpoint)},`,
      '    completion_window="24h",',
      ...(entries.length > 0 ? [`    metadata={${entries.join(', ')}},`] : []),
      ')',
      'print(batch.id)',
    ].join('\n'),
    [
      'while batch.status not in ("completed", "failed", "expired", "cancelled"):',
      '    time.sleep(60)',
      '    batch = client.batches.retrieve(batch.id)',
      '    print(batch.status, batch.request_counts)',
      '',
      'print(batch.errors)',
    ].join('\n'),
    [
      'for kind, file_id in (("output", batch.output_file_id), ("error", batch.error_file_id)):',
      '    if file_id:',
      '        result = f"{path.removesuffix(\'.jsonl\')}.{kind}.jsonl"',
      '        with client.files.with_streaming_response.content(file_id) as answer:',
      '            answer.stream_to_file(result + ".part")',
      '        os.replace(result + ".part", result)',
    ].join('\n'),
  ]
}

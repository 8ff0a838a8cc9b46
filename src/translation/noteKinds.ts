// Everything that can be noted of a translation: one entry for each kind, with what is said of one line.
import { type Message, msg, type Value } from '../i18n/message.ts'
import type { NoteKind, NoteSeverity } from './translation.ts'

interface Kind<Values> {
  readonly severity: NoteSeverity
  readonly title: Message
  readonly message: (values: Values) => Message
}

/** `field`: its path in the source as people write it; `provider`: the name of the target. */
interface Field {
  readonly field: string
  readonly provider: Value
}

interface ForProvider {
  readonly provider: Value
}

function kind<Values = ForProvider>(
  severity: NoteSeverity,
  title: Message,
  message: (values: Values) => Message,
): Kind<Values> {
  return { severity, title, message }
}

function leftOut(title: Message): Kind<Field> {
  return kind('dropped', title, (v) =>
    msg('{provider} has nothing that corresponds to “{field}”, so it is left out.', { ...v }),
  )
}

export const KINDS = {
  'id-made': kind('attention', msg('ID was added'), (v: { id: string }) =>
    msg('The request has no id that could be kept. It gets one made of its content: {id}.', v),
  ),
  'id-fitted': kind(
    'attention',
    msg('ID was changed'),
    (v: { id: string; made: string; provider: Value }) =>
      msg('{provider} does not take the id {id}. The request is called {made} here.', v),
  ),
  'id-number': kind('changed', msg('Id became a text'), (v: { id: string }) =>
    msg('The id {id} was a number and is now a text.', v),
  ),
  'model-foreign': kind(
    'attention',
    msg('Model is another provider’s'),
    (v: { model: string; provider: Value }) =>
      msg('{model} is not a model of {provider}. Say which model to use.', v),
  ),
  'model-is-deployment': kind(
    'attention',
    msg('Model has to be a deployment'),
    (v: { model: string }) =>
      msg(
        'In Azure the model is the name of a deployment. {model} works only if one is called so.',
        v,
      ),
  ),
  'model-on-job': kind(
    'dropped',
    msg('Model is named by the job'),
    (v: { model: string; provider: Value }) =>
      msg(
        '{provider} takes the model from the job, so {model} is left out. Name the model there.',
        v,
      ),
  ),
  'token-limit-added': kind(
    'attention',
    msg('Token limit was added'),
    (v: { limit: number; provider: Value }) =>
      msg(
        '{provider} demands a token limit, and the request has none. It gets {limit, number}.',
        v,
      ),
  ),
  'token-limit-raised': kind(
    'changed',
    msg('Token limit was raised'),
    (v: { value: string; limit: number; provider: Value }) =>
      msg('The token limit is {value}; {provider} takes {limit, number} at least.', v),
  ),
  'value-clamped': kind(
    'changed',
    msg('Value was lowered to the limit'),
    (v: Field & { value: string; limit: number }) =>
      msg('“{field}” is {value}; {provider} takes {limit, number} at most.', v),
  ),
  'value-unusable': kind('dropped', msg('Value cannot be used'), (v: { field: string }) =>
    msg('“{field}” does not have a value that a request can have there, so it is left out.', v),
  ),
  'sampling-refused': kind('attention', msg('Temperature may be refused'), (v: { field: string }) =>
    msg(
      'Claude models from 4.7 on refuse “{field}”, as does Anthropic’s API from version 2026-10-21 on.',
      v,
    ),
  ),
  'sampling-both': kind('attention', msg('Temperature and top_p together'), () =>
    msg(
      'Claude models from 4.1 on refuse a request with both temperature and top_p. Remove one of them.',
    ),
  ),
  'sampling-dropped': kind(
    'dropped',
    msg('Temperature was left out'),
    (v: { field: string; model: string }) =>
      msg('{model} refuses “{field}”, so it is left out.', v),
  ),
  'stream-dropped': kind('dropped', msg('stream was left out'), () =>
    msg('A batch cannot stream, so “stream” is left out.'),
  ),
  'field-dropped': leftOut(msg('Field was left out')),
  'field-copied': kind('attention', msg('Field was copied as it stands'), (v: Field) =>
    msg('“{field}” is copied as it stands. {provider} may not know it.', v),
  ),
  'n-dropped': leftOut(msg('Several answers are not supported')),
  'seed-dropped': leftOut(msg('Seed was left out')),
  'penalty-dropped': leftOut(msg('Penalty was left out')),
  'logprobs-dropped': leftOut(msg('Log probabilities were left out')),
  'logit-bias-dropped': leftOut(msg('Logit bias was left out')),
  'top-k-dropped': leftOut(msg('top_k was left out')),
  'stop-dropped': leftOut(msg('Stop sequences were left out')),
  'stop-limited': kind(
    'dropped',
    msg('Too many stop sequences'),
    (v: { count: number; limit: number; provider: Value }) =>
      msg(
        'The request has {count, number} stop sequences; {provider} takes {limit, number}. The rest is left out.',
        v,
      ),
  ),
  'metadata-dropped': leftOut(msg('Metadata was left out')),
  'cache-control-dropped': leftOut(msg('Cache setting was left out')),
  'safety-dropped': leftOut(msg('Safety setting was left out')),
  'stored-state': kind('attention', msg('Needs what is stored at the provider'), (v: Field) =>
    msg(
      '“{field}” stands for something that is stored at the source’s provider. {provider} does not have it, so the request may lack a part.',
      v,
    ),
  ),
  'store-added': kind('changed', msg('store was set to false'), () =>
    msg(
      '/v1/responses keeps answers unless “store” is false, which chat completions do not. It is set to false.',
    ),
  ),
  'effort-changed': kind(
    'changed',
    msg('Reasoning effort was adapted'),
    (v: { value: string; made: string }) => msg('The reasoning effort {value} became {made}.', v),
  ),
  'effort-refused': kind(
    'dropped',
    msg('Reasoning effort that the model refuses was left out'),
    (v: { field: string; model: string }) =>
      msg('{model} refuses “{field}”, so it is left out.', v),
  ),
  'effort-dropped': leftOut(msg('Reasoning effort was left out')),
  'system-merged': kind(
    'changed',
    msg('System messages were joined'),
    (v: { count: number; provider: Value }) =>
      msg(
        '{provider} takes system messages apart from the conversation: {count, number} became one.',
        v,
      ),
  ),
  'system-in-middle': kind('attention', msg('System message within the conversation'), () =>
    msg('A system message within the conversation became a message of the user.'),
  ),
  'system-alone': kind('attention', msg('System message became the prompt'), (v) =>
    msg(
      'The request has only system messages, and {provider} needs one of the user: they became that.',
      v,
    ),
  ),
  'role-changed': kind('changed', msg('Role was changed'), (v: { role: string; made: string }) =>
    msg('The role {role} became {made}.', v),
  ),
  'name-dropped': leftOut(msg('Name of a participant was left out')),
  'turns-merged': kind('changed', msg('Messages were joined'), (v) =>
    msg('Messages of the same role in a row became one, as {provider} has it.', v),
  ),
  'starts-with-assistant': kind('attention', msg('Starts with the assistant'), (v) =>
    msg(
      'The conversation starts with a message of the assistant. {provider} may want one of the user first.',
      v,
    ),
  ),
  'ends-with-assistant': kind('attention', msg('Ends with the assistant'), (v) =>
    msg(
      'The conversation ends with a message of the assistant. Whether it is continued, answered or refused differs by model at {provider}.',
      v,
    ),
  ),
  'empty-text-dropped': kind('dropped', msg('Empty text was left out'), (v) =>
    msg('{provider} refuses empty texts, so one is left out.', v),
  ),
  'media-link-dropped': kind('dropped', msg('Link to a file was left out'), (v) =>
    msg(
      '{provider} does not fetch files from links, so an image or file is left out. Put its content into the request.',
      v,
    ),
  ),
  'media-link-kept': kind('attention', msg('Link to a file may be refused'), (v) =>
    msg(
      '{provider} does not fetch files from links. Put the content of the file into the request.',
      v,
    ),
  ),
  'media-dropped': kind(
    'dropped',
    msg('Image, sound or file was left out'),
    (v: { type: string; provider: Value }) =>
      msg('{provider} does not take {type} here, so it is left out.', v),
  ),
  'file-id-dropped': kind('dropped', msg('Uploaded file was left out'), (v) =>
    msg(
      'A file that was uploaded to the source’s provider does not exist at {provider}, so it is left out.',
      v,
    ),
  ),
  'media-type-guessed': kind(
    'attention',
    msg('Type of a file was guessed'),
    (v: { type: string }) =>
      msg('The request does not say of which type a file is. It is sent as {type}.', v),
  ),
  'refusal-as-text': kind('changed', msg('Refusal became a text'), (v) =>
    msg(
      '{provider} has no refusals in a request. The refusal of an earlier answer became its text.',
      v,
    ),
  ),
  'part-dropped': kind(
    'dropped',
    msg('Part of a message was left out'),
    (v: { type: string; provider: Value }) =>
      msg(
        '{provider} has nothing that corresponds to a part of the type {type}, so it is left out.',
        v,
      ),
  ),
  'reasoning-dropped': kind('dropped', msg('Reasoning of earlier answers was left out'), () =>
    msg(
      'Thoughts of an earlier answer are only for the model that had them, so they are left out.',
    ),
  ),
  'tool-dropped': kind(
    'dropped',
    msg('Tool was left out'),
    (v: { type: string; provider: Value }) =>
      msg('{provider} does not have the tool {type}, so it is left out.', v),
  ),
  'tool-adapted': kind('changed', msg('Tool was adapted'), (v: { name: string; provider: Value }) =>
    msg(
      'The tool {name} takes any text. {provider} has it as a tool with one parameter, “input”.',
      v,
    ),
  ),
  'tool-choice-changed': kind(
    'changed',
    msg('Choice of tools was adapted'),
    (v: { provider: Value }) =>
      msg(
        '{provider} cannot say which tools may be called in this way. The choice is as near as it gets.',
        v,
      ),
  ),
  'tool-choice-dropped': leftOut(msg('Choice of tools was left out')),
  'parallel-dropped': leftOut(msg('Calls at once cannot be switched off')),
  'tools-in-batch': kind('attention', msg('Tools are refused in such batches'), () =>
    msg('Batches of Converse fail with a record that has tools. Use a batch of InvokeModel.'),
  ),
  'arguments-not-json': kind(
    'attention',
    msg('Arguments of a call are not JSON'),
    (v: { name: string }) =>
      msg(
        'The arguments of a call of {name} are not a JSON object. They stand as a text in “input”.',
        v,
      ),
  ),
  'call-id-changed': kind(
    'changed',
    msg('Id of a call was changed'),
    (v: { id: string; made: string; provider: Value }) =>
      msg(
        '{provider} does not take {id} as the id of a call. It is {made} in the call and its result.',
        v,
      ),
  ),
  'tool-renamed': kind(
    'changed',
    msg('Tool was renamed'),
    (v: { id: string; made: string; provider: Value }) =>
      msg(
        '{provider} does not take {id} as the name of a tool. It is called {made} wherever it is named.',
        v,
      ),
  ),
  'result-without-call': kind('attention', msg('Result without its call'), (v: { id: string }) =>
    msg('No call before this result has the id {id}.', v),
  ),
  'schema-named': kind(
    'changed',
    msg('Schema got a name'),
    (v: { name: string; provider: Value }) =>
      msg('{provider} wants a name of the schema. It is called {name}.', v),
  ),
  'schema-checked': kind('attention', msg('Schema may be refused'), (v) =>
    msg(
      '{provider} takes only a part of JSON Schema and enforces it. Check that the schema keeps to that.',
      v,
    ),
  ),
  'schema-loose': kind('attention', msg('Schema is not enforced'), (v) =>
    msg(
      '{provider} enforces only schemas whose objects require all keys and allow no others. This one is a hint to the model.',
      v,
    ),
  ),
  'schema-adapted': kind('changed', msg('Schema was adapted'), () =>
    msg('The schema was in the dialect of Gemini and became JSON Schema.'),
  ),
  'json-mode-dropped': kind('attention', msg('JSON mode is not supported'), (v) =>
    msg('{provider} has no answers in JSON without a schema. Ask for JSON in the prompt.', v),
  ),
} as const

export type NoteCode = keyof typeof KINDS

type ValuesOf<Code extends NoteCode> = Parameters<(typeof KINDS)[Code]['message']>[0]

/** What a kind says of one line. */
export function messageOf<Code extends NoteCode>(code: Code, values: ValuesOf<Code>): Message {
  const { message } = KINDS[code] as Kind<ValuesOf<Code>>
  return message(values)
}

export type { ValuesOf }

export const noteKinds: readonly NoteKind[] = Object.entries(KINDS).map(
  ([code, { severity, title }]) => ({ code, severity, title }),
)

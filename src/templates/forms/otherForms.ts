// Endpoints of other providers than OpenAI, with fields where their bodies are as plain as its own.
import { msg, verbatim } from '../../i18n/message.ts'
import { isObject } from '../../json/jsonPath.ts'
import { type EndpointForm, type FormField, withKey } from './bodyForm.ts'
import { chatForm, chatSchemaField, chatStrictField } from './chatForm.ts'
import {
  modelField,
  numberField,
  schemaField,
  temperatureField,
  textField,
  tokenLimitField,
} from './fields.ts'
import { GEMINI_FIELDS } from './geminiFields.ts'
import { systemMessageField, userMessageField } from './messageFields.ts'
import { responsesForm } from './responsesForm.ts'

const MESSAGES = [{ role: 'user', content: '{{prompt}}' }]

const anthropic: EndpointForm = {
  endpoint: 'anthropic:messages',
  title: verbatim('Anthropic Messages'),
  body: { model: 'claude-haiku-4-5', max_tokens: 1024, messages: MESSAGES },
  fields: [
    modelField,
    textField('system', msg('System message'), 'system'),
    userMessageField,
    tokenLimitField('max_tokens'),
    numberField('temperature', msg('Temperature'), 'temperature', msg('From 0 to 1.')),
    schemaField({
      unwrap(body) {
        const output = body['output_config']
        const format = isObject(output) ? output['format'] : undefined
        return isObject(format) ? format['schema'] : undefined
      },
      wrap(body, schema) {
        const output = isObject(body['output_config']) ? body['output_config'] : {}
        const format = schema === undefined ? undefined : { type: 'json_schema', schema }
        const changed = withKey(output, 'format', format)
        return withKey(body, 'output_config', Object.keys(changed).length > 0 ? changed : undefined)
      },
    }),
  ],
}

const gemini: EndpointForm = {
  endpoint: 'gemini:generateContent',
  title: verbatim('Gemini generateContent'),
  body: { contents: [{ role: 'user', parts: [{ text: '{{prompt}}' }] }] },
  fields: GEMINI_FIELDS,
  isModelOfJob: true,
}

const geminiEmbeddings: EndpointForm = {
  endpoint: 'gemini:embedContent',
  title: verbatim('Gemini embedContent'),
  body: { content: { parts: [{ text: '{{prompt}}' }] } },
  fields: [],
  isModelOfJob: true,
}

const optionalModel: FormField = {
  ...modelField,
  hint: msg('May be empty: then the job names the model.'),
  write: (body, text) => withKey(body, 'model', text === '' ? undefined : text),
}

const mistral: EndpointForm = {
  endpoint: 'mistral:chat/completions',
  title: verbatim('Mistral chat/completions'),
  body: { model: 'mistral-small-latest', max_tokens: 500, messages: MESSAGES },
  fields: [
    optionalModel,
    systemMessageField,
    userMessageField,
    tokenLimitField('max_tokens'),
    temperatureField,
    chatSchemaField,
    chatStrictField,
  ],
}

const mistralEmbeddings: EndpointForm = {
  endpoint: 'mistral:embeddings',
  title: verbatim('Mistral embeddings'),
  body: { model: 'mistral-embed', input: ['{{prompt}}'] },
  fields: [],
}

/** Azure takes OpenAI's bodies; `model` is the name that the user gave to a deployment. */
function azure(form: EndpointForm, url: string): EndpointForm {
  const deployment: FormField = {
    ...modelField,
    label: msg('Deployment'),
    hint: msg('The name of your Global Batch deployment, the same in all requests.'),
  }
  return {
    endpoint: `azure:${url}`,
    title: verbatim(`Azure ${url}`),
    body: { ...form.body, model: 'my-batch-deployment' },
    fields: form.fields.map((field) => (field.id === 'model' ? deployment : field)),
  }
}

/** Bedrock takes bodies as the maker of the model has them, or its own for all. */
const bedrockClaude: EndpointForm = {
  endpoint: 'bedrock:claude',
  title: verbatim('Bedrock modelInput (Claude)'),
  body: { anthropic_version: 'bedrock-2023-05-31', max_tokens: 1024, messages: MESSAGES },
  fields: anthropic.fields.filter(({ id }) => id !== 'model' && id !== 'schema'),
  isModelOfJob: true,
}

const bedrockConverse: EndpointForm = {
  endpoint: 'bedrock:converse',
  title: verbatim('Bedrock modelInput (Converse)'),
  body: {
    messages: [{ role: 'user', content: [{ text: '{{prompt}}' }] }],
    inferenceConfig: { maxTokens: 500 },
  },
  fields: [],
  isModelOfJob: true,
}

/** By the order of their providers. */
export const OTHER_FORMS: readonly EndpointForm[] = [
  anthropic,
  gemini,
  geminiEmbeddings,
  mistral,
  mistralEmbeddings,
  azure(chatForm, '/chat/completions'),
  azure(responsesForm, '/responses'),
  bedrockClaude,
  bedrockConverse,
]

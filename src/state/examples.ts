// The sample files of the empty screen. They lie in public/examples and come from our own origin.
import { type Message, msg } from '../i18n/message.ts'

export interface Example {
  readonly id: string
  /** Several are opened together. */
  readonly fileNames: readonly string[]
  readonly title: Message
  readonly summary: Message
}

export const examples: readonly Example[] = [
  {
    id: 'batch-input',
    fileNames: ['batch_input.jsonl'],
    title: msg('Batch input'),
    summary: msg('Requests with the mistakes that make a batch fail'),
  },
  {
    id: 'batch-output',
    fileNames: ['batch_output.jsonl'],
    title: msg('Batch output'),
    summary: msg('Answers, and requests that failed'),
  },
  {
    id: 'finished-batch',
    fileNames: ['tickets_input.jsonl', 'tickets_output.jsonl', 'tickets_error.jsonl'],
    title: msg('Finished batch, paired'),
    summary: msg('Requests beside their answers and errors'),
  },
  {
    id: 'fine-tuning',
    fileNames: ['fine_tuning.jsonl'],
    title: msg('Fine-tuning set'),
    summary: msg('Chat examples, some of them unusable'),
  },
]

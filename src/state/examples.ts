// The sample files of the empty screen. They lie in public/examples and come from our own origin.

export interface Example {
  readonly id: string
  /** Several are opened together. */
  readonly fileNames: readonly string[]
  readonly title: string
  readonly summary: string
}

export const examples: readonly Example[] = [
  {
    id: 'batch-input',
    fileNames: ['batch_input.jsonl'],
    title: 'Batch input',
    summary: 'Requests with the mistakes that make a batch fail',
  },
  {
    id: 'batch-output',
    fileNames: ['batch_output.jsonl'],
    title: 'Batch output',
    summary: 'Answers, and requests that failed',
  },
  {
    id: 'finished-batch',
    fileNames: ['tickets_input.jsonl', 'tickets_output.jsonl', 'tickets_error.jsonl'],
    title: 'Finished batch, paired',
    summary: 'Requests beside their answers and errors',
  },
  {
    id: 'fine-tuning',
    fileNames: ['fine_tuning.jsonl'],
    title: 'Fine-tuning set',
    summary: 'Chat examples, some of them unusable',
  },
]

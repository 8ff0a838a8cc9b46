// The sample files of the empty screen. They lie in public/examples and come from our own origin.

export interface Example {
  readonly id: string
  readonly fileName: string
  readonly title: string
  readonly summary: string
}

export const examples: readonly Example[] = [
  {
    id: 'batch-input',
    fileName: 'batch_input.jsonl',
    title: 'Batch input',
    summary: 'Requests with the mistakes that make a batch fail',
  },
  {
    id: 'batch-output',
    fileName: 'batch_output.jsonl',
    title: 'Batch output',
    summary: 'Answers, and requests that failed',
  },
  {
    id: 'fine-tuning',
    fileName: 'fine_tuning.jsonl',
    title: 'Fine-tuning set',
    summary: 'Chat examples, some of them unusable',
  },
]

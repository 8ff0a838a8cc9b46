// The name of a file, of which the end stays in sight: '…_output.jsonl' and '…_error.jsonl' of one batch
// begin alike.
import type { JSX } from 'react'
import { CutInside } from './CutInside.tsx'
import { cutBeforeEnd } from './cutBeforeEnd.ts'

/** Characters: '_output.jsonl'. */
const KEPT = 13

export function FileName({ name }: { readonly name: string }): JSX.Element {
  const { start, end } = cutBeforeEnd(name, KEPT)
  if (end === '') return <bdi>{name}</bdi>
  return <CutInside start={<bdi>{start}</bdi>} end={<bdi>{end}</bdi>} endWidth={KEPT} />
}

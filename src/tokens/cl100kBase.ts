// Tables of 1.2 MB: only to be imported when they are needed (encodings.ts).
import { Cl100KBase } from 'gpt-tokenizer/encodingParams/cl100k_base'
import ranks from 'gpt-tokenizer/bpeRanks/cl100k_base'

export const encoding = Cl100KBase(ranks)

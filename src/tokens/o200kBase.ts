// Tables of 2.4 MB: only to be imported when they are needed (encodings.ts).
import { O200KBase } from 'gpt-tokenizer/encodingParams/o200k_base'
import ranks from 'gpt-tokenizer/bpeRanks/o200k_base'

export const encoding = O200KBase(ranks)

// All files of the conversions, one after the other, each beside reading it and beside other programs; then
// batches made of rows. Files are written in a folder of their own, which is taken away.
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { CONVERSION_CASES, type ConversionCase } from './cases.ts'
import { writeConversionFile } from './files.ts'
import { type ConversionResult, measureConversion } from './measure.ts'
import { measureNewBatch, type NewBatchResult } from './newBatch.ts'
import { type ProgramTime, timePrograms } from './programs.ts'

/** What stands for all of them in `--only`. */
export const CONVERSION_ID = 'conversion'

const NEW_BATCHES = [
  { id: 'new-batch', rows: 50_000 },
  { id: 'new-batch-million', rows: 1_000_000 },
] as const

export const CONVERSION_IDS: readonly string[] = [
  CONVERSION_ID,
  ...CONVERSION_CASES.map(({ id }) => id),
  ...NEW_BATCHES.map(({ id }) => id),
]

export interface MeasuredConversion {
  readonly entry: ConversionCase
  /** Undefined where the program that packs the file is not installed. */
  readonly result: ConversionResult | undefined
  readonly programs: readonly ProgramTime[]
}

export interface ConversionResults {
  readonly conversions: readonly MeasuredConversion[]
  readonly newBatches: readonly NewBatchResult[]
}

export interface ConversionSetup {
  readonly address: string
  readonly workerCode: string
  readonly targetBytes: number
  readonly runs: number
  readonly isCompared: boolean
  /** Whether it is measured. */
  readonly isChosen: (id: string) => boolean
}

export async function measureConversions(setup: ConversionSetup): Promise<ConversionResults> {
  const folder = await mkdtemp(join(tmpdir(), 'lineproof-bench-conversion-'))
  const conversions: MeasuredConversion[] = []
  const newBatches: NewBatchResult[] = []
  const { isChosen } = setup
  try {
    for (const entry of CONVERSION_CASES.filter(({ id }) => isChosen(id))) {
      console.log(`Conversion: ${entry.title} …`)
      conversions.push(await measureOne(entry, folder, setup))
    }
    for (const { rows } of NEW_BATCHES.filter(({ id }) => isChosen(id))) {
      console.log(`New batch of ${rows} rows …`)
      newBatches.push(await measureNewBatch(rows, folder, setup))
    }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
  return { conversions, newBatches }
}

async function measureOne(
  entry: ConversionCase,
  folder: string,
  setup: ConversionSetup,
): Promise<MeasuredConversion> {
  const file = await writeConversionFile(entry, setup.targetBytes, folder)
  if (!file) return { entry, result: undefined, programs: [] }
  try {
    const result = await measureConversion(entry, file, setup)
    const programs = setup.isCompared ? await timePrograms(entry, file) : []
    return { entry, result, programs }
  } finally {
    await rm(file.path, { force: true })
    await rm(`${file.path}.converted`, { force: true })
  }
}

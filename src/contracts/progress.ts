// How far long work is, as every worker reports it.

export interface Progress {
  /** What `done` and `total` count. */
  readonly unit: 'bytes' | 'lines' | 'rows'
  readonly done: number
  /** 0 while it is not known; may be an estimate that moves. `done` when the work is done. */
  readonly total: number
}

/** Called once every `REPORT_INTERVAL` (base/progress.ts) at most; the last report may be left out. */
export type OnProgress = (progress: Progress) => void

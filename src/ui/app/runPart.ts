// All of the panel that runs batches, in one chunk: loaded when it is opened, and not before.
export { commands } from '../commands/definitions/lazy/run.ts'
export { RunPlace } from '../run/RunPlace.tsx'

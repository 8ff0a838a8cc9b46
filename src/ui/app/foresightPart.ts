// What is shown before many lines are changed, in one chunk: loaded with its first use, or ahead of it.
export { FixAllDialog } from '../foresight/FixAllDialog.tsx'
export { RenumberDialog } from '../foresight/RenumberDialog.tsx'

// All of converting that is seen, in one chunk: loaded with its first use.
export { ConvertDialog } from '../convert/ConvertDialog.tsx'
export { ReportDialog } from '../convert/ReportDialog.tsx'
export { TranslateDialog } from '../convert/TranslateDialog.tsx'
export { EntriesDialog } from '../convert/EntriesDialog.tsx'

// The dialog of duplicates and what it does, loaded with the first use or ahead of it.
import { lazyPart } from '../controls/lazyPart.tsx'

export const DuplicatesDialog = lazyPart(async () => {
  const [{ DuplicatesDialog: Dialog }] = await Promise.all([
    import('../duplicates/DuplicatesDialog.tsx'),
    import('../../state/duplicates/duplicates.ts'),
  ])
  return Dialog
})

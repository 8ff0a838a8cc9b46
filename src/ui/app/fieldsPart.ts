// The Fields panel and what it does, loaded with the first use or ahead of it.
import { lazyPart } from '../controls/lazyPart.tsx'

export const FieldsPanel = lazyPart(async () => {
  const [{ FieldsPanel: Panel }] = await Promise.all([
    import('../fields/FieldsPanel.tsx'),
    import('../../state/fields/fields.ts'),
  ])
  return Panel
})

export const ColumnsDialog = lazyPart(
  async () => (await import('../lines/ColumnsDialog.tsx')).ColumnsDialog,
)

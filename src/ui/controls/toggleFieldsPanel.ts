import { withFields } from '../../state/fields/withFields.ts'
import { NARROW } from './useMedia.ts'

/** Shows the Fields panel, or closes it where it can be seen. */
export function toggleFieldsPanel(): void {
  const isOver = window.matchMedia(NARROW).matches
  void withFields((fields) => fields.toggleFields(isOver))
}

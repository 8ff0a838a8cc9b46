// What a command is. Each is written once, for the keys, the palette and the list of keys.
import type { Message } from '../../i18n/message.ts'

export interface Command {
  /** camelCase. */
  readonly id: string
  /** What the palette and the list of keys call it: sentence case. */
  readonly label: Message
  /** As keyPattern.ts reads them; the first is shown. */
  readonly keys?: readonly string[]
  /** Whether the keys work while typing in a field or the editor. */
  readonly whileTyping?: boolean
  /** Absent: always. */
  readonly when?: () => boolean
  readonly run: () => void
}

/** The commands of one feature. */
export interface CommandGroup {
  /** Lower comes first in the palette and in the list of keys. */
  readonly order: number
  readonly commands: readonly Command[]
  /**
   * Further ones for the palette, which depend on what there is at the moment: one for each format, or
   * for each document. They have no keys and are always possible.
   */
  readonly forEach?: () => readonly Command[]
}

/** Identity at run time: it is there so that a definition file is checked where it is written. */
export function defineCommands(group: CommandGroup): CommandGroup {
  return group
}

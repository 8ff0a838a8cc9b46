// All commands. The build finds the files in definitions/, so a new one needs no line here; those in
// definitions/lazy/ come with the part of the page that they belong to.
import type { Command, CommandGroup } from './defineCommands.ts'

const modules = import.meta.glob<CommandGroup>('./definitions/*.ts', {
  eager: true,
  import: 'commands',
})

let groups = sorted(Object.values(modules))

/** Takes in the commands of a part of the page that has been loaded; once is enough. */
export function addCommands(group: CommandGroup): void {
  if (!groups.includes(group)) groups = sorted([...groups, group])
}

/** Those with a fixed id and label, whether they are possible now or not. */
export function allCommands(): readonly Command[] {
  return groups.flatMap(({ commands }) => commands)
}

/** Those that make sense now, with one for each format, each other document and the like. */
export function currentCommands(): readonly Command[] {
  return [
    ...allCommands().filter((command) => command.when?.() ?? true),
    ...groups.flatMap(({ forEach }) => forEach?.() ?? []),
  ]
}

function sorted(unsorted: readonly CommandGroup[]): readonly CommandGroup[] {
  return [...unsorted].sort((a, b) => a.order - b.order)
}

// Types of refreshMovingValues.mjs, which is plain JavaScript because it runs as it is.

export const TABLE: string
export const INSTALLED: string
export function refreshed<Table extends object>(table: Table, folder: string): Table
export function valuesOf(declarations: string, name: string): readonly string[]
export function modelEndsOf(declarations: string): Readonly<Record<string, readonly string[]>>
export function formatted(table: object): string

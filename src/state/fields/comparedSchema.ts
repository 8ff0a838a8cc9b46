// The JSON Schema that lines are compared with: chosen once, it holds for every document until it is taken away.
import { readSchema } from '../../fields/readSchema.ts'
import { type Message, msg } from '../../i18n/message.ts'
import { fieldsStore } from './fieldsStore.ts'

/** Bytes of a schema: what people write or learn is far below. */
const LARGEST_SCHEMA = 16 * 2 ** 20

export async function compareWithSchema(file: File): Promise<void> {
  const read = file.size > LARGEST_SCHEMA ? TOO_LARGE : await readFile(file)
  if (read.ok) fieldsStore.setState({ compared: { name: file.name, ...read.value } })
  else fieldsStore.setState({ compared: { name: file.name, problem: read.failure } })
}

export function stopComparing(): void {
  fieldsStore.setState({ compared: undefined })
}

const TOO_LARGE: { readonly ok: false; readonly failure: Message } = {
  ok: false,
  failure: msg('This file is too large for a schema.'),
}

async function readFile(file: File): Promise<ReturnType<typeof readSchema>> {
  try {
    return readSchema(await file.text())
  } catch {
    return { ok: false, failure: msg('The file could not be read.') }
  }
}

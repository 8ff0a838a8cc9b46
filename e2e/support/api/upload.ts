// POST /files: a form, read as it comes, and refused for what the API refuses at once.
import type { IncomingMessage } from 'node:http'
import { errorBody } from './answers.ts'
import type { ApiStore } from './apiStore.ts'
import type { Reply } from './calls.ts'
import type { Fault } from './faults.ts'
import { readMultipart } from './multipart.ts'
import { collectFile, fileObject } from './storedFile.ts'
import { bodyOf } from './transfer.ts'

/** The number that the server's message names (batch-format §1.4). */
const LARGEST_FILE = 209_715_200

export interface Upload {
  readonly reply: Reply
  /** The plain fields of the form. */
  readonly fields: Readonly<Record<string, string>>
}

/** Undefined: the connection broke before the end. */
export async function receiveUpload(
  store: ApiStore,
  req: IncomingMessage,
  fault: Fault | undefined,
): Promise<Upload | undefined> {
  const fields: Record<string, string> = {}
  const collector = collectFile()
  let fileName: string | undefined
  let field = ''
  let isWhole = false
  try {
    isWhole = await readMultipart(bodyOf(req, fault), req.headers['content-type'] ?? '', {
      begin(name, partFileName) {
        field = name
        if (partFileName !== undefined) fileName = partFileName
        else fields[name] = ''
      },
      write(bytes) {
        if (field === 'file') collector.write(bytes)
        else fields[field] += bytes.toString('utf8')
      },
    })
  } catch {
    return undefined
  }
  if (!isWhole) return undefined
  const file = collector.end()
  const refusal = refusalOf(fields, fileName, file.bytes, file.lines[0]?.isJson ?? false)
  if (refusal) return { reply: refusal, fields }
  const life = fields['expires_after[seconds]']
  const lifeSeconds = life === undefined ? undefined : Number(life)
  const stored = store.addFile(fileName ?? '', fields['purpose'] ?? '', file, lifeSeconds)
  return { reply: { status: 200, json: fileObject(stored) }, fields }
}

function refusalOf(
  fields: Readonly<Record<string, string>>,
  fileName: string | undefined,
  bytes: number,
  beginsWithJson: boolean,
): Reply | undefined {
  if (fileName === undefined) return refuse(400, "'file' is a required property")
  if (fields['purpose'] !== 'batch') return refuse(400, 'Invalid value for purpose.')
  if (!fileName.endsWith('.jsonl')) {
    return refuse(400, 'Invalid file format for Batch API. Must be .jsonl')
  }
  if (bytes > LARGEST_FILE) {
    return refuse(413, `Maximum content size limit (${LARGEST_FILE}) exceeded.`)
  }
  if (!beginsWithJson) return refuse(400, 'Invalid file format: the file is no valid JSON Lines.')
  return undefined
}

function refuse(status: number, message: string): Reply {
  return { status, json: errorBody(message) }
}

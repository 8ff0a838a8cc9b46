// The four calls that a run needs, each in its cheapest form, so that what the browser or the server
// refuses is known before anything is uploaded.
import { isList, parseApiError } from '../batch/parseBatch.ts'
import type { ConnectionCall, ConnectionCheck } from '../contracts/batchApi.ts'
import { failureOfReply, isGood, NEVER_ABORTED } from './askJson.ts'
import type { Connection } from './connection.ts'
import type { Environment } from './environment.ts'
import { exchange, type Reply } from './exchange.ts'
import { jsonOf } from './jsonOf.ts'

/** Of no file: that the API says so shows that contents of files can be asked for. */
const MADE_UP_FILE = 'file-lineproof-connection-check'

const PATHS: Readonly<Record<ConnectionCall, string>> = {
  models: '/models',
  files: '/files?purpose=batch&limit=1',
  batches: '/batches?limit=1',
  content: `/files/${MADE_UP_FILE}/content`,
}

const CALLS = Object.keys(PATHS) as readonly ConnectionCall[]

/** All at once; in the order of PATHS, whichever was answered first. */
export function checkConnection(
  environment: Environment,
  connection: Connection,
  onCheck: (check: ConnectionCheck) => void,
): Promise<readonly ConnectionCheck[]> {
  return Promise.all(
    CALLS.map(async (call) => {
      const check = await checkCall(environment, connection, call)
      onCheck(check)
      return check
    }),
  )
}

async function checkCall(
  environment: Environment,
  connection: Connection,
  call: ConnectionCall,
): Promise<ConnectionCheck> {
  const startedAt = environment.now()
  const reply = await exchange(environment, connection, {
    method: 'GET',
    url: connection.baseUrl + PATHS[call],
    signal: NEVER_ABORTED,
    patience: environment.patience.check,
  })
  const ms = environment.now() - startedAt
  const isReachable = reply.kind === 'answer'
  const status = isReachable ? { status: reply.status } : {}
  if (isAsExpected(call, reply)) return { call, isReachable, ...status, ms }
  const subject = call === 'content' ? 'content' : 'list'
  const { message } = await failureOfReply(
    environment,
    connection,
    reply,
    subject,
    environment.patience.check,
  )
  return { call, isReachable, ...status, ms, problem: message }
}

function isAsExpected(call: ConnectionCall, reply: Reply): boolean {
  if (reply.kind !== 'answer') return false
  const value = jsonOf(reply.text)
  if (call !== 'content') return isGood(reply) && (reply.isCut || isList(value))
  // Some call it a bad request.
  return (reply.status === 404 || reply.status === 400) && parseApiError(value) !== undefined
}

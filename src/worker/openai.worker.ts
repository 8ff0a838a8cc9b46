// The thread's entry that connects to OpenAI. The policy of its built file (tooling/securityPolicy.ts) lets it
// connect to https://api.openai.com and nowhere else, not even to the app's own server.
import { isOpenAi } from '../batch/access.ts'
import { serveApi } from './serveApi.ts'

serveApi(isOpenAi)

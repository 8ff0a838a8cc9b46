// The thread's entry for any other base URL, loaded only when the user has typed one: its policy lets it
// connect to https anywhere and to this machine.
import { serveApi } from './serveApi.ts'

serveApi(() => true)

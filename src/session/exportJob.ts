import { fail } from '../base/result.ts'
export function exportToBlob(..._: unknown[]): Promise<Blob> {
  return Promise.reject(new Error(JSON.stringify(fail('refused', ''))))
}
export function writeExport(..._: unknown[]): Promise<number> {
  return Promise.reject(new Error('x'))
}

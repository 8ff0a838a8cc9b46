import { expect, test } from 'vitest'
import { imageFaultOf } from './imageData.ts'

const PNG = 'data:image/png;base64,'
const START = 'iVBORw0KGgoA'

test.each([
  [`${PNG}${START}`, undefined],
  [`${PNG}${START}AA==`, undefined],
  [`${PNG}${START}AAA=`, undefined],
  ['data:IMAGE/Jpg;base64,/9j/', undefined],
  ['data:image/jpeg;base64,/9j/', undefined],
  ['data:image/gif;base64,R0lGODlh', ['gif', 5]],
  ['data:image/webp;base64,UklGRhoA', undefined],
  ['https://example.com/a.png', undefined],
  ['', undefined],
  ['data:', ['type', 5]],
  ['data:;base64,AAAA', ['type', 5]],
  ['data:image/svg+xml;base64,AAAA', ['type', 5]],
  ['data:image/pngx;base64,AAAA', ['type', 5]],
  ['data:application/octet-stream;base64,AAAA', ['type', 5]],
  ['data:image/png', ['form', 14]],
  ['data:image/png,abc', ['form', 14]],
  ['data:image/png;charset=utf-8;base64,AAAA', ['form', 14]],
  [PNG, ['empty', 22]],
  [`${PNG} \n`, ['empty', 22]],
  [`${PNG}${START}-`, ['base64', 35]],
  [`${PNG}${START}AA-_`, ['alphabet', 36]],
  [`${PNG}${START}_A`, ['alphabet', 34]],
  [`${PNG}${START}A\n-=`, ['alphabet', 36]],
  [`${PNG}${START}AAA`, ['padding', 37]],
  [`${PNG}${START}A A\n`, ['padding', 38]],
  [`${PNG}${START}AA=A`, ['base64', 37]],
  [`${PNG}${START}A`, ['base64', 35]],
  [`${PNG}${START}AA=`, ['padding', 37]],
  [`${PNG}${START}=`, ['padding', 35]],
  [`${PNG}${START}A===`, ['base64', 38]],
  [`${PNG}====`, ['base64', 26]],
  [`${PNG}${START}\nAAAA`, ['spaces', 34]],
  [`${PNG}/9j/`, ['differs', 22]],
  [`${PNG}AAAA`, ['differs', 22]],
  ['data:image/jpeg;base64,iVBORw0KGgoA', ['differs', 23]],
])('%j', (text, expected) => {
  const fault = imageFaultOf(text)
  expect(fault && [fault.name, fault.at]).toEqual(expected)
})

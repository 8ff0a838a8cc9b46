import { test } from 'vitest'
import { richLines } from './testing/richLines.ts'
import { shapes, translateLine } from './translate.ts'
test('speed', () => {
  const words = 'The quick brown fox jumps over the lazy dog. '
  const usual = (i: number): string => JSON.stringify({custom_id:`request-${i}`,method:'POST',url:'/v1/chat/completions',body:{model:'gpt-6-luna',messages:[{role:'system',content:'You are a helpful assistant that answers in JSON.'},{role:'user',content:words.repeat(20)+'\n'+i}],max_completion_tokens:500,temperature:0.2,response_format:{type:'json_schema',json_schema:{name:'a',strict:true,schema:{type:'object',properties:{a:{type:'string'},b:{type:'number'}},required:['a','b'],additionalProperties:false}}}}})
  const small = (i: number): string => JSON.stringify({custom_id:`request-${i}`,method:'POST',url:'/v1/chat/completions',body:{model:'gpt-6-luna',messages:[{role:'user',content:'Hello there '+i}],max_completion_tokens:500}})
  for (const [name, make] of [['usual', usual], ['small', small], ['rich', () => richLines['openaiChat'] as string]] as const) {
    const lines = Array.from({length: 10000}, (_, i) => make(i))
    const bytes = lines.reduce((s, l) => s + l.length, 0)
    for (const { id } of shapes) {
      for (const l of lines.slice(0, 2000)) translateLine(l, { target: id })
      const t = performance.now()
      let n = 0
      for (const l of lines) n += translateLine(l, { target: id }).ok ? 1 : 0
      const ms = performance.now() - t
      console.log(name, id, n, (bytes/1e6/(ms/1000)).toFixed(1)+' MB/s', (ms/lines.length*1000).toFixed(1)+' us/line', bytes/lines.length)
    }
  }
})

// Who takes requests and gives results. Ids are those of the pairing's providers where both have one.
import type { Provider } from '../formats/defineFormat.ts'

const provider = (id: string, name: string): Provider => ({ id, name })

export const OPENAI = provider('openai', 'OpenAI')
/** Azure, Mistral, Groq, Together, vLLM and others answer, and are taught, as OpenAI does. */
export const OPENAI_LIKE = provider('openai', 'OpenAI and others like it')
export const AZURE = provider('azure', 'Azure OpenAI')
export const ANTHROPIC = provider('anthropic', 'Anthropic')
export const GEMINI = provider('gemini', 'Gemini API')
export const VERTEX = provider('vertex', 'Vertex AI')
export const BEDROCK = provider('bedrock', 'Amazon Bedrock')
export const MISTRAL = provider('mistral', 'Mistral')
export const TOGETHER = provider('together', 'Together')
export const FIREWORKS = provider('fireworks', 'Fireworks')
export const GROQ = provider('groq', 'Groq')
export const VLLM = provider('vllm', 'vLLM')
export const XAI = provider('xai', 'xAI')
export const DASHSCOPE = provider('dashscope', 'Alibaba DashScope')
export const ZHIPU = provider('zhipu', 'Zhipu GLM')
export const QIANFAN = provider('qianfan', 'Baidu Qianfan')

import react from '@vitejs/plugin-react'
import { defineConfig } from 'vitest/config'
import { scannerPlugin } from './src/scanner/build/scannerPlugin.ts'

export default defineConfig({
  plugins: [react(), scannerPlugin()],
  test: { include: ['src/**/*.test.ts'] },
})

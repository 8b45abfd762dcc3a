import { readFileSync } from 'node:fs'
import { defineConfig, type Plugin } from 'vitest/config'

/** Keeps what is compiled for the phone site, as the build of uni-app does. */
const h5: Plugin = {
  name: 'h5',
  enforce: 'pre',
  load(id) {
    if (!id.endsWith('.ts') || !id.includes('/src/')) return null
    return readFileSync(id, 'utf8').replace(/\/\/ #ifdef MP-WEIXIN\n[\s\S]*?\/\/ #endif\n/g, '')
  },
}

export default defineConfig({ plugins: [h5], test: { include: ['tests/*.test.ts'] } })

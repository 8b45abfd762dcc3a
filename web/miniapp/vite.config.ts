import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig } from 'vite'

// The plugin is published as CommonJS; under ESM its function is one level down.
const plugin = (uni as unknown as { default?: typeof uni }).default ?? uni

export default defineConfig({
  plugins: [plugin()],
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
})

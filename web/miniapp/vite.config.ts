import uni from '@dcloudio/vite-plugin-uni'
import { defineConfig, type Plugin } from 'vite'

// The plugin is published as CommonJS; under ESM its function is one level down.
const plugin = (uni as unknown as { default?: typeof uni }).default ?? uni

// The framework's styles load the shadow under a page's head from its maker's host; ours asks no host but its own.
function ownHostOnly(): Plugin {
  return {
    name: 'own-host-only',
    enforce: 'post',
    generateBundle(_, bundle) {
      for (const file of Object.values(bundle)) {
        if (file.type === 'asset' && file.fileName.endsWith('.css')) {
          file.source = String(file.source).replace(/url\(https?:\/\/[^)]*\)/g, 'none')
        }
      }
    },
  }
}

export default defineConfig({
  plugins: [plugin(), ownHostOnly()],
  server: { proxy: { '/api': 'http://127.0.0.1:8000' } },
})

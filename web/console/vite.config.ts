import { readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { brotliCompressSync, gzipSync } from 'node:zlib'
import vue from '@vitejs/plugin-vue'
import { ElementPlusResolver } from 'unplugin-vue-components/resolvers'
import Components from 'unplugin-vue-components/vite'
import type { Plugin } from 'vite'
import { defineConfig } from 'vitest/config'

const here = (path: string) => fileURLToPath(new URL(path, import.meta.url))
const backend = process.env.ANJIE_BACKEND ?? 'http://127.0.0.1:8000'
const testing = Boolean(process.env.VITEST)

/** Lays a .br and a .gz beside every script and style; the server sends what the browser takes. */
function compressed(): Plugin {
  return {
    name: 'compressed',
    apply: 'build',
    writeBundle({ dir = '' }) {
      for (const name of readdirSync(dir, { recursive: true, encoding: 'utf8' })) {
        if (!/\.(js|css|svg)$/.test(name)) continue
        const plain = readFileSync(join(dir, name))
        if (plain.length < 1000) continue
        writeFileSync(join(dir, `${name}.br`), brotliCompressSync(plain))
        writeFileSync(join(dir, `${name}.gz`), gzipSync(plain, { level: 9 }))
      }
    },
  }
}

export default defineConfig({
  base: '/',
  plugins: [
    vue(),
    compressed(),
    // Element Plus components by name, each with its own style; our blocks are imported by hand so that
    // a page says what it uses.
    Components({
      dirs: [],
      dts: false,
      resolvers: [ElementPlusResolver({ importStyle: testing ? false : 'css' })],
    }),
  ],
  resolve: {
    alias: { '@client': here('../client'), '@': here('src') },
  },
  server: {
    port: 5173,
    fs: { allow: [here('.'), here('../client')] },
    proxy: { '/api': { target: backend, changeOrigin: false } },
  },
  // Otherwise the first visit of each page finds new styles and reloads under the person's hands.
  optimizeDeps: { include: ['element-plus/es/components/*/style/css'] },
  build: {
    outDir: 'dist',
    target: 'es2022',
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      output: {
        // Charts are heavy and wanted by few pages; the frame must not wait for them.
        codeSplitting: {
          groups: [
            { name: 'vue', test: /node_modules\/(@vue|vue|vue-router|pinia|@tanstack)\//, priority: 2 },
            { name: 'charts', test: /node_modules\/(echarts|zrender|vue-echarts)\//, priority: 1 },
          ],
        },
      },
    },
  },
  test: {
    environment: 'happy-dom',
    include: ['tests/**/*.test.ts'],
    setupFiles: ['tests/setup.ts'],
    server: { deps: { inline: ['element-plus'] } },
  },
})

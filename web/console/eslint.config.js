import { fileURLToPath } from 'node:url'
import prettier from 'eslint-config-prettier'
import vue from 'eslint-plugin-vue'
import ts from 'typescript-eslint'
import importFloors from './scripts/import-floors.mjs'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))

export default ts.config(
  { ignores: ['dist', 'node_modules'] },
  ...ts.configs.recommended,
  ...vue.configs['flat/recommended'],
  { files: ['**/*.vue'], languageOptions: { parserOptions: { parser: ts.parser } } },
  {
    files: ['src/**/*.{ts,vue}'],
    plugins: { anjie: { rules: { 'import-floors': importFloors } } },
    rules: {
      'anjie/import-floors': ['error', { src: here('src'), client: here('../client') }],
      '@typescript-eslint/no-explicit-any': 'error',
      'vue/multi-word-component-names': 'off',
      'vue/require-default-prop': 'off',
      'vue/no-v-html': 'error',
      'max-lines': ['error', { max: 420, skipBlankLines: true }],
      'no-restricted-globals': ['error', { name: 'fetch', message: 'Ask the server through @client.' }],
    },
  },
  prettier,
)

// Writes web/client/schema.d.ts from the schema the server exports; with --check only says whether it drifted.
import { execFileSync } from 'node:child_process'
import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import openapiTS, { astToString } from 'openapi-typescript'

const here = (path) => fileURLToPath(new URL(path, import.meta.url))
const target = here('../../client/schema.d.ts')
const python = process.env.ANJIE_PYTHON ?? here('../../../.venv/bin/python')

const given = process.argv.find((word) => word.endsWith('.json'))
const document = given
  ? readFileSync(given, 'utf8')
  : execFileSync(python, ['-m', 'config.command', 'openapi'], {
      cwd: here('../../..'),
      encoding: 'utf8',
      maxBuffer: 64 << 20,
    })
const types = astToString(await openapiTS(JSON.parse(document)))
const text = `// Generated from the server's OpenAPI document by \`npm run client\`. Do not edit.\n\n${types}`

if (process.argv.includes('--check')) {
  if (!existsSync(target) || readFileSync(target, 'utf8') !== text) {
    console.error('web/client/schema.d.ts differs from the server. Run `npm run client` and commit it.')
    process.exit(1)
  }
  console.log('web/client/schema.d.ts agrees with the server.')
} else {
  writeFileSync(target, text)
  console.log(`wrote ${target}`)
}

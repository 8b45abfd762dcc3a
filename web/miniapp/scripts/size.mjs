// Says how large the built mini-program is, and fails when its main package is past what WeChat takes.
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'

const BUILT = fileURLToPath(new URL('../dist/build/mp-weixin', import.meta.url))
const MOST = 2 * 1024 * 1024

const { subPackages = [] } = JSON.parse(readFileSync(join(BUILT, 'app.json'), 'utf8'))
const roots = subPackages.map((one) => one.root.replace(/\/$/, ''))

function sizeOf(folder, leaveOut = []) {
  return readdirSync(folder, { withFileTypes: true }).reduce((sum, entry) => {
    if (leaveOut.includes(entry.name)) return sum
    const path = join(folder, entry.name)
    return sum + (entry.isDirectory() ? sizeOf(path) : statSync(path).size)
  }, 0)
}

const kilobytes = (bytes) => `${Math.ceil(bytes / 1024)} KB`
const main = sizeOf(BUILT, roots)
console.log(`main package ${kilobytes(main)} of ${kilobytes(MOST)}`)
for (const root of roots) console.log(`subpackage ${root} ${kilobytes(sizeOf(join(BUILT, root)))}`)
if (main > MOST) {
  console.error('The main package is past 2 MB: move pages or blocks into a subpackage.')
  process.exit(1)
}

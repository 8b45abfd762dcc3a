// A page may use blocks, state, foundation and the client; never another page, never the frame.
import path from 'node:path'

const FLOORS = ['foundation', 'state', 'blocks', 'frame']

/** Which floor a file stands on, and for a page which folder it belongs to. */
function place(file, src, client) {
  if (file.startsWith(client + path.sep)) return { floor: -1 }
  if (!file.startsWith(src + path.sep)) return null
  const [first, ...rest] = path.relative(src, file).split(path.sep)
  if (first === 'pages') return { floor: 3, page: rest.slice(0, -1).slice(0, 2).join('/') }
  const floor = FLOORS.indexOf(first)
  return floor < 0 ? null : { floor, frame: first === 'frame' }
}

/** One page's folder, or what its line's folder keeps for all pages of the line. */
const related = (a, b) => a === b || a.startsWith(`${b}/`) || b.startsWith(`${a}/`)

export function verdict(fromFile, source, { src, client }) {
  let target
  if (source.startsWith('@/')) target = path.join(src, source.slice(2))
  else if (source.startsWith('@client/')) target = path.join(client, source.slice(8))
  else if (source.startsWith('.')) target = path.resolve(path.dirname(fromFile), source)
  else return null
  const from = place(fromFile, src, client)
  const to = place(target, src, client)
  if (!from || !to) return null
  if (to.page !== undefined && from.page === undefined) return 'only the router collects pages'
  if (to.page !== undefined && !related(from.page, to.page))
    return `page ${from.page} must not import page ${to.page}`
  if (to.frame && from.page !== undefined) return 'a page must not import the frame'
  if (to.floor > from.floor) return 'a lower floor must not import a higher one'
  return null
}

export default {
  meta: { type: 'problem', schema: [{ type: 'object' }] },
  create(context) {
    const roots = context.options[0]
    const check = (node) => {
      if (!node.source || typeof node.source.value !== 'string') return
      const message = verdict(context.filename, node.source.value, roots)
      if (message) context.report({ node: node.source, message })
    }
    return {
      ImportDeclaration: check,
      ImportExpression: check,
      ExportNamedDeclaration: check,
      ExportAllDeclaration: check,
    }
  },
}

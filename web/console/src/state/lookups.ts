import { reactive } from 'vue'
import { api } from './api'

/** Something a person chooses by name: a colleague, a unit, a client. */
export interface Named {
  id: number
  name: string
  /** A second word to tell two of the same name apart: unit, staff number, code. */
  note?: string
  children?: Named[]
}

export type LookupKind = 'members' | 'units' | 'clients' | 'institutions'

const ADDRESS: Record<LookupKind, string> = {
  members: '/api/access/lookups/members',
  units: '/api/access/lookups/units',
  clients: '/api/access/lookups/clients',
  institutions: '/api/access/lookups/clients',
}

const names = reactive(new Map<string, string>())

function learn(kind: LookupKind, list: readonly Named[]): void {
  for (const one of list) {
    names.set(`${kind}:${one.id}`, one.name)
    if (one.children) learn(kind, one.children)
  }
}

/** Those whose name, pinyin or number holds `q`; also those with `ids`, so that a chosen one has its name. */
export async function lookUp(kind: LookupKind, q = '', ids: readonly number[] = []): Promise<Named[]> {
  const list = await api.send<Named[]>('get', ADDRESS[kind], {
    query: { q, ids, ...(kind === 'institutions' ? { kind: 'institution' } : {}) },
  })
  learn(kind, list)
  return list
}

/** The name behind an id, once it was looked up. */
export function nameOf(kind: LookupKind, id: number | string): string | undefined {
  return names.get(`${kind}:${id}`)
}

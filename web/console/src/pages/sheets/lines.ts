import type { Answer } from '@client/client'

/** Whose sheet it is: a client's or an institution's. */
export type Owner = Answer<'/api/sheets/kinds'>[number]['of']

/** Each line's imports are kept apart: where they are, and what their owner and the cases they write are. */
export const OWNERS = {
  client: { path: '/recovery/imports', cases: '/recovery/cases', label: '委托方', found: 'clients' },
  institution: {
    path: '/mediation/imports',
    cases: '/mediation/cases',
    label: '调解机构',
    found: 'institutions',
  },
} as const satisfies Record<Owner, object>

/** Whose sheets the page at this address is for. */
export function ownerAt(path: string): Owner {
  return path.startsWith(OWNERS.institution.path) ? 'institution' : 'client'
}

/** Where the lists behind the figures are. */
const PAGES: Record<string, string> = {
  cases: '/recovery/cases',
  repayments: '/recovery/repayments',
  promises: '/recovery/promises',
  instructions: '/recovery/instructions',
  materials: '/recovery/materials',
  claims: '/recovery/claims',
  retentions: '/recovery/retentions',
  imports: '/recovery/imports',
  imports_mediation: '/mediation/imports',
  disputes: '/mediation/cases',
  disputes_review: '/mediation/review',
  disputes_consent: '/mediation/consent',
  disputes_filing: '/mediation/filing',
  enterprises: '/system/enterprises',
}

/** The console's path of a list the server names. */
export function pageOf(name: string): string {
  return PAGES[name] ?? '/home'
}

import type { Component } from 'vue'
import ComplaintsTab from './ComplaintsTab.vue'
import InstructionsTab from './InstructionsTab.vue'
import MaterialsTab from './MaterialsTab.vue'
import PaymentsTab from './PaymentsTab.vue'
import PeopleTab from './PeopleTab.vue'
import PromisesTab from './PromisesTab.vue'
import TermsTab from './TermsTab.vue'
import WorkTab from './WorkTab.vue'

/** What debt recovery draws in the tabs the server names. */
export const TABS: Record<string, Component> = {
  work: WorkTab,
  promises: PromisesTab,
  payments: PaymentsTab,
  terms: TermsTab,
  materials: MaterialsTab,
  instructions: InstructionsTab,
  complaints: ComplaintsTab,
  people: PeopleTab,
}

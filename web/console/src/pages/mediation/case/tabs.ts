import type { Component } from 'vue'
import AlikeTab from './AlikeTab.vue'
import ApplicationTab from './ApplicationTab.vue'
import ArchiveTab from './ArchiveTab.vue'
import ClosingTab from './ClosingTab.vue'
import ConsentTab from './ConsentTab.vue'
import ExtensionTab from './ExtensionTab.vue'
import MediatorsTab from './MediatorsTab.vue'
import OffersTab from './OffersTab.vue'
import RecordsTab from './RecordsTab.vue'
import RoomsTab from './RoomsTab.vue'
import SessionsTab from './SessionsTab.vue'

/** What mediation draws in the tabs the server names. */
export const TABS: Record<string, Component> = {
  application: ApplicationTab,
  consent: ConsentTab,
  mediators: MediatorsTab,
  records: RecordsTab,
  sessions: SessionsTab,
  rooms: RoomsTab,
  offers: OffersTab,
  extension: ExtensionTab,
  alike: AlikeTab,
  closing: ClosingTab,
  archive: ArchiveTab,
}

/** What the mediator does between the appointment and the closing stands under one name. */
export const GROUPS = { 调解: ['records', 'sessions', 'rooms', 'offers', 'extension'] }

import type { Component } from 'vue'
import AlikeTab from './AlikeTab.vue'
import ApplicationTab from './ApplicationTab.vue'
import ArchiveTab from './ArchiveTab.vue'
import ClosingTab from './ClosingTab.vue'
import ConsentTab from './ConsentTab.vue'
import MediatorsTab from './MediatorsTab.vue'

/** What mediation draws in the tabs the server names. */
export const TABS: Record<string, Component> = {
  application: ApplicationTab,
  consent: ConsentTab,
  mediators: MediatorsTab,
  alike: AlikeTab,
  closing: ClosingTab,
  archive: ArchiveTab,
}

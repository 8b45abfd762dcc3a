interface Tab {
  code: string
  label: string
}

/** The names above a case's tabs, in their order; those of one group stand together under its name. */
export function grouped<T extends Tab>(
  tabs: readonly T[],
  groups: Record<string, readonly string[]>,
): { name: string; tabs: T[] }[] {
  const names: { name: string; tabs: T[] }[] = []
  for (const tab of tabs) {
    const group = Object.keys(groups).find((name) => groups[name]!.includes(tab.code))
    const there = names.find(({ name }) => name === group)
    if (there) there.tabs.push(tab)
    else names.push({ name: group ?? tab.label, tabs: [tab] })
  }
  return names.map((one) => (one.tabs.length > 1 ? one : { name: one.tabs[0]!.label, tabs: one.tabs }))
}

/** A key nobody else makes: what is sent again under it is one. */
export function freshKey(): string {
  const part = () => Math.floor(Math.random() * 0x100000000).toString(16).padStart(8, '0')
  return `${Date.now().toString(16)}${part()}${part()}`.slice(0, 40)
}

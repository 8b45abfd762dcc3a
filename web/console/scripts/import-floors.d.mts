export function verdict(
  fromFile: string,
  source: string,
  roots: { src: string; client: string },
): string | null

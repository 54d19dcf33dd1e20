/** Where the gathered pages stand in the site, under their names in its first language; with a month, that month's page. */

export function positionKey(id: string, month?: string): string {
  return keyOf("position", id, month);
}

export function themeKey(id: string, month?: string): string {
  return keyOf("theme", id, month);
}

export function sourceKey(id: string, month?: string): string {
  return keyOf("source", id, month);
}

export function storyKey(id: string): string {
  return keyOf("story", id);
}

function keyOf(kind: string, id: string, month?: string): string {
  return month === undefined ? `${kind}/${id}.html` : `${kind}/${id}/${month}.html`;
}

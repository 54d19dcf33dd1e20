export async function costLine(_options: { readonly data: string; readonly watch: string }): Promise<string> {
  return 'npm run rehearse, then "npm run cost" tells';
}

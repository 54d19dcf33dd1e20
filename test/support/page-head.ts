/** What a page's head says: JSON-LD, as an object or as written, and a property of OpenGraph. */
export const ld = (data: unknown) =>
  `<script type="application/ld+json">${typeof data === "string" ? data : JSON.stringify(data)}</script>`;
export const meta = (name: string, content: string) => `<meta property="${name}" content="${content}">`;

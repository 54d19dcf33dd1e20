import type { DossierSection } from "./edition.ts";
import { html, type Markup } from "./escape.ts";
import type { Locale } from "./locale.ts";
import type { Voice } from "./voices.ts";

/** Voices in sight; the others are one tap away. */
const IN_SIGHT = 8;

/** Who the day's press quotes for and against: each name with the claims it speaks to. */
export function voices({ voices: all, positions }: DossierSection, locale: Locale): Markup {
  const { words } = locale;
  if (all.length === 0) return html``;
  const statements = new Map(positions.map(({ id, statement }) => [id, locale.text(statement)]));
  const row = (voice: Voice) => voiceLine(voice, statements, locale);
  const rest = all.slice(IN_SIGHT);
  return html`<section class="voices">
<h3>${words.voices}</h3>
<p class="hint">${words.voicesHint}</p>
<ul>
${all.slice(0, IN_SIGHT).map(row)}</ul>
${
  rest.length > 0 &&
  html`<details class="more">
<summary>${locale.count(rest.length, words.moreVoices)}</summary>
<ul>
${rest.map(row)}</ul>
</details>
`
}</section>
`;
}

function voiceLine(voice: Voice, statements: ReadonlyMap<string, Markup>, { words }: Locale): Markup {
  const sides = (["for", "against"] as const).filter((side) => voice[side].length > 0);
  return html`<li><b><bdi lang="${voice.language}">${voice.speaker}</bdi></b>
${sides.map(
  (side) => html`<p><span class="${side}">${words.relations[side]}</span>: ${voice[side].map(
    (id, i) => html`${i > 0 && "; "}<a href="#position-${id}">${statements.get(id) ?? id}</a>`,
  )}</p>
`,
)}</li>
`;
}

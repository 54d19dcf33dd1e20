import type { WatchFile } from "../../shared/watchlist/yaml-file.ts";

/** A small, correct watchlist as files; a test breaks the one it is about. */
export function watchFiles(changed: Readonly<Record<string, string>> = {}): WatchFile[] {
  return Object.entries({ ...FILES, ...changed }).map(([path, text]) => ({ path, text }));
}

export const MONITOR = `title: {ru: Мизан, en: Mizan}
timeZone: Asia/Tashkent
publishAt: "07:00"
languages: [ru, en]
polling:
  every: 15 min
  hostSpacing: 5 s
  fresh: 72 h
  contact: https://example.org
retention: 400 d
thresholds:
  theme: 0.5
  relation: 0.5
`;

export const SOURCES = `sources:
  - id: steppe-post
    name: Steppe Post
    country: KZ
    language: en
    ownership: private
    feeds: ["http://steppe-post.example/rss.xml"]
  - id: vodiy
    name: Водий
    country: UZ
    language: uz
    ownership: state
    timeZone: Asia/Samarkand
    feeds: ["http://vodiy.example/rss.xml"]
`;

export const ENTITIES = `entities:
  - id: kazakhstan
    kind: state
    names: {ru: [Казахстан], en: [Kazakhstan]}
  - id: uzbekistan
    kind: state
    names: {ru: [Узбекистан], en: [Uzbekistan]}
`;

export const DOSSIER = `id: sample
title: {ru: Разговор, en: A talk}
interview:
  speaker: {ru: Эксперт, en: Expert}
  role: {ru: политолог, en: political scientist}
  outlet: example.org
  url: https://example.org/talk
  published: "2025-11"
  language: ru
  questions:
    - id: q1
      about: {ru: Вода, en: Water}
words:
  - id: river
    terms:
      ru: [река, канал]
      en: [river, canal]
themes:
  - id: water
    name: {ru: Вода, en: Water}
    about: {ru: общие реки, en: shared rivers}
    query: "@river AND (@kazakhstan OR @uzbekistan)"
positions:
  - id: p1
    themes: [water]
    question: q1
    statement: {ru: Водой управляют вместе, en: Water is managed jointly}
    subject: "@river"
    for: ["вместе OR jointly"]
    against: ["спор OR dispute"]
`;

/** The same with a second position on the same river, so that two compete; the first has examples. */
export const RIVALS = `${DOSSIER}    examples:
      for: ["Kazakhstan and Uzbekistan agreed to run the canal together.", "The river is managed jointly by both states."]
      against: ["Talks about the river broke down in a dispute.", "The canal was closed by one side."]
      mentions: ["The river was on the agenda."]
  - id: p2
    themes: [water]
    question: q1
    statement: {ru: Реки мелеют, en: Rivers run dry}
    subject: "@river"
    for: ["мелеть OR dry"]
    against: ["разлив OR flood"]
`;

const FILES: Readonly<Record<string, string>> = {
  "watch/monitor.yaml": MONITOR,
  "watch/sources.yaml": SOURCES,
  "watch/entities.yaml": ENTITIES,
  "watch/dossiers/sample.yaml": DOSSIER,
};

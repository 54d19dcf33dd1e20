import { isUtf8 } from "node:buffer";
import type { CheerioAPI } from "cheerio/slim";
import type { Element } from "domhandler";
import { escapeXml } from "./escape-xml.ts";

const BASE64 = /^[A-Za-z\d+/]+={0,2}$/u;

/**
 * An element's content as HTML. Atom says in `type` and, before 1.0, in `mode` what it holds (RFC 4287 §3.1, §4.1.3);
 * RSS holds escaped markup.
 */
export function markupOf($: CheerioAPI, element: Element, holdsElements: boolean): string {
  const node = $(element);
  const { type = "", mode } = element.attribs;
  if (type === "xhtml" || mode === "xml" || holdsElements) return (node.html() ?? "").trim();
  const text = node.text().trim();
  if (mode === "base64" || isBinary(type)) return fromBase64(text) ?? (isText(type) ? text : "");
  return type === "text" || type === "text/plain" ? escapeXml(text) : text;
}

/** Media types that Atom has in Base64: all but texts and XML (RFC 4287 §4.1.3.3). */
function isBinary(type: string): boolean {
  return type.includes("/") && !/^text\/|[/+]xml$|^application\/(?:html|json)/iu.test(type);
}

/** False for pictures and the like; what is wrongly labelled is rather a text than lost. */
function isText(type: string): boolean {
  return !/^(?:image|audio|video|font)\//iu.test(type);
}

/** The text that was encoded; undefined where this is none in Base64. */
function fromBase64(text: string): string | undefined {
  const code = text.replace(/\s+/gu, "");
  if (!BASE64.test(code)) return undefined;
  const bytes = Buffer.from(code, "base64");
  return isUtf8(bytes) ? bytes.toString().trim() : undefined;
}

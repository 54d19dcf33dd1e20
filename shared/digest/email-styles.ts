/**
 * How a letter looks: the site's colours and faces, written into each element because mail programs drop or rewrite
 * stylesheets. Nothing here needs an escape, so names of faces stand without quotation marks.
 */
const SANS = "font-family:-apple-system,Segoe UI,Roboto,Noto Sans,Arial,sans-serif";
const SERIF = "font-family:PT Serif,Noto Serif,Cambria,Georgia,serif";

export const EMAIL_STYLES = {
  paper: "background-color:#fcfbf8",
  body: "margin:0;padding:0;background-color:#fcfbf8",
  sheet: "width:100%;max-width:640px",
  inside: `padding:20px 16px 32px;text-align:left;overflow-wrap:anywhere;word-break:break-word;color:#1d1b18;font-size:15px;line-height:1.5;${SANS}`,
  brand: `margin:0 0 16px;padding:0 0 10px;border-bottom:3px double #1d1b18;font-size:18px;font-weight:600;color:#1d1b18;${SERIF}`,
  date: `margin:0 0 6px;font-size:26px;line-height:1.2;font-weight:600;color:#1d1b18;${SERIF}`,
  figures: "margin:0 0 14px;font-size:14px;color:#5f5a52",
  note: "margin:0 0 14px;padding:10px 12px;background-color:#f7ecd2;color:#1d1b18",
  whole: "margin:0 0 8px;font-weight:600",
  link: "color:#1d1b18;text-decoration:underline",
  title: `margin:26px 0 4px;padding:18px 0 0;border-top:1px solid #d9d3c7;font-size:20px;line-height:1.3;font-weight:600;color:#1d1b18;${SERIF}`,
  soft: "margin:0 0 14px;font-size:13px;color:#5f5a52",
  claim: `margin:20px 0 2px;font-size:17px;line-height:1.35;font-weight:600;color:#1d1b18;${SERIF}`,
  tally: "margin:0 0 8px;font-size:13px;color:#5f5a52",
  line: "width:100%;margin:0 0 12px;border-collapse:collapse",
  side: {
    for: "padding:0 0 0 12px;border-left:3px solid #1f4e96",
    against: "padding:0 0 0 12px;border-left:3px dashed #a63c1c",
  },
  mark: {
    for: "margin:0;font-size:13px;color:#1f4e96",
    against: "margin:0;font-size:13px;color:#a63c1c",
  },
  quote: `margin:2px 0;font-size:16px;line-height:1.45;color:#1d1b18;${SERIF}`,
  meta: "margin:0;font-size:13px;color:#5f5a52",
  heading: "margin:24px 0 6px;font-size:15px;font-weight:600;color:#1d1b18",
  plain: "margin:0 0 6px;font-size:14px;color:#1d1b18",
} as const;

/** Where a program follows its reader into the dark by this rule; others turn the colours themselves, or leave them. */
export const EMAIL_DARK = `@media (prefers-color-scheme: dark) {
.paper { background-color: #151412 !important; }
.ink, .ink a { color: #ece8e0 !important; border-color: #37332d !important; }
.soft, .soft a { color: #a9a398 !important; }
.for { color: #8db8f5 !important; border-color: #8db8f5 !important; }
.against { color: #f09a78 !important; border-color: #f09a78 !important; }
.note { background-color: #322a18 !important; color: #ece8e0 !important; }
}`;

import { expect, test } from "vitest";
import { compactStyles } from "../../../shared/digest/compact-styles.ts";

test("a stylesheet is written without what only its authors need, and means the same", () => {
  const styles = `/* A comment,
   on two lines; with { signs } */
a:hover, .a .b > c { margin: 0 auto -0.5rem; color: red; }
@media (min-width: 34rem) {
  td:nth-child(n + 3)::after { content: " / "; width: calc(1rem - 10.05px); }
}
`;
  expect(compactStyles(styles)).toBe(
    `a:hover,.a .b > c{margin:0 auto -.5rem;color:red}@media (min-width: 34rem){td:nth-child(n + 3)::after{content:" / ";width:calc(1rem - 10.05px)}}`,
  );
});

import { type Measure, PRICES, type Price, type Region, type Usage } from "./prices.ts";

/** What one measure costs in a month, in US dollars. */
export interface Cost {
  readonly measure: Measure;
  readonly price: Price;
  readonly quantity: number;
  readonly usd: number;
  /** The same after what is free in any account; another use of the account may have taken that. */
  readonly usdAfterFree: number;
}

/** Prices what is used, dearest first. */
export function priceUsage(usage: Usage, region: Region): readonly Cost[] {
  const measures = Object.keys(PRICES).filter((name): name is Measure => name in PRICES);
  return measures
    .map((measure) => {
      const price: Price = PRICES[measure];
      const quantity = usage[measure];
      const usdFor = (units: number) => (units / price.per) * price.usd[region];
      return {
        measure,
        price,
        quantity,
        usd: usdFor(quantity),
        usdAfterFree: usdFor(Math.max(0, quantity - price.free)),
      };
    })
    .toSorted((a, b) => b.usd - a.usd);
}

export function total(costs: readonly Cost[]): { readonly usd: number; readonly usdAfterFree: number } {
  return {
    usd: costs.reduce((sum, { usd }) => sum + usd, 0),
    usdAfterFree: costs.reduce((sum, { usdAfterFree }) => sum + usdAfterFree, 0),
  };
}

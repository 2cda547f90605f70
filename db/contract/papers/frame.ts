// What the models of all papers share: units, the shop, and the frame every paper carries. Types only.

/** Where a figure comes from is the caller's business; here money is integer fen and null means unknown (未计价). */
export type Fen = number;
/** Instant, ISO 8601 in UTC. Printed in Beijing time. */
export type Instant = string;
/** Business date 'YYYY-MM-DD' in Beijing. */
export type BusinessDate = string;
/** Month 'YYYY-MM'. */
export type ReportMonth = string;

/** A quantity in the item's smallest unit; `scale` smallest units make one printed `unit` (袋, 公斤). */
export interface Measure {
  readonly quantity: number;
  readonly scale: number;
  readonly unit: string;
}

export interface DocumentShop {
  readonly name: string;
  readonly districtName: string;
  /** 投诉举报电话, printed on every paper a recipient or donor takes home. */
  readonly reportPhone: string;
}

/** What every paper carries whatever its kind. */
export interface DocumentFrame {
  readonly shop: DocumentShop;
  /** A practice shop's papers carry 练习 across every page. */
  readonly practice: boolean;
  readonly printedAt: Instant;
  /** Display name of who prints. */
  readonly operator: string;
}

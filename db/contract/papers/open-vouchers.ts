// Papers around vouchers that are still open, the card of a household, and what goes with a carrier. Types only: no rules.
import type { VoucherState } from '../../domain/voucher-state.ts';
import type { Amount } from './counter.ts';
import type { BusinessDate, DocumentFrame, Instant } from './frame.ts';
import type { PackageLine } from './vouchers.ts';

// ---- 到期提醒 / 未领清单 ----

export interface OpenVoucher {
  readonly serial: string;
  /** Already masked, as is the phone. */
  readonly holderMasked: string;
  readonly phoneMasked: string | null;
  readonly category: string;
  /** 已发放(待交付), 有效, 部分使用. */
  readonly state: VoucherState;
  /** What is left on it; null = a package, named in `packageName`. */
  readonly balance: Amount | null;
  readonly packageName: string | null;
  readonly validTo: BusinessDate;
}

/** Vouchers not used up, by community; pdf and xlsx. */
export interface OpenVouchersModel extends DocumentFrame {
  readonly kind: 'open-vouchers';
  /** 到期提醒: those that end by `by`. 未领清单: all that are open. */
  readonly of: 'expiry-notice' | 'outstanding';
  /** Last day of validity listed; null = any. */
  readonly by: BusinessDate | null;
  /** null = all batches. */
  readonly batchName: string | null;
  readonly communities: readonly {
    /** null = no community on file. */
    readonly community: string | null;
    readonly vouchers: readonly OpenVoucher[];
  }[];
  readonly asOf: Instant;
  readonly reprint: number;
}

// ---- 领物卡 ----

export interface HouseholdCard {
  /** Already masked. */
  readonly headMasked: string;
  readonly householdNumber: string;
  /** Short text of the code, ASCII capitals and digits, at most 30 characters; no personal data. */
  readonly payload: string;
  /** Typed code without separators. */
  readonly code: string;
}

/** Cards of 85.6 × 54 mm, ten to an A4 page with cut marks. A card finds the household; it is worth nothing itself. */
export interface HouseholdCardModel extends DocumentFrame {
  readonly kind: 'household-card';
  readonly cards: readonly HouseholdCard[];
  readonly reprint: number;
}

// ---- 送货单 ----

export interface Delivery {
  readonly number: string;
  /** The redemption's slip. */
  readonly slipNo: string;
  /** As it shall stand on the paper: the carrier must find the door; the caller masks what is not needed. */
  readonly receiver: string;
  readonly phone: string | null;
  readonly address: string;
  readonly community: string | null;
  readonly on: BusinessDate | null;
  readonly carrier: string | null;
  readonly packedBy: string;
  readonly lines: readonly PackageLine[];
  /** Second floor, deaf, dog: what the carrier must know; null = nothing. */
  readonly note: string | null;
}

/** One A5 page a delivery, more when it is long. */
export interface DeliveryNoteModel extends DocumentFrame {
  readonly kind: 'delivery-note';
  readonly deliveries: readonly Delivery[];
  readonly reprint: number;
}

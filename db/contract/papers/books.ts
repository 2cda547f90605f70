// The books an inspector asks for: the register of numbers and the cash book. Types only.
import type { BusinessDate, DocumentFrame, Fen, Instant } from './frame.ts';
import type { ReportSignatures } from './reports.ts';

// ---- 票据/凭证使用登记 ----

/** One run of numbers: a kind of paper in a year. numbers = used + void + lost + missing. */
export interface NumberSeries {
  /** 捐赠接收凭证, 领物券, 核销小票. */
  readonly name: string;
  readonly year: number;
  /** null when none was given yet. */
  readonly from: string | null;
  readonly to: string | null;
  /** How many there are from `from` to `to`. */
  readonly numbers: number;
  /** Valid, those taken back by a red entry included. */
  readonly used: number;
  readonly void: number;
  /** Of those used: taken back by a red entry in a later month. */
  readonly red: number;
  /** Perhaps on paper already when the books were restored; never given again (ruling 26). */
  readonly lost: number;
  /** Numbers nobody can account for. Must be 0. */
  readonly missing: number;
  /** Which they are, one by one or as ranges in words. */
  readonly missingNumbers: readonly string[];
  /** Numbers that stand on more than one paper. Must be none. */
  readonly doubled: readonly string[];
}

export interface EndedNumber {
  readonly series: string;
  readonly number: string;
  readonly how: 'void' | 'red' | 'lost';
  readonly on: BusinessDate;
  readonly reason: string;
  /** The number written anew in its place; null = none. */
  readonly replacedBy: string | null;
  readonly operator: string;
}

export interface NumberRegisterModel extends DocumentFrame {
  readonly kind: 'number-register';
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly asOf: Instant;
  readonly series: readonly NumberSeries[];
  readonly ended: readonly EndedNumber[];
  readonly signatures: ReportSignatures;
  readonly reprint: number;
}

// ---- 资金日记账 ----

/** 捐款, 福彩公益金, 财政; 经营收入 is a book of its own (收支两条线). */
export type CashSource = 'donated' | 'lottery' | 'budget' | 'trading';

export interface CashBookRow {
  readonly day: BusinessDate;
  /** Number of the paper behind it. */
  readonly number: string;
  readonly summary: string;
  /** One of the two; a reversal is negative in the column of what it reverses. */
  readonly incomeFen: Fen | null;
  readonly spendingFen: Fen | null;
  /** After this row. */
  readonly balanceFen: Fen;
  /** 补录: the day it belongs to when that one's month was already closed. */
  readonly lateFor: BusinessDate | null;
}

export interface CashBookBlock {
  readonly source: CashSource;
  readonly openingFen: Fen;
  readonly rows: readonly CashBookRow[];
  readonly closingFen: Fen;
}

export interface CashBookModel extends DocumentFrame {
  readonly kind: 'cash-book';
  readonly from: BusinessDate;
  readonly to: BusinessDate;
  readonly asOf: Instant;
  /** At most one a source. A source without a block is not printed; trading has pages of its own and no sum with others. */
  readonly blocks: readonly CashBookBlock[];
  readonly signatures: ReportSignatures;
  readonly reprint: number;
}

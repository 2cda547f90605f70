// An institution's roster as the rows of a list: which vouchers can be taken today. Pure; the books have said why the others cannot.
import type { Output } from '../../db/contract/index.ts';

export type Residents = Output<'counter.institution'>['residents'];

/** One row a voucher; a resident without one has a row that cannot be chosen. */
export interface Row {
  readonly resident: Residents[number];
  readonly voucher: Residents[number]['vouchers'][number] | null;
}
export const rowsOf = (residents: Residents): readonly Row[] =>
  residents.flatMap((resident): Row[] =>
    resident.vouchers.length === 0
      ? [{ resident, voucher: null }]
      : resident.vouchers.map((voucher) => ({ resident, voucher })),
  );
export const isOpen = ({ voucher }: Row): boolean => voucher !== null && voucher.stop === null;

// Words of the packages screens, English.
import type { SameKeys } from '../same-keys.ts';
import type { packages as source } from '../zh-CN/packages.ts';

export const packages = {
  title: 'Packages',
  make: 'New package',
  empty: 'No package yet; F4 makes one',
  showEnded: 'Show ended ones too',
  list: {
    name: 'Package',
    lines: 'Contents',
    worth: 'At list price',
    canGive: 'Can be given today',
    canMakeUp: 'From all stock',
    batches: 'In batches',
    ended: 'ended',
  },
  form: {
    make: 'New package',
    change: 'Change the package',
    name: 'Name of the package',
    nameHint: 'Printed on the voucher, such as: New Year grain and oil',
    note: 'Note',
    noteHint: 'May stay empty',
    goods: 'Contents',
    noLines: 'Add at least one kind of goods: scan it, or type name, pinyin or code',
    pick: 'Add goods',
    remove: 'Take {{name}} out',
    worth: 'At list prices of today',
    save: 'Save',
    promised:
      'Batches: {{n}} promise this package: vouchers already issued keep the old contents, the change is for later batches.',
  },
  end: {
    title: 'End this package',
    verb: 'End',
    stays: 'Vouchers already issued are still served; later batches cannot choose it.',
  },
  keys: { pick: 'Add goods' },
} satisfies SameKeys<typeof source>;

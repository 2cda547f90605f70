// Words of the shared import screen, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { importing as source } from '../zh-CN/importing.ts';

export const importing = {
  choose: 'Choose a sheet',
  chooseAgain: 'Choose another file',
  formats: '.xlsx, .xls or .csv. It is previewed first; nothing is kept until you confirm.',
  reading: 'Reading and checking…',
  entering: 'Entering…',
  file: 'File: {{name}} (sheet {{sheet}}, headings in row {{headingRow}})',
  counts: {
    dataRows: 'Data rows',
    good: 'Can be imported',
    refused: 'Refused',
    warned: 'With a warning',
    alreadyHere: 'Imported before',
  },
  leftOut: 'Columns this program does not keep: {{columns}}',
  refusedTitle: 'Refused rows (save them as a sheet, mend them and import again)',
  warnedTitle: 'Rows with a warning (they will be imported)',
  row: 'Row',
  field: 'Column',
  why: 'Why',
  next: 'What to do',
  saveRefused: 'Save the refused rows',
  confirm: 'Import {{count}} rows',
  confirmTitle: 'Confirm the import',
  nothingGood: 'No row can be imported. Mend the sheet by the reasons below and choose it again.',
  done: '{{count}} rows imported',
  again: 'Import another file',
} satisfies SameKeys<typeof source>;

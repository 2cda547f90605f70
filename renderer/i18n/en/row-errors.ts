// Words for what is wrong with a sheet, a row or a field of a person, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { rowErrors as source } from '../zh-CN/row-errors.ts';

export const rowErrors = {
  'sheet-not-a-sheet': {
    title: 'This is not a sheet',
    detail: '',
    next: 'Choose an .xlsx, .xls or .csv file.',
  },
  'sheet-bomb': {
    title: 'This file unpacks to an abnormal size and was not opened',
    detail: '',
    next: 'Do not use files of unknown origin.',
  },
  'sheet-too-large': {
    title: 'The sheet is too large',
    detail: 'At most {{rows}} rows, {{columns}} columns',
    next: 'Import it in parts.',
  },
  'sheet-encrypted': {
    title: 'The sheet has a password',
    detail: '',
    next: 'Remove the password in the spreadsheet program first.',
  },
  'sheet-encoding': {
    title: 'The text encoding is not recognised',
    detail: '',
    next: 'Save it as .xlsx and import that.',
  },
  'sheet-damaged': {
    title: 'The sheet is damaged',
    detail: '',
    next: 'Get the file again, or save a copy and import that.',
  },
  'sheet-empty': { title: 'The sheet has no data', detail: '', next: 'Check that it is the right file.' },
  'sheet-headings-missing': {
    title: 'The headings needed were not found',
    detail: 'Missing columns: {{missing}}',
    next: 'Check the headings, or choose the right sheet.',
  },
  'preview-gone': {
    title: 'The preview is no longer valid',
    detail: 'Nothing was kept.',
    next: 'Choose the file again.',
  },
  'import-books-changed': {
    title: 'Somebody changed households during the import; all of it was taken back',
    detail: 'Nothing was kept.',
    next: 'Press import once more.',
  },
  'import-nothing-to-do': {
    title: 'There is no row to import',
    detail: '',
    next: 'Rows already here and refused rows are not imported.',
  },
  'row-category-unknown': {
    title: 'Unknown category',
    detail: 'Found: {{found}}',
    next: 'Use a category name of this program.',
  },
  'row-category-missing': { title: 'No category', detail: '', next: 'Fill in the category.' },
  'row-date-unreadable': {
    title: 'The date cannot be read',
    detail: 'Found: {{found}}',
    next: 'Write it like 2026-05-04.',
  },
  'row-date-two-digit-year': {
    title: 'The year has two digits only',
    detail: 'It says: {{found}}',
    next: 'Write four digits, like 2026-05-04.',
  },
  'row-disability-unreadable': {
    title: 'The disability certificate cannot be read',
    detail: '',
    next: 'It has 20 characters: the identity number, the kind (1–7) and the grade (1–4). Check the original.',
  },
  'row-disability-other-person': {
    title: 'The disability certificate is somebody else’s',
    detail: 'Its first 18 characters are not this person’s identity number',
    next: 'Check the original and correct one of the two.',
  },
  'row-amount-unreadable': {
    title: 'The amount cannot be read',
    detail: 'Found: {{found}}',
    next: 'Write it like 12.50, at most two decimals.',
  },
  'row-quantity-unreadable': {
    title: 'The quantity cannot be read',
    detail: 'Found: {{found}}',
    next: 'Digits only.',
  },
  'row-quantity-missing': { title: 'No quantity', detail: '', next: 'Fill in the quantity.' },
  'row-quantity-fraction': {
    title: 'The quantity cannot have this fraction',
    detail: 'Found: {{found}}',
    next: 'Use a whole number, or a smaller unit.',
  },
  'row-unit-unknown': {
    title: 'Unknown unit',
    detail: 'Found: {{found}}',
    next: 'Use a unit of the catalogue.',
  },
  'row-unit-mismatch': {
    title: 'The unit differs from the catalogue',
    detail: 'Sheet: {{found}}\nCatalogue: {{expected}}',
    next: 'Change quantity and unit to those of the catalogue.',
  },
  'row-item-unknown': {
    title: 'This item is not in the catalogue',
    detail: 'Found: {{found}}',
    next: 'Add it to the catalogue first.',
  },
  'row-item-missing': { title: 'No item', detail: '', next: 'Fill in the item.' },
  'row-way-unknown': {
    title: 'Unknown way of giving',
    detail: 'Found: {{found}}',
    next: 'Write cash, transfer or goods.',
  },
  'row-donor-missing': { title: 'No donor', detail: '', next: 'Fill it in, or write anonymous.' },
  'row-household-missing': {
    title: 'No household',
    detail: '',
    next: 'Fill in the household number or the identity number of its head.',
  },
  'row-household-mixed': {
    title: 'The rows of this household contradict each other',
    detail: '',
    next: 'Check its category and address.',
  },
  'row-text-too-long': {
    title: 'The text is too long',
    detail: 'At most {{most}} characters',
    next: 'Shorten it.',
  },
  'row-already-imported': {
    title: 'This row was imported before',
    detail: '',
    next: 'It is not entered twice.',
  },
  'row-code-duplicate': {
    title: 'The code stands twice in the sheet',
    detail: 'See also row {{otherRow}}',
    next: 'Use different codes.',
  },
  'row-barcode-bad': {
    title: 'The barcode is wrong',
    detail: 'Found: {{found}}',
    next: 'Check the digits on the pack.',
  },
  'row-pack-bad': {
    title: 'The packing unit cannot be read',
    detail: 'Found: {{found}}',
    next: 'Write how many units are in one, for example 袋=50; it must differ from the unit itself.',
  },
  'row-barcode-duplicate': {
    title: 'The barcode stands twice',
    detail: 'Found: {{found}}',
    next: 'A barcode belongs to one item only.',
  },
  'row-expiry-before-production': {
    title: 'The expiry date lies before the production date',
    detail: '',
    next: 'Check the dates on the pack.',
  },
  'row-day-in-future': { title: 'The date lies ahead', detail: 'Found: {{found}}', next: 'Check the date.' },
  'row-purpose-unknown': {
    title: 'Unknown purpose',
    detail: 'Found: {{found}}',
    next: 'Use a category of this program, or write it as a note.',
  },
  'row-grade-unknown': {
    title: 'The condition is not known here',
    detail: 'Found: {{found}}',
    next: 'Write 九成新, 七成新 or 五成新; leave it empty for new goods.',
  },
  'row-relation-unknown': {
    title: 'Unknown relation to the head',
    detail: 'Found: {{found}}',
    next: 'Write head, spouse, son, daughter, father, mother and so on.',
  },
  'warn-review-overdue': {
    title: 'The review date is past',
    detail: 'Due on {{reviewDay}}',
    next: 'It is imported; please arrange the review.',
  },
  'warn-id-converted': {
    title: 'An old 15-digit number was turned into 18 digits',
    detail: '',
    next: 'Check the new card.',
  },
  'warn-id-prefix-unknown': {
    title: 'Unknown area code in the identity number',
    detail: '',
    next: 'It is imported; check the original.',
  },
  'warn-name-mended': { title: 'A dot or space in the name was mended', detail: '', next: 'Please check.' },
  'warn-expired': {
    title: 'Already expired',
    detail: 'Expired {{expiryDay}}',
    next: 'It is entered but cannot be given out, only written off.',
  },
  'warn-no-price': { title: 'No price', detail: '', next: 'It is entered without a value.' },
  'warn-division-unreadable': {
    title: 'The division code cannot be read and is not kept',
    detail: 'It says: {{found}}',
    next: 'It has 12 digits; it can be entered in the household’s file later.',
  },
  'warn-care-unknown': {
    title: 'Unknown care situation',
    detail: 'Found: {{found}}',
    next: 'It is imported without this entry.',
  },
  'warn-purpose-free-text': {
    title: 'The purpose is free text',
    detail: 'Found: {{found}}',
    next: 'It is kept as written and not enforced by itself.',
  },
  'warn-sex-contradicts-id': {
    title: 'Sex and identity number disagree',
    detail: '',
    next: 'It is imported; check the original.',
  },
  'warn-age-unlikely': {
    title: 'This age is unlikely',
    detail: '',
    next: 'It is imported; check the birth date.',
  },
  'warn-differs-from-books': {
    title: 'It differs from what is already here',
    detail: 'Sheet: {{found}}\nHere: {{expected}}',
    next: 'What is here is not changed; please check.',
  },
} satisfies SameKeys<typeof source>;

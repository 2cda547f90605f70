// Words for what packages and batches of vouchers say no to, English.
import type { SameKeys } from '../same-keys.ts';
import type { batchErrors as source } from '../zh-CN/batch-errors.ts';

export const batchErrors = {
  'batch-validity-reversed': {
    title: 'The validity ends before it begins',
    detail: 'From {{validFromDay}} to {{validToDay}}',
    next: 'Let it end on or after the first day.',
  },
  'batch-already-issued': {
    title: 'This batch is already issued',
    detail: 'Batch: {{name}}\nIssued: {{issuedAt}}',
    next: 'See the list of batches; what is issued is neither approved again nor deleted.',
  },
  'batch-nobody': {
    title: 'No household would receive anything',
    detail: '',
    next: 'Check categories and communities, or import and review the roster first.',
  },
  'batch-changed-since-preview': {
    title: 'The roster changed since the preview',
    detail: 'In the preview: {{expected}} households\nNow: {{found}} households',
    next: 'Look at the new preview, then issue.',
  },
  'batch-category-none': {
    title: 'The table has no such category',
    detail: 'Category: {{category}}',
    next: 'Choose the categories anew.',
  },
  'batch-over': {
    title: 'The validity is already over',
    detail: 'Ends: {{validToDay}}',
    next: 'Use today or a later day.',
  },
  'batch-community-none': {
    title: 'The roster has no such community',
    detail: 'Community: {{community}}',
    next: 'Choose from the list; choose none for all of them.',
  },
  'batch-face-missing': {
    title: 'The face value is missing',
    detail: '',
    next: 'Enter the amount or points of one voucher, more than zero.',
  },
  'batch-kind-mixed': {
    title: 'Money, points and packages do not mix in one batch',
    detail: '',
    next: 'Enter the face of this kind alone; make a batch of each kind.',
  },
  'batch-package-missing': {
    title: 'No package is chosen, or it has ended',
    detail: '',
    next: 'Choose a package in use.',
  },
  'batch-package-unpriced': {
    title: 'The package holds goods without a list price',
    detail: 'Goods: {{items}}',
    next: 'Enter their list price first: the face of the voucher is their sum.',
  },
  'batch-package-by-size': {
    title: 'A package has no face by household size',
    detail: '',
    next: 'Choose one a household or one a person.',
  },
  'batch-package-in-parts': {
    title: 'A package is taken whole, not in parts',
    detail: '',
    next: 'Switch off use in parts.',
  },
  'batch-sizes-missing': {
    title: 'The table of household sizes is empty',
    detail: '',
    next: 'Enter at least one line, from 1 person on.',
  },
  'batch-sizes-from-one': {
    title: 'The first line must begin at 1 person',
    detail: 'It begins at {{members}}',
    next: 'Begin at 1, or small households would have no face.',
  },
  'batch-sizes-not-rising': {
    title: 'The table of sizes does not rise',
    detail: 'Line {{line}}',
    next: 'Go from few to many people; more people never receive less.',
  },
  'batch-size-one-each': {
    title: 'By household size each household receives one',
    detail: '',
    next: 'Choose the highest category only.',
  },
  'batch-receivers-left': {
    title: 'Since it was prepared, households lost or changed their right',
    detail: 'Households: {{households}}\nNumbers: {{numbers}}',
    next: 'Nothing was issued. Delete this draft and prepare it anew.',
  },
  'batch-list-twice': {
    title: 'There is a batch with the same list already',
    detail: 'Batch: {{name}}\nValid: {{validFromDay}} to {{validToDay}}',
    next: 'Nothing was issued twice. If it is meant, tick that the same list receives again.',
  },
  'batch-not-approved': {
    title: 'This batch is not approved, so nothing is printed',
    detail: 'Batch: {{name}}',
    next: 'Let somebody else approve it first; a draft must not look like a voucher.',
  },
  'batch-same-person': {
    title: 'Who prepared it may not approve it',
    detail: '',
    next: 'Another manager or the bureau signs in and approves.',
  },
  'batch-needs-second': {
    title: 'Issuing needs a second person',
    detail: '',
    next: 'Another manager or the bureau enters their password here, or prepare it and let them approve.',
  },
  'batch-totals-differ': {
    title: 'The totals differ, nothing was issued',
    detail:
      'Entered: {{expectedPieces}} vouchers, in the batch: {{pieces}}\nEntered amount: {{expectedFaceFen}}, in the batch: {{faceFen}}\nEntered points: {{expectedPoints}}, in the batch: {{points}}',
    next: 'Compare with the paper that was approved and enter them again.',
  },
  'package-name-taken': {
    title: 'There is a package of this name',
    detail: 'Package: {{name}}',
    next: 'Use another name, or change that package.',
  },
  'package-ended': {
    title: 'This package has ended',
    detail: 'Package: {{name}}\nEnded: {{endedAt}}',
    next: 'Look at the list again and use one that is in use.',
  },
  'package-item-twice': {
    title: 'The same goods stand on two lines',
    detail: 'Line {{line}}',
    next: 'Make them one line with the whole quantity.',
  },
  'package-same': {
    title: 'Nothing of the package was changed',
    detail: 'Package: {{name}}',
    next: 'Nothing was saved. Change goods or quantities first.',
  },
} satisfies SameKeys<typeof source>;

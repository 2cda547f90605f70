// Classes of personal data and who sees them how, as data (domain.md §6): shown to whoever asks, checked by tests against what the masks
// and papers do. Decides nothing by itself.

/** Places where something of a person may be seen. */
export const FIELD_PLACES = ['public', 'counter', 'list', 'roster', 'whole'] as const;
/**
 * - `public`: 公示, on the wall
 * - `counter`: the screen at the till
 * - `list`: lists and files on the screens of manager and bureau
 * - `roster`: a roster taken out masked
 * - `whole`: shown or taken out whole, for a reason that the log keeps
 */
export type FieldPlace = (typeof FIELD_PLACES)[number];

/** How much of it is seen there. `count`: only how many, no row. */
export const FIELD_SHOWN = [
  'never',
  'count',
  'masked',
  'tail',
  'year',
  'street',
  'community',
  'setting',
  'full',
] as const;
export type FieldShown = (typeof FIELD_SHOWN)[number];

export interface FieldClass {
  readonly field: string;
  /** 敏感个人信息 (PIPL art. 28). */
  readonly sensitive: boolean;
  readonly shown: Readonly<Record<FieldPlace, FieldShown>>;
}

const everywhere = (shown: FieldShown): FieldClass['shown'] => ({
  public: shown,
  counter: shown,
  list: shown,
  roster: shown,
  whole: shown,
});

export const FIELD_CLASSES = [
  {
    field: 'name',
    sensitive: false,
    // Full only where the law requires the list.
    shown: { public: 'setting', counter: 'masked', list: 'masked', roster: 'masked', whole: 'full' },
  },
  {
    field: 'identityNumber',
    sensitive: true,
    shown: { public: 'masked', counter: 'tail', list: 'masked', roster: 'masked', whole: 'full' },
  },
  {
    field: 'otherDocument',
    sensitive: true,
    shown: { public: 'never', counter: 'never', list: 'never', roster: 'never', whole: 'full' },
  },
  {
    field: 'phone',
    sensitive: false,
    shown: { public: 'never', counter: 'never', list: 'masked', roster: 'masked', whole: 'full' },
  },
  {
    field: 'address',
    sensitive: false,
    shown: { public: 'street', counter: 'community', list: 'community', roster: 'street', whole: 'full' },
  },
  {
    field: 'birthDay',
    sensitive: false,
    shown: { public: 'never', counter: 'never', list: 'year', roster: 'never', whole: 'full' },
  },
  {
    field: 'category',
    sensitive: true,
    shown: everywhere('full'),
  },
  {
    // Under 18, and 孤儿, 事实无人抚养儿童, 困境儿童 at any age: the whole row.
    field: 'protectedPerson',
    sensitive: true,
    shown: { public: 'count', counter: 'masked', list: 'masked', roster: 'masked', whole: 'full' },
  },
  {
    // 残疾人证, 分类施保: what a benefit needs of somebody's health, and no more.
    field: 'health',
    sensitive: true,
    shown: { public: 'never', counter: 'never', list: 'never', roster: 'never', whole: 'full' },
  },
  {
    field: 'guardian',
    sensitive: true,
    shown: { public: 'never', counter: 'never', list: 'never', roster: 'never', whole: 'full' },
  },
  // Dropped when a sheet is read; there is no field for them in the books.
  { field: 'bankAccount', sensitive: true, shown: everywhere('never') },
  { field: 'illness', sensitive: true, shown: everywhere('never') },
] as const satisfies readonly FieldClass[];

export type FieldName = (typeof FIELD_CLASSES)[number]['field'];

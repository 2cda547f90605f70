// Who may do what. Verbs, not screens: the same table feeds the check before every act and the permission screen.

export const roles = ['volunteer', 'manager', 'bureau'] as const;
export type Role = (typeof roles)[number];

/** `public` needs no sign-in, `signed-in` any role; every other verb is granted per role below. */
export const permissions = [
  'public',
  'signed-in',
  'goods.view',
  'goods.manage',
  'stock.move',
  'stock.count',
  'stock.approve',
  'donations.view',
  'donations.record',
  'donors.manage',
  'purchases.view',
  'purchases.record',
  'cash.view',
  'cash.record',
  'people.view',
  'people.manage',
  'people.reveal',
  'people.export',
  'people.erase',
  'eligibility.manage',
  'proxies.manage',
  'fairness.view',
  'fairness.manage',
  'vouchers.view',
  'vouchers.issue',
  'vouchers.void',
  'counter.redeem',
  'counter.reverse',
  'limits.manage',
  'limits.override',
  'points.manage',
  'reports.view',
  'reports.print',
  'reports.close',
  'staff.manage',
  'shop.manage',
  'audit.view',
  'backup.make',
] as const;
export type Permission = (typeof permissions)[number];

const volunteer: readonly Permission[] = [
  'public',
  'signed-in',
  'goods.view',
  'stock.count',
  'counter.redeem',
  'vouchers.view',
];

const manager: readonly Permission[] = [
  ...volunteer,
  'goods.manage',
  'stock.move',
  'stock.approve',
  'donations.view',
  'donations.record',
  'donors.manage',
  'purchases.view',
  'purchases.record',
  'cash.view',
  'cash.record',
  'people.view',
  'people.manage',
  'people.reveal',
  'people.export',
  'eligibility.manage',
  'proxies.manage',
  'fairness.view',
  'fairness.manage',
  'vouchers.issue',
  'vouchers.void',
  'counter.reverse',
  'limits.manage',
  'limits.override',
  'points.manage',
  'reports.view',
  'reports.print',
  'reports.close',
  'staff.manage',
  'shop.manage',
  'audit.view',
  'backup.make',
];

// The bureau supervises: it sees and prints everything and may void, but it does not stand at the counter or receive gifts.
const bureau: readonly Permission[] = [
  'public',
  'signed-in',
  'goods.view',
  // The second signature under losses and stocktakes.
  'stock.count',
  'stock.approve',
  'donations.view',
  'purchases.view',
  'cash.view',
  'people.view',
  'people.manage',
  'people.reveal',
  'people.export',
  // What was erased cannot be given back: the supervising office decides.
  'people.erase',
  'eligibility.manage',
  'fairness.view',
  'fairness.manage',
  'vouchers.view',
  'vouchers.issue',
  'vouchers.void',
  'limits.manage',
  // Says yes, under the volunteer's act, to more than a rule allows.
  'limits.override',
  'reports.view',
  'reports.print',
  'reports.close',
  'staff.manage',
  'audit.view',
  'backup.make',
];

const granted: Readonly<Record<Role, ReadonlySet<Permission>>> = {
  volunteer: new Set(volunteer),
  manager: new Set(manager),
  bureau: new Set(bureau),
};

/** True when the role (or nobody, for `null`) may use the verb. */
export const may = (role: Role | null, verb: Permission): boolean =>
  role === null ? verb === 'public' : granted[role].has(verb);

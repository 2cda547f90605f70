// Words of the audit log, English; a missing or extra key does not compile.
import type { SameKeys } from '../same-keys.ts';
import type { audit as source } from '../zh-CN/audit.ts';

export const audit = {
  title: 'Audit log',
  at: 'Time',
  actor: 'By',
  role: 'Post',
  act: 'Act',
  object: 'Object',
  result: 'Result',
  done: 'done',
  refused: 'refused: {{why}}',
  system: 'program',
  verify: 'Check the chain',
  verifying: 'Checking…',
  intact: 'The log is intact: {{rows}} rows, end of chain {{head}}',
  broken: 'The log does not fit from row {{row}} on and may have been altered. Stop using it and call the civil affairs office.',
  objects: {
    staff: 'person {{id}}', shop: 'shop', redemption: 'redemption {{id}}', voucher: 'voucher {{id}}', batch: 'batch {{id}}', donation: 'gift {{id}}',
    household: 'household {{id}}', item: 'item {{id}}', import: 'import {{id}}', other: '{{id}}',
  },
  acts: {
    shop_setUp: 'Shop set up', shop_change: 'Settings changed', shop_recoverySheet: 'Recovery sheet printed', shop_heartbeat: 'Time noted',
    staff_signIn: 'Signed in', staff_signOut: 'Signed out', staff_lock: 'Locked', staff_unlock: 'Unlocked', staff_add: 'Person added', staff_setActive: 'Person (de)activated', staff_changePassword: 'Password changed',
    goods_confirmImport: 'Catalogue imported', goods_refusedRows: 'Refused goods rows saved', goods_add: 'Item added',
    donations_record: 'Gift recorded', donations_confirmImport: 'Gifts imported', donations_refusedRows: 'Refused gift rows saved', donations_printReceipt: 'Receipt printed',
    people_confirmImport: 'Roster imported', people_refusedRows: 'Refused roster rows saved', people_reveal: 'Full data seen', people_endEligibility: 'Eligibility ended',
    vouchers_issueBatch: 'Vouchers issued', vouchers_void: 'Voucher voided', vouchers_printSheet: 'Vouchers printed', vouchers_signOffList: 'Sign-off list printed',
    counter_scan: 'Voucher scanned', counter_redeem: 'Redeemed', counter_printSlip: 'Slip printed', counter_reverse: 'Redemption reversed',
    reports_print: 'Report printed', backup_make: 'Backed up', other: 'other',
  },
} satisfies SameKeys<typeof source>;

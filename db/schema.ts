// The tables as types for Kysely. Must say what db/migrations say; a test compares both.
import type {
  KinshipTable,
  SpotCheckTable,
  SpotCheckLineTable,
  CheckDecisionTable,
  ComplaintTable,
  ComplaintStepTable,
  ComplaintEndTable,
  LensSeenTable,
} from './schema/fairness.ts';
import type {
  DonorTable,
  DonationTable,
  DonationLineTable,
  DonationRefusedTable,
  DonationEndTable,
  OfficialReceiptTable,
  DesignationChangeTable,
  DonationPhotoTable,
  PurchaseTable,
  PurchaseLineTable,
  FundingTable,
  CashPostingTable,
} from './schema/gifts.ts';
import type {
  PlaceTable,
  GoodsCategoryTable,
  ItemTable,
  ItemPackTable,
  ItemBarcodeTable,
} from './schema/goods.ts';
import type {
  CategoryTable,
  CategoryNameTable,
  RosterRunTable,
  ImportLayoutTable,
  HouseholdPhoneTable,
  HouseholdTable,
  DoorTable,
  NameBearerTable,
  NameWordTable,
  PersonTable,
  CoverTable,
  HouseholdEventTable,
  NotSameTable,
  ConsentTable,
  ErasureTable,
} from './schema/people.ts';
import type { InstitutionTable, ProxyTable, PickupTable, InstitutionPickupTable } from './schema/proxies.ts';
import type {
  ShopTable,
  SigningKeyTable,
  StaffTable,
  CommandTable,
  AuditTable,
  NumberSeriesTable,
  ImportRowTable,
  BackupTable,
  PaperPrintTable,
  MonthCloseTable,
} from './schema/shop.ts';
import type {
  LotTable,
  LotStockTable,
  LotHoldTable,
  StockPostingTable,
  TransferTable,
  PaperReversalTable,
  LossTable,
  LossLineTable,
  StocktakeTable,
  StocktakeLineTable,
  StocktakeEntryTable,
} from './schema/stock.ts';
import type {
  DeliveryTable,
  HeldBasketTable,
  HouseholdCardTable,
  LimitOverrideTable,
  LimitRuleTable,
  RedemptionLineTable,
  RedemptionTable,
  RedemptionVoucherTable,
  ShiftTable,
  SignatureTable,
} from './schema/counter.ts';
import type {
  PointExchangeLineTable,
  PointExchangeTable,
  PointPostingTable,
  VolunteerTable,
} from './schema/points.ts';
import type {
  BatchTable,
  PackageLineTable,
  PackageTable,
  VoucherPostingTable,
  VoucherTable,
} from './schema/vouchers.ts';

export type { Entry } from './schema/counter.ts';
export type { CheckResult } from './schema/fairness.ts';
export type { DonorKind, MoneySource } from './schema/gifts.ts';
export type { DocumentKind, HouseholdEventKind, LeftWhy } from './schema/people.ts';
export type { ProxyDocumentKind } from './schema/proxies.ts';
export type { Grade, StockClass, StockKind } from './schema/stock.ts';
export type { VoucherPostingKind } from './schema/vouchers.ts';

export interface Schema {
  shop: ShopTable;
  signing_key: SigningKeyTable;
  staff: StaffTable;
  command: CommandTable;
  audit: AuditTable;
  number_series: NumberSeriesTable;
  import_row: ImportRowTable;
  backup: BackupTable;
  paper_print: PaperPrintTable;
  month_close: MonthCloseTable;
  category: CategoryTable;
  category_name: CategoryNameTable;
  roster_run: RosterRunTable;
  import_layout: ImportLayoutTable;
  household: HouseholdTable;
  /** View: without the households of an import that is still entering. */
  household_here: HouseholdTable;
  household_phone: HouseholdPhoneTable;
  person: PersonTable;
  name_word: NameWordTable;
  name_bearer: NameBearerTable;
  door: DoorTable;
  cover: CoverTable;
  household_event: HouseholdEventTable;
  not_same: NotSameTable;
  consent: ConsentTable;
  erasure: ErasureTable;
  institution: InstitutionTable;
  proxy: ProxyTable;
  pickup: PickupTable;
  institution_pickup: InstitutionPickupTable;
  kinship: KinshipTable;
  spot_check: SpotCheckTable;
  spot_check_line: SpotCheckLineTable;
  check_decision: CheckDecisionTable;
  complaint: ComplaintTable;
  complaint_step: ComplaintStepTable;
  complaint_end: ComplaintEndTable;
  lens_seen: LensSeenTable;
  place: PlaceTable;
  goods_category: GoodsCategoryTable;
  item: ItemTable;
  item_pack: ItemPackTable;
  item_barcode: ItemBarcodeTable;
  donor: DonorTable;
  donation: DonationTable;
  donation_line: DonationLineTable;
  donation_refused: DonationRefusedTable;
  donation_end: DonationEndTable;
  official_receipt: OfficialReceiptTable;
  designation_change: DesignationChangeTable;
  donation_photo: DonationPhotoTable;
  purchase: PurchaseTable;
  purchase_line: PurchaseLineTable;
  funding: FundingTable;
  cash_posting: CashPostingTable;
  lot: LotTable;
  lot_stock: LotStockTable;
  lot_hold: LotHoldTable;
  stock_posting: StockPostingTable;
  transfer: TransferTable;
  paper_reversal: PaperReversalTable;
  loss: LossTable;
  loss_line: LossLineTable;
  stocktake: StocktakeTable;
  stocktake_line: StocktakeLineTable;
  stocktake_entry: StocktakeEntryTable;
  package: PackageTable;
  package_line: PackageLineTable;
  batch: BatchTable;
  voucher: VoucherTable;
  voucher_posting: VoucherPostingTable;
  redemption: RedemptionTable;
  redemption_voucher: RedemptionVoucherTable;
  redemption_line: RedemptionLineTable;
  shift: ShiftTable;
  held_basket: HeldBasketTable;
  signature: SignatureTable;
  delivery: DeliveryTable;
  household_card: HouseholdCardTable;
  limit_rule: LimitRuleTable;
  limit_override: LimitOverrideTable;
  volunteer: VolunteerTable;
  point_exchange: PointExchangeTable;
  point_exchange_line: PointExchangeLineTable;
  point_posting: PointPostingTable;
}

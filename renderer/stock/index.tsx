// The store room: its sections 批次, 调拨, 台账 and 地点, read from disk together when the first of them is entered.
export { StockCard } from './card.tsx';
export { Lots } from './lots.tsx';
export { Places } from './places.tsx';
export { Transfers } from './transfers.tsx';

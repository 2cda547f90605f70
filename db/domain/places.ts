// Places of the shop that every part must know.

/** The shop floor (门店): the counter hands out from here alone, gifts come in here unless another place is named. */
export const SHOP_FLOOR = 1;

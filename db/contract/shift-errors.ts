// What is said no to around shifts (当班), signatures and deliveries (送货上门).
export const shiftRefusals = [
  'shift-open',
  'shift-ended',
  'shift-elsewhere',
  'shift-not-own',
  'shift-same-person',
  'shift-difference',
  'reverse-shift-ended',
] as const;
export const signatureRefusals = [
  'signature-off',
  'signature-given',
  'signature-late',
  'signature-empty',
] as const;
export const deliveryRefusals = ['delivery-address-missing', 'delivery-ended', 'delivery-day'] as const;

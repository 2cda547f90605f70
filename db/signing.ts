// The signature of a voucher's QR: Ed25519 over its body. Keys come from the signing_key table and go nowhere else. The
// signature only refuses strangers; the voucher's row decides (reliability.md §5.3).
import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { packVoucherBody, voucherQrText, type VoucherBody } from './domain/voucher-code.ts';

/** Signs QR texts with one shop key (PKCS#8). The same voucher always gets the same text. */
export const voucherSigner = (privateKey: Uint8Array): ((body: VoucherBody) => string) => {
  const key = createPrivateKey({ key: Buffer.from(privateKey), format: 'der', type: 'pkcs8' });
  return (body) => {
    const signed = packVoucherBody(body);
    return voucherQrText(signed, sign(null, signed, key));
  };
};

/** True when the signature was made with the private half of this public key (SPKI). */
export const signatureFits = (publicKey: Uint8Array, signed: Uint8Array, signature: Uint8Array): boolean =>
  verify(
    null,
    signed,
    createPublicKey({ key: Buffer.from(publicKey), format: 'der', type: 'spki' }),
    signature,
  );

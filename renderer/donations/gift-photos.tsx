// Pictures of a gift: chosen on this PC, scaled down before they leave the window, shown small; a click or Enter shows one large.
import { Button, Modal } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAct, useCommand } from '../api/index.ts';
import { useSession } from '../app/session.tsx';
import { Failed, useKeys } from '../ui/index.ts';
import { pictureAddress, smallPhoto } from './photo-size.ts';
import type { Gift } from './read-gift.tsx';

export const GiftPhotos = ({ gift }: { readonly gift: Gift }) => {
  const { t } = useTranslation('donations');
  const { may } = useSession();
  const add = useCommand('donations.addPhoto');
  const input = useRef<HTMLInputElement>(null);
  const [large, setLarge] = useState<number | null>(null);
  const mayAdd = may('donations.record');
  const choose = (): void => input.current?.click();
  useKeys(mayAdd ? { F4: choose } : {});
  const take = async (file: File | undefined): Promise<void> => {
    if (file) await add.run({ donationId: gift.id, bytes: await smallPhoto(file) });
    // The same file may be chosen again.
    if (input.current) input.current.value = '';
  };
  if (gift.photos.length === 0 && !mayAdd) return null;
  return (
    <section className="office-section" aria-label={t('photos.title')}>
      <h2>{t('photos.title')}</h2>
      {gift.photos.length === 0 && <p className="secondary">{t('photos.none')}</p>}
      <ul className="gift-photos">
        {gift.photos.map((photoId, at) => (
          <li key={photoId}>
            <button
              type="button"
              data-testid="gift-photo"
              aria-label={t('photos.open', { n: at + 1 })}
              onClick={() => setLarge(photoId)}
            >
              <Photo photoId={photoId} name={t('photos.nth', { n: at + 1 })} />
            </button>
          </li>
        ))}
      </ul>
      {mayAdd && (
        <>
          <input
            ref={input}
            type="file"
            hidden
            accept="image/jpeg,image/png"
            data-testid="gift-photo-file"
            aria-label={t('photos.add')}
            onChange={({ target }) => void take(target.files?.[0])}
          />
          <Button data-testid="gift-photo-add" loading={add.pending} onClick={choose}>
            {t('photos.add')} F4
          </Button>
        </>
      )}
      <Failed failure={add.failure} />
      <Modal
        open={large !== null}
        width="80vw"
        footer={null}
        title={t('photos.title')}
        onCancel={() => setLarge(null)}
        destroyOnHidden
      >
        {large !== null && <Photo photoId={large} name={t('photos.title')} />}
      </Modal>
    </section>
  );
};

const Photo = ({ photoId, name }: { readonly photoId: number; readonly name: string }) => {
  const { data, failure } = useAct('donations.photo', { photoId });
  const [address, setAddress] = useState('');
  useEffect(() => {
    let here = true;
    if (data) void pictureAddress(data.mime, data.bytes).then((made) => here && setAddress(made));
    return () => void (here = false);
  }, [data]);
  if (failure) return <Failed failure={failure} />;
  return address === '' ? null : <img src={address} alt={name} />;
};

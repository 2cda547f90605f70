// A picture chosen on this PC, made small enough for the books before it leaves the window: the longer side at most 1600 px, as JPEG.
// What cannot be drawn here goes as it is, what cannot even be read goes empty; the books say what is wrong with it.

const longestSide = 1600;
/** Small pictures stay as they are. */
const smallBytes = 600_000;
const quality = 0.82;

/** Width and height within the limit, in the same proportion; never enlarged. */
export const fitWithin = (
  width: number,
  height: number,
  most: number = longestSide,
): { readonly width: number; readonly height: number } => {
  const by = Math.min(1, most / Math.max(width, height, 1));
  return { width: Math.max(1, Math.round(width * by)), height: Math.max(1, Math.round(height * by)) };
};

const bytesOf = (file: Blob): Promise<Uint8Array> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(new Uint8Array(reader.result as ArrayBuffer));
    reader.onerror = () => reject(reader.error ?? new Error('the file cannot be read'));
    reader.readAsArrayBuffer(file);
  });

const draw = (picture: ImageBitmap): Promise<Blob | null> => {
  const { width, height } = fitWithin(picture.width, picture.height);
  const canvas = document.createElement('canvas');
  canvas.width = width;
  canvas.height = height;
  canvas.getContext('2d')?.drawImage(picture, 0, 0, width, height);
  return new Promise((resolve) => canvas.toBlob(resolve, 'image/jpeg', quality));
};

const isSmall = (picture: ImageBitmap, file: Blob): boolean =>
  Math.max(picture.width, picture.height) <= longestSide && file.size <= smallBytes;

export const smallPhoto = async (file: Blob): Promise<Uint8Array> => {
  try {
    const picture = await createImageBitmap(file);
    const drawn = isSmall(picture, file) ? file : await draw(picture);
    picture.close();
    return await bytesOf(drawn ?? file);
  } catch {
    return bytesOf(file).catch(() => new Uint8Array());
  }
};

/** As an address for `<img>`: the page may show data, not files. */
export const pictureAddress = (mime: string, bytes: Uint8Array): Promise<string> =>
  new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error ?? new Error('the picture cannot be read'));
    reader.readAsDataURL(new Blob([new Uint8Array(bytes)], { type: mime }));
  });

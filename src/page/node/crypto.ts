import { hmac } from '@noble/hashes/hmac.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { utf8ToBytes } from '@noble/hashes/utils.js';

/** What `plan batch` uses of node:crypto: the digests that stand in for ID numbers. */
export const createHmac = (_name: 'sha256', key: string) => {
  const own = hmac.create(sha256, utf8ToBytes(key));
  const digest = (): string => base64url(own.digest());
  return {
    update: (text: string) => {
      own.update(utf8ToBytes(text));
      return { digest };
    },
  };
};

const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replace(/=+$/, '');

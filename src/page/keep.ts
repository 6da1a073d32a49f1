import type { InputFile } from './memory.ts';

// The clerk may ask the page to keep the files on this computer. Nothing is kept unless asked; the browser's database holds
// one list of files. Where there is no database (a private window, some browsers on file://) the page does without it.

const NAME = 'plan';
const STORE = 'files';

function opened(): Promise<IDBDatabase> {
  return new Promise((resolve, reject) => {
    const request = indexedDB.open(NAME, 1);
    request.onupgradeneeded = () => request.result.createObjectStore(STORE);
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });
}

const done = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/** The files that were kept; undefined where there are none. */
export async function keptFiles(): Promise<InputFile[] | undefined> {
  try {
    const database = await opened();
    return await done<InputFile[] | undefined>(database.transaction(STORE).objectStore(STORE).get('last'));
  } catch {
    return undefined;
  }
}

/** Keeps the files, or with undefined forgets them. Whether that was possible. */
export async function keep(files: readonly InputFile[] | undefined): Promise<boolean> {
  try {
    const store = (await opened()).transaction(STORE, 'readwrite').objectStore(STORE);
    await (files ? done(store.put(files, 'last')) : done(store.delete('last')));
    return true;
  } catch {
    return false;
  }
}

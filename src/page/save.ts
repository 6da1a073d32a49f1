interface SavePicker {
  showSaveFilePicker?(options: { suggestedName: string }): Promise<{
    createWritable(): Promise<{ write(data: Uint8Array): Promise<void>; close(): Promise<void> }>;
  }>;
}

/** Hands a file to the browser: by its own dialog where it has one and allows it here, else as a download. */
export async function saveFile(name: string, bytes: Uint8Array): Promise<void> {
  const { showSaveFilePicker } = window as SavePicker;
  if (showSaveFilePicker) {
    try {
      const target = await showSaveFilePicker.call(window, { suggestedName: name });
      const stream = await target.createWritable();
      await stream.write(bytes);
      await stream.close();
      return;
    } catch (error) {
      // Called off by the clerk; anything else (no permission on file://) leaves the download.
      if ((error as DOMException).name === 'AbortError') return;
    }
  }
  const url = URL.createObjectURL(new Blob([bytes as BlobPart]));
  const link = document.createElement('a');
  link.href = url;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(url), 60_000);
}

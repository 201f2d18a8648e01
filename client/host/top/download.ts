/** Saves a file that asks for the key, which never stands in an address. False when it did not come. */
export async function download(path: string, name: string, key: string): Promise<boolean> {
  try {
    const response = await fetch(path, { headers: { authorization: `Bearer ${key}` } });
    if (!response.ok) return false;
    const url = URL.createObjectURL(await response.blob());
    const link = document.createElement('a');
    link.href = url;
    link.download = name;
    link.click();
    setTimeout(() => URL.revokeObjectURL(url), 10_000);
    return true;
  } catch {
    // No network, or cut off half-way: the caller says so.
    return false;
  }
}
